// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useMay } from '@/api/queries';
import { ButtonLink, Link } from '@/ui/Link';
import { SidePanel } from '@/ui/overlays';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Facts, Moment } from '@/ui/values';
import { codesOf, concernOf, left, type OwnRecall } from './recall_stock';

const kTones = { on_sale: 'bad', not_on_sale: 'warn', none: 'good', lifted: 'good' } as const;

interface Props {
  one: OwnRecall;
  name: string;
  /** Batch and days. */
  which: string;
  onClose: () => void;
}

/** What is recalled and why, whether own stock is concerned, and what to do with it. */
export function RecallPanel({ one, name, which, onClose }: Props) {
  const t = useText();
  const may = useMay();
  const { recall, held, own_product } = one;
  const concern = concernOf(one);
  return (
    <SidePanel title={name} isOpen onClose={onClose}>
      <Notice tone={kTones[concern]}>
        <strong>{t(`recalls.to_do.${concern}`, { count: concern === 'on_sale' ? held.in_circulation : left(one) })}</strong>
        <p>{t(`recalls.to_do_about.${concern}`)}</p>
        {(concern === 'on_sale' || concern === 'not_on_sale') && (
          <div className="row">
            {may('see_codes') && <ButtonLink href={codesOf(one, concern === 'on_sale' ? 'introduced' : undefined)}>{t('recalls.show_codes')}</ButtonLink>}
            {concern === 'on_sale' && may('withdraw') && <ButtonLink href="/documents/new/withdraw">{t('recalls.withdraw')}</ButtonLink>}
            {concern === 'not_on_sale' && may('withdraw') && <ButtonLink href="/documents/new/write_off">{t('recalls.write_off')}</ButtonLink>}
          </div>
        )}
      </Notice>
      <section className="stack-tight">
        <h3>{t('recalls.instruction')}</h3>
        <p className="paper">{recall.instruction}</p>
      </section>
      <Facts
        rows={[
          [t('recalls.gtin'), <Link key="gtin" href={own_product ? `/goods/${recall.gtin}` : `/goods/catalogue?gtin=${recall.gtin}`} className="link mono">{recall.gtin}</Link>],
          [t('recalls.which'), which],
          [t('recalls.reason'), recall.reason],
          [t('recalls.declared_by'), recall.declared_by],
          [t('recalls.declared'), <Moment key="at" at={recall.declared_at} />],
          ...(recall.lifted_at ? [[t('recalls.lifted'), <Moment key="lifted" at={recall.lifted_at} />] as [string, ReactNode]] : []),
          [t('recalls.number'), <span key="number" className="mono">{recall.recall}</span>],
        ]}
      />
      <section className="stack-tight">
        <h3>{t('recalls.own_stock')}</h3>
        <Facts
          rows={(['in_circulation', 'not_introduced', 'out_of_circulation', 'written_off'] as const).map((id) => [t(`recalls.${id}`), <Count key={id} value={held[id]} />])}
        />
        {!held.complete && <p className="quiet small">{t('recalls.more_than_counted')}</p>}
      </section>
      {own_product && concern !== 'lifted' && may('recall') && (
        <>
          <p className="quiet small">{t('recalls.to_lift')}</p>
          <div>
            <ButtonLink href={`/documents/new/lift_recall?recall=${recall.recall}`}>{t('recalls.lift')}</ButtonLink>
          </div>
        </>
      )}
    </SidePanel>
  );
}
