// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { api, call, newKey } from '@/api/client';
import { queryClient, type Schemas } from '@/api/queries';
import { useGo } from '@/ui/address';
import { ConfirmButton } from '@/ui/ConfirmButton';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { EmptyState, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Moment } from '@/ui/values';

type Draft = Schemas['CardDraftLine'];
const kPage = 200;

/** Cards that are being written: seen by the own organisation only. */
export function DraftList({ groupName }: { groupName: (code: string) => string }) {
  const t = useText();
  const go = useGo();
  const list = useInfiniteQuery({
    queryKey: ['card_drafts'],
    queryFn: ({ pageParam }) => call(api.GET('/api/v1/card-drafts', { params: { query: { limit: kPage, after: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const dropping = useMutation({
    mutationFn: (gtin: string) =>
      call(api.DELETE('/api/v1/cards/{gtin}/draft', { params: { path: { gtin }, header: { 'Idempotency-Key': newKey() } } })),
    onSettled: (_, __, gtin) => {
      queryClient.removeQueries({ queryKey: ['card_draft', gtin] });
      void queryClient.invalidateQueries({ queryKey: ['card_drafts'] });
    },
  });
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton />;
  return (
    <div className="stack">
      {dropping.error && <ErrorNotice error={dropping.error} />}
      <Table<Draft>
        label={t('goods.drafts')}
        rows={list.data.pages.flatMap((page) => page.drafts)}
        idOf={(row) => row.gtin}
        onOpen={(row) => go(`/goods/${row.gtin}/edit`)}
        onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
        columns={[
          { id: 'name', name: t('goods.name'), width: '2fr', cell: (row) => row.name || t('goods.unnamed') },
          { id: 'gtin', name: t('goods.gtin'), kind: 'code', width: 170, cell: (row) => row.gtin },
          { id: 'group', name: t('goods.group'), width: '1fr', cell: (row) => groupName(row.group) },
          { id: 'saved', name: t('goods.saved'), width: 190, cell: (row) => <Moment at={row.saved_at} /> },
          { id: 'person', name: t('goods.by_whom'), width: '1fr', cell: (row) => row.person },
          {
            id: 'drop',
            name: t('goods.remove'),
            width: 150,
            cell: (row) => (
              <ConfirmButton label={t('goods.remove')} name={t('goods.drop_draft', { gtin: row.gtin })} look="quiet" isDisabled={dropping.isPending} onConfirm={() => dropping.mutate(row.gtin)}>
                <p>{t('goods.drop_draft_about', { name: row.name || t('goods.unnamed') })}</p>
              </ConfirmButton>
            ),
          },
        ]}
        empty={<EmptyState title={t('goods.no_drafts')}>{t('goods.no_drafts_about')}</EmptyState>}
      />
    </div>
  );
}
