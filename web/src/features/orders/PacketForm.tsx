// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { api, call, newKey } from '@/api/client';
import { pathWith } from '@/api/files';
import { useDictionaries, type Schemas } from '@/api/queries';
import { Select, Switch } from '@/ui/choices';
import { useText } from '@/ui/text';
import { FetchCodes, packetFormats } from './fetch_codes';
import { StretchFields, useStretch, type Kept } from './stretch';

type Format = Schemas['PacketFormat'];

const kBlock = 10_000;
/** A larger file takes long enough to be prepared aside. */
const kAtOnce = 100_000;

/** The codes themselves, for a printer or another system. */
export function PacketForm({ order, line, kept }: { order: string; line: Schemas['OrderedLine']; kept: Kept }) {
  const t = useText();
  const [format, setFormat] = useState<Format>('txt');
  const [encrypted, setEncrypted] = useState(false);
  const choice = useStretch(line, kBlock, kept);
  const { from, count } = choice.stretch;
  const mostAtOnce = Math.min(kAtOnce, useDictionaries()?.packet_codes ?? kAtOnce);
  const path = `/api/v1/orders/${order}/lines/${line.line}/codes`;
  const prepare = () =>
    call(
      api.POST('/api/v1/orders/{order}/lines/{line}/codes/tasks', {
        params: { path: { order, line: line.line }, header: { 'Idempotency-Key': newKey() } },
        body: { from, count, format, encrypted },
      }),
    );
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
      <FetchCodes
        order={order}
        count={count}
        mostAtOnce={mostAtOnce}
        path={pathWith(path, { from, count, format, encrypted })}
        name={`${order}-${line.line}.${format}`}
        prepare={prepare}
        label={t('orders.download', { count })}
      />
    </div>
  );
}
