// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { saveFile } from '@/api/files';
import { useLongWork } from '@/api/long_work';
import { queryClient, type Schemas } from '@/api/queries';
import { lookAtTasks } from '@/api/tasks';
import { Button } from '@/ui/Button';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ProgressBar } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';

export const packetFormats: readonly Schemas['PacketFormat'][] = ['txt', 'csv', 'json', 'jsonl', 'xlsx'];

export const orderChanged = (order: string) => {
  void queryClient.invalidateQueries({ queryKey: ['order', order] });
  void queryClient.invalidateQueries({ queryKey: ['blocks', order] });
};

interface Props {
  order: string;
  count: number;
  /** More of them are prepared aside: the page keeps what it fetches in memory. */
  mostAtOnce: number;
  /** Where the file comes from, and its name where the system says none. */
  path: string;
  name: string;
  prepare: () => Promise<unknown>;
  label: string;
  error?: Error | null;
  /** Further buttons. */
  children?: ReactNode;
}

/** Two ways to a file of codes: at once, or prepared aside. */
export function FetchCodes({ order, count, mostAtOnce, path, name, prepare, label, error: other, children }: Props) {
  const t = useText();
  const fetching = useLongWork(
    (_: void, inHand) => saveFile(path, name, inHand),
    () => {
      toast(t('orders.was_fetched', { count }));
      orderChanged(order);
    },
  );
  const preparing = useMutation({
    mutationFn: prepare,
    onSuccess: () => {
      toast(t('orders.is_prepared'));
      void lookAtTasks();
    },
  });
  const error = other ?? fetching.error ?? preparing.error;
  const large = count > mostAtOnce;
  return (
    <>
      {error && <ErrorNotice error={error} />}
      {large && <p className="quiet">{t('orders.too_many_at_once')}</p>}
      {fetching.isPending && <ProgressBar label={t('orders.is_fetching')} value={fetching.percent} onCancel={fetching.cancel} />}
      <div className="row">
        <Button look={large ? 'plain' : 'main'} isDisabled={large || fetching.isPending} onPress={() => fetching.begin()}>
          {label}
        </Button>
        <Button look={large ? 'main' : 'plain'} isDisabled={preparing.isPending} onPress={() => preparing.mutate()}>
          {t('orders.prepare')}
        </Button>
        {children}
      </div>
    </>
  );
}
