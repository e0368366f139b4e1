// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { accessQuery } from '@/api/queries';
import { useText } from '@/ui/text';
import { useFirstSteps } from './first_steps';

export interface Step {
  id: string;
  name: string;
  state: string;
  remedy?: string | null;
  where: string;
}

/** Everything up to the first order, in the order in which it is done. */
export function useSteps(): Step[] {
  const t = useText();
  const access = useQuery(accessQuery);
  const first = useFirstSteps();
  return [
    ...(access.data?.steps ?? []).map((step) => ({
      id: step.step + (step.group ?? ''),
      name: step.group_name ? `${t(`home.step.${step.step}`)}: ${step.group_name}` : t(`home.step.${step.step}`),
      state: step.state,
      remedy: step.state === 'done' ? null : step.remedy,
      where: step.where,
    })),
    ...first.map((step) => ({
      id: step.id,
      name: t(`home.step.${step.id}`),
      state: step.done ? 'done' : access.data?.full ? 'yours' : 'later',
      remedy: step.done ? null : t(`home.remedy.${step.id}`),
      where: step.where,
    })),
  ];
}
