// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, call } from '@/api/client';
import { pathWith, saveFile } from '@/api/files';
import { useLongWork } from '@/api/long_work';
import type { Schemas } from '@/api/queries';
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { EmptyState, ProgressBar, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Count, Moment } from '@/ui/values';
import { orderChanged, packetFormats } from './fetch_codes';

type Block = Schemas['CodeBlock'];
type Format = Schemas['PacketFormat'];
const kPage = 200;

/** What was given out, when and to whom; each block can be fetched again and is the same. */
export function LineBlocks({ order, line }: { order: string; line: number }) {
  const t = useText();
  const [format, setFormat] = useState<Format>('txt');
  const list = useInfiniteQuery({
    queryKey: ['blocks', order, line],
    queryFn: ({ pageParam }) =>
      call(
        api.GET('/api/v1/orders/{order}/lines/{line}/blocks', {
          params: { path: { order, line }, query: { limit: kPage, after: pageParam } },
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const again = useLongWork(
    (block: number, inHand) =>
      saveFile(pathWith(`/api/v1/orders/${order}/lines/${line}/blocks/${block}`, { format }), `${order}-${line}-${block}.${format}`, inHand),
    () => orderChanged(order),
  );
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton />;
  const rows = list.data.pages.flatMap((page) => page.blocks);
  const first = list.data.pages[0];
  return (
    <div className="stack">
      {first && rows.length > 0 && (
        <p className="quiet">{t('orders.blocks_sum', { fetched: first.fetched, codes: first.codes })}</p>
      )}
      {again.isPending && <ProgressBar label={t('ui.fetching')} value={again.percent} onCancel={again.cancel} />}
      {again.error && <ErrorNotice error={again.error} />}
      {rows.length > 0 && (
        <Select
          label={t('orders.format')}
          choices={packetFormats.map((id) => ({ id, name: id.toUpperCase(), about: t(`orders.format_about.${id}`) }))}
          selectedKey={format}
          onSelectionChange={(key) => setFormat(key as Format)}
        />
      )}
      <Table<Block>
        label={t('orders.way.blocks')}
        rows={rows}
        idOf={(row) => String(row.block)}
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        columns={[
          { id: 'block', name: t('orders.block'), cell: (row) => t('orders.stretch', { block: row.block, from: row.from + 1, to: row.from + row.count }) },
          { id: 'times', name: t('orders.times'), kind: 'number', width: 140, cell: (row) => <Count value={row.times} /> },
          { id: 'last', name: t('orders.last_fetched'), width: 215, cell: (row) => <Moment at={row.last_at} /> },
          { id: 'by', name: t('orders.by_whom'), width: '1fr', cell: (row) => row.last_by },
          {
            id: 'again',
            name: t('orders.again'),
            width: 215,
            cell: (row) => (
              <Button look="quiet" isDisabled={again.isPending} onPress={() => again.begin(row.block)} aria-label={t('orders.fetch_block_again', { block: row.block })}>
                {t('orders.fetch_again')}
              </Button>
            ),
          },
        ]}
        empty={<EmptyState title={t('orders.no_blocks')}>{t('orders.no_blocks_about')}</EmptyState>}
      />
    </div>
  );
}
