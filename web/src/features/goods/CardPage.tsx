// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useMe, useSystem, type Schemas } from '@/api/queries';
import { usePart } from '@/ui/address';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { ButtonLink } from '@/ui/Link';
import { Card, EmptyState, Notice, PageHeader, Skeleton } from '@/ui/surfaces';
import { useRichText, useText } from '@/ui/text';
import { Day, Facts, Moment, Status } from '@/ui/values';
import { cardQuery, draftQuery, editionsQuery, publicCardQuery, useGroups } from './card_queries';
import { canBeEdited, toneOf } from './card_state';
import { CardContent } from './CardContent';
import { Editions } from './Editions';
import { EndCard } from './EndCard';
import { PlayModerator } from './PlayModerator';
import './goods.css';

/** A product: the own card with all that belongs to it, or what the card of another says to everybody. */
export default function CardPage() {
  const t = useText();
  const gtin = usePart('gtin');
  const me = useMe();
  const own = useQuery({ ...cardQuery(gtin), enabled: Boolean(me?.rights.includes('see_goods')) });
  const others = useQuery({ ...publicCardQuery(gtin), enabled: own.data === null || own.isError || !me?.rights.includes('see_goods') });
  const draft = useQuery({ ...draftQuery(gtin), enabled: own.data === null });
  if (own.data) return <OwnCard whole={own.data} />;
  if (others.data) return <CardOfOthers found={others.data} />;
  if (others.error) return <ErrorNotice error={others.error} onRetry={() => void others.refetch()} />;
  if (others.data === null && !draft.isPending)
    return (
      <>
        <PageHeader title={t('goods.one')} about={<span className="mono">{gtin}</span>} />
        <EmptyState
          title={t(draft.data ? 'goods.only_draft' : 'goods.no_card')}
          action={
            <ButtonLink href={draft.data ? `/goods/${gtin}/edit` : `/goods/new?gtin=${gtin}`} look="main">
              {t(draft.data ? 'goods.go_on_writing' : 'goods.new')}
            </ButtonLink>
          }
        >
          {t(draft.data ? 'goods.only_draft_about' : 'goods.no_card_about')}
        </EmptyState>
      </>
    );
  return <Skeleton />;
}

function OwnCard({ whole }: { whole: Schemas['WholeCard'] }) {
  const t = useText();
  const rich = useRichText();
  const me = useMe();
  const sandbox = useSystem()?.sandbox;
  const groups = useGroups();
  const { card, content, pending } = whole;
  const editions = useQuery(editionsQuery(card.gtin));
  const last = editions.data?.editions[0];
  const waiting = card.pending;
  const mayEdit = me?.rights.includes('edit_goods') && canBeEdited(card);
  const photosAt = `/api/v1/cards/${card.gtin}/photos`;
  return (
    <>
      <PageHeader
        title={card.name || t('goods.unnamed')}
        about={<Status tone={toneOf(card.state)}>{t(`goods.state.${card.state}`)}</Status>}
        actions={
          <>
            {mayEdit && <ButtonLink href={`/goods/${card.gtin}/edit`}>{t(last?.state === 'returned' ? 'goods.correct' : 'goods.edit')}</ButtonLink>}
            {card.state === 'published' && me?.rights.includes('order_codes') && (
              <ButtonLink href={`/orders/new?gtin=${card.gtin}`} look="main">
                {t('goods.order_codes')}
              </ButtonLink>
            )}
          </>
        }
      />
      {last?.state === 'returned' && (
        <Notice tone="warn">
          <strong>{t('goods.was_returned')}</strong>
          <ul>
            {last.remarks.map((remark) => (
              <li key={remark.at + remark.text}>{remark.text}</li>
            ))}
          </ul>
        </Notice>
      )}
      {(waiting?.state === 'moderation' || card.state === 'moderation') && (
        <Notice tone="main">
          <strong>{t('goods.in_moderation')}</strong>
          {waiting?.due && <p>{rich('goods.due', { day: <Day key="day" date={waiting.due} />, left: waiting.days_left ?? 0 })}</p>}
          {sandbox && me?.rights.includes('edit_goods') && <PlayModerator gtin={card.gtin} />}
        </Notice>
      )}
      {card.reason && (
        <Notice tone="warn">{t(card.blocked_by_operator ? 'goods.blocked_by_operator' : 'goods.reason_of', { reason: card.reason })}</Notice>
      )}
      <Card title={t('goods.facts')}>
        <Facts
          rows={[
            [t('goods.gtin'), <span key="gtin" className="mono">{card.gtin}</span>],
            [t('goods.group'), groups.data?.groups.find((one) => one.group === card.group)?.name ?? card.group],
            [t('goods.level'), t(`goods.level.${card.level}`)],
            [t('goods.edition'), card.edition ? t('goods.edition_of', { edition: card.edition, version: card.version }) : '—'],
            [t('goods.changed'), <Moment key="changed" at={card.changed_at} />],
          ]}
        />
      </Card>
      <Card title={t('goods.content')}>
        <CardContent body={content} photosAt={photosAt} />
      </Card>
      {pending && (
        <Card title={t('goods.pending_content')}>
          <CardContent body={pending} photosAt={photosAt} />
        </Card>
      )}
      <Editions editions={editions.data?.editions ?? []} group={card.group} />
      {me?.rights.includes('publish_goods') && <EndCard card={card} />}
    </>
  );
}

function CardOfOthers({ found }: { found: Schemas['PublishedCard'] }) {
  const t = useText();
  const { product, content } = found;
  return (
    <>
      <PageHeader title={product.name} about={<span className="mono">{product.gtin}</span>} />
      <Notice tone="main">{t('goods.of_others')}</Notice>
      <Card title={t('goods.content')}>
        <CardContent body={content} photosAt={`/api/v1/catalogue/${product.gtin}/photos`} />
      </Card>
    </>
  );
}
