// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call, newKey } from './client';
import { queryClient, type Schemas } from './queries';

export type Task = Schemas['Task'];

const kLatest = 100;
const kLookAgainMs = 1_000;
const kAtWork = ['queued', 'preparing'];

/** The latest files that the system prepared or prepares, looked at again while it is at work. */
export function useTasks(belongs: (task: Task) => boolean): Task[] {
  const list = useQuery({
    queryKey: ['tasks'],
    queryFn: () => call(api.GET('/api/v1/tasks', { params: { query: { limit: kLatest } } })),
    refetchInterval: (query) => (query.state.data?.tasks.some((task) => kAtWork.includes(task.state)) ? kLookAgainMs : false),
  });
  return list.data?.tasks.filter(belongs) ?? [];
}

export const lookAtTasks = () => queryClient.invalidateQueries({ queryKey: ['tasks'] });

/** Ends the work on a file, or drops the file. */
export async function dropTask(task: string): Promise<void> {
  await call(api.POST('/api/v1/tasks/{task}/cancel', { params: { path: { task }, header: { 'Idempotency-Key': newKey() } } }));
  await lookAtTasks();
}
