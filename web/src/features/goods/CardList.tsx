// SPDX-License-Identifier: Apache-2.0
import { useInfiniteQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useGo } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { usePreferences } from '@/ui/preferences';
import { EmptyState, Skeleton } from '@/ui/surfaces';
import { Table } from '@/ui/Table';
import { useText } from '@/ui/text';
import { Status } from '@/ui/values';
import type { Card } from './card_queries';
import { toneOf } from './card_state';

const kPage = 200;

interface Props {
  state?: string;
  group?: string;
  text?: string;
  groupName: (code: string) => string;
}

export function CardList({ state, group, text, groupName }: Props) {
  const t = useText();
  const go = useGo();
  const { language } = usePreferences().preferences;
  const list = useInfiniteQuery({
    queryKey: ['cards', state, group, text, language],
    queryFn: ({ pageParam }) =>
      call(api.GET('/api/v1/cards', { params: { query: { state, group, text, limit: kPage, after: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (list.error) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Skeleton />;
  const filtered = state || group || text;
  return (
    <Table<Card>
      label={t('goods.cards')}
      rows={list.data.pages.flatMap((page) => page.cards)}
      idOf={(row) => row.gtin}
      onOpen={(row) => go(`/goods/${row.gtin}`)}
      onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
      loading={list.isFetchingNextPage}
      columns={[
        { id: 'name', name: t('goods.name'), width: '2fr', cell: (row) => row.name },
        { id: 'gtin', name: t('goods.gtin'), kind: 'code', width: 170, cell: (row) => row.gtin },
        { id: 'group', name: t('goods.group'), width: '1fr', cell: (row) => groupName(row.group) },
        { id: 'level', name: t('goods.level'), width: 180, cell: (row) => t(`goods.level.${row.level}`) },
        {
          id: 'state',
          name: t('goods.state'),
          width: 220,
          cell: (row) => (
            <Status tone={toneOf(row.pending?.state ?? row.state)}>
              {row.pending ? t(`goods.pending.${row.pending.state}`) : t(`goods.state.${row.state}`)}
            </Status>
          ),
        },
      ]}
      empty={
        filtered ? (
          <EmptyState title={t('goods.none_such')}>{t('goods.none_such_about')}</EmptyState>
        ) : (
          <EmptyState title={t('goods.none')} action={<ButtonLink href="/goods/new" look="main">{t('goods.new')}</ButtonLink>}>
            {t('goods.none_about')}
          </EmptyState>
        )
      }
    />
  );
}
