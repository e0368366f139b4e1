// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { dropTask, useTasks } from '@/api/tasks';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Card } from '@/ui/surfaces';
import { TaskList } from '@/ui/TaskList';
import { useText } from '@/ui/text';

/** Files of this order that were prepared aside. */
export function OrderFiles({ order }: { order: string }) {
  const t = useText();
  const tasks = useTasks((task) => task.file_name.startsWith(`${order}-`));
  const dropping = useMutation({ mutationFn: dropTask });
  if (!tasks.length) return null;
  return (
    <Card title={t('orders.files')}>
      <p className="quiet">{t('orders.files_about')}</p>
      {dropping.error && <ErrorNotice error={dropping.error} />}
      <TaskList label={t('orders.files')} tasks={tasks} onDrop={dropping.mutate} />
    </Card>
  );
}
