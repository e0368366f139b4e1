// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useAddress, usePart } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { EmptyState, PageHeader, Skeleton } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { cardQuery, draftQuery, editionsQuery, useCardForm } from './card_queries';
import { CardEditor } from './CardEditor';
import './goods.css';

/** The card of a product, made or changed. A new one says group and level in the address. */
export default function EditCard() {
  const t = useText();
  const gtin = usePart('gtin');
  const [{ group: newGroup, level: newLevel }] = useAddress();
  const card = useQuery({ ...cardQuery(gtin), staleTime: Infinity });
  const draft = useQuery({ ...draftQuery(gtin), staleTime: Infinity, gcTime: 0 });
  const editions = useQuery(editionsQuery(gtin));
  const last = editions.data?.editions[0];
  const returned = last?.state === 'returned' ? last : undefined;
  const sent = card.data?.pending ?? card.data?.content;
  const before = draft.data?.card ?? sent ?? null;
  const group = before?.group ?? newGroup;
  const level = before?.level ?? newLevel ?? 'UNIT';
  const form = useCardForm(card.data !== undefined && draft.data !== undefined ? group : undefined);
  const error = card.error ?? draft.error ?? form.error;
  const known = card.data !== undefined && draft.data !== undefined && !editions.isPending;
  return (
    <>
      <PageHeader title={t(card.data ? 'goods.edit' : 'goods.new')} about={<span className="mono">{gtin}</span>} />
      {error && <ErrorNotice error={error} />}
      {known && !group && (
        <EmptyState title={t('goods.no_card')} action={<ButtonLink href={`/goods/new?gtin=${gtin}`}>{t('goods.new')}</ButtonLink>}>
          {t('goods.no_card_about')}
        </EmptyState>
      )}
      {!error && group && !form.data && <Skeleton />}
      {known && form.data && (
        <CardEditor
          gtin={gtin}
          level={level}
          form={form.data}
          before={before}
          remarks={returned?.remarks ?? []}
          remarked={returned?.content ?? null}
          findings={draft.data?.findings ?? []}
          published={Boolean(card.data?.card.edition)}
        />
      )}
    </>
  );
}
