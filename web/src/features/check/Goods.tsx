// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { api, call } from '@/api/client';
import { isProblem } from '@/api/problem';
import { useText } from '@/ui/text';
import { Day, Facts } from '@/ui/values';
import { attributesOf } from './attributes';
import { Sign } from './Sign';
import { Silence } from './Silence';

interface Props {
  gtin: string;
  /** What the check calls them, where no card is published. */
  name?: string;
  /** Last day on which they may be sold. */
  until?: string;
  /** Only the goods are known, not which package of them. */
  alone?: boolean;
}

/** What the national catalogue says to everybody about the goods. */
export function Goods({ gtin, name, until, alone }: Props) {
  const t = useText();
  const { locale } = useIntl();
  const card = useQuery({
    queryKey: ['catalogue', gtin],
    queryFn: async () => {
      try {
        return await call(api.GET('/api/v1/catalogue/{gtin}', { params: { path: { gtin } } }));
      } catch (error) {
        if (isProblem(error) && error.problem.status === 404) return null;
        throw error;
      }
    },
    staleTime: 300_000,
  });
  const group = card.data?.product.group;
  const form = useQuery({
    queryKey: ['card_form', group],
    queryFn: () => call(api.GET('/api/v1/card-forms/{group}', { params: { path: { group: group ?? '' } } })),
    enabled: group !== undefined,
    staleTime: Infinity,
  });
  if (card.isPending) return <p role="status">{t('ui.loading')}</p>;
  if (card.error && alone) return <Silence error={card.error} onRetry={() => void card.refetch()} />;
  const rows: [string, React.ReactNode][] = [[t('check.gtin'), <span key="gtin" className="mono">{gtin}</span>]];
  if (card.data?.product.producer) rows.push([t('check.producer'), card.data.product.producer]);
  if (card.data?.product.brand) rows.push([t('check.brand'), card.data.product.brand]);
  if (until) rows.push([t('check.expires'), <Day key="until" date={until} />]);
  if (card.data && form.data) rows.push(...attributesOf(card.data, form.data, t, locale));
  const photo = card.data?.content.photos?.[0];
  const title = card.data?.product.name ?? name ?? t('check.goods_unknown');
  return (
    <>
      {alone && (
        <section className="verdict verdict-main" aria-label={t('check.answer')}>
          <Sign weight="main" />
          <div className="stack-tight">
            <h2>{t('check.only_goods')}</h2>
            <p>{t('check.only_goods_about')}</p>
          </div>
        </section>
      )}
      <section className="card goods">
        {photo && (
          <img src={`/api/v1/catalogue/${gtin}/photos/${photo}`} alt={t('check.photo_of', { name: title })} width="220" height="220" loading="lazy" />
        )}
        <div className="stack">
          <h2>{title}</h2>
          <Facts rows={rows} />
          {!card.data && <p className="quiet small">{t('check.no_card')}</p>}
        </div>
      </section>
    </>
  );
}
