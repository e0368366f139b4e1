// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import { Link } from '@/ui/Link';
import { Card, Timeline } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { useCardForm, type CardBody } from './card_queries';

const said = (body: CardBody): Map<string, string> =>
  new Map(body.attributes.map((one) => [one.id, JSON.stringify([one.value, one.unit, one.values])]));

/** Attributes that are not as they were an edition before. */
function changedIds(now: CardBody, before: CardBody): string[] {
  const [newer, older] = [said(now), said(before)];
  return [...new Set([...newer.keys(), ...older.keys()])].filter((id) => newer.get(id) !== older.get(id));
}

/** What was sent when, what became of it, and what it changed. */
export function Editions({ editions, group }: { editions: readonly Schemas['CardEdition'][]; group: string }) {
  const t = useText();
  const form = useCardForm(group);
  if (!editions.length) return null;
  const nameOf = (id: string) => form.data?.attributes.find((one) => one.id === id)?.name ?? id;
  return (
    <Card title={t('goods.editions')}>
      <Timeline
        events={editions.map((one, at) => {
          const before = editions[at + 1];
          const changed = before ? changedIds(one.content, before.content) : [];
          return {
            at: one.decided_at ?? one.submitted_at,
            title: t('goods.edition_state', { edition: one.edition, version: one.version, state: t(`goods.state.${one.state}`) }),
            about: (
              <div className="stack-tight small">
                {changed.length > 0 && <span>{t('goods.changed_fields', { which: changed.map(nameOf).join(', ') })}</span>}
                {one.remarks.map((remark) => (
                  <span key={remark.at + remark.text}>{t('goods.remark_of', { text: remark.text })}</span>
                ))}
                {one.document ? (
                  <Link href={`/documents/${one.document}`}>{t('goods.document', { number: one.document })}</Link>
                ) : (
                  <span className="quiet">{t('goods.given')}</span>
                )}
              </div>
            ),
          };
        })}
      />
    </Card>
  );
}
