// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call, newKey } from '@/api/client';
import { pathWith, saveFile } from '@/api/files';
import { queryClient, type Schemas } from '@/api/queries';
import { lookAtTasks } from '@/api/tasks';
import { Button } from '@/ui/Button';
import { Select, Switch } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { useText } from '@/ui/text';
import { toast } from '@/ui/toasts';
import { StretchFields, useStretch } from './stretch';

type Format = Schemas['PacketFormat'];
export const packetFormats: readonly Format[] = ['txt', 'csv', 'json', 'jsonl', 'xlsx'];

const kBlock = 10_000;
/** More of them are prepared aside: the page keeps what it fetches in memory. */
const kAtOnce = 100_000;

export const orderChanged = (order: string) => {
  void queryClient.invalidateQueries({ queryKey: ['order', order] });
  void queryClient.invalidateQueries({ queryKey: ['blocks', order] });
};

/** The codes themselves, for a printer or another system. */
export function PacketForm({ order, line }: { order: string; line: Schemas['OrderedLine'] }) {
  const t = useText();
  const [format, setFormat] = useState<Format>('txt');
  const [encrypted, setEncrypted] = useState(false);
  const choice = useStretch(line, kBlock);
  const { from, count } = choice.stretch;
  const path = `/api/v1/orders/${order}/lines/${line.line}/codes`;
  const fetching = useMutation({
    mutationFn: () => saveFile(pathWith(path, { from, count, format, encrypted }), `${order}-${line.line}.${format}`),
    onSuccess: () => {
      toast(t('orders.was_fetched', { count }));
      orderChanged(order);
    },
  });
  const preparing = useMutation({
    mutationFn: () =>
      call(
        api.POST('/api/v1/orders/{order}/lines/{line}/codes/tasks', {
          params: { path: { order, line: line.line }, header: { 'Idempotency-Key': newKey() } },
          body: { from, count, format, encrypted },
        }),
      ),
    onSuccess: () => {
      toast(t('orders.is_prepared'));
      void lookAtTasks();
    },
  });
  const error = fetching.error ?? preparing.error;
  const large = count > kAtOnce;
  return (
    <div className="stack">
      <StretchFields line={line} choice={choice} />
      <Select
        label={t('orders.format')}
        choices={packetFormats.map((id) => ({ id, name: id.toUpperCase(), about: t(`orders.format_about.${id}`) }))}
        selectedKey={format}
        onSelectionChange={(key) => setFormat(key as Format)}
      />
      <div className="stack-tight">
        <Switch isSelected={encrypted} onChange={setEncrypted}>
          {t('orders.encrypted')}
        </Switch>
        <span className="field-hint">{t('orders.encrypted_hint')}</span>
      </div>
      {error && <ErrorNotice error={error} />}
      {large && <p className="quiet">{t('orders.too_many_at_once')}</p>}
      <div className="row">
        <Button look={large ? 'plain' : 'main'} isDisabled={large || fetching.isPending} onPress={() => fetching.mutate()}>
          {t(fetching.isPending ? 'orders.is_fetching' : 'orders.download', { count })}
        </Button>
        <Button look={large ? 'main' : 'plain'} isDisabled={preparing.isPending} onPress={() => preparing.mutate()}>
          {t('orders.prepare')}
        </Button>
      </div>
    </div>
  );
}
