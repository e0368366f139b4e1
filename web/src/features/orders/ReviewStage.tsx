// SPDX-License-Identifier: Apache-2.0
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { newKey, sendBytes } from '@/api/client';
import { nameIn, useDictionaries, useMe, useSystem, type Schemas } from '@/api/queries';
import { useRegistrarName } from '@/api/registrars';
import { utf8 } from '@/signing/bytes';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { Notice, ProgressBar } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { Count, Facts } from '@/ui/values';
import { countOf, documentOf, type Fields } from './order_fields';
import { OrderCost } from './OrderCost';
import { useProducts } from './products';

interface Props {
  fields: Fields;
  groups: readonly Schemas['ProductGroup'][];
  onWrong: (error: unknown) => void;
}

/** All of it once more, judged by the system before anything is signed. */
export function ReviewStage({ fields, groups, onWrong }: Props) {
  const t = useText();
  const me = useMe();
  const system = useSystem();
  const dictionaries = useDictionaries();
  const registrarOf = useRegistrarName();
  const products = useProducts(fields.lines.map((line) => line.gtin), fields.principal);
  const text = JSON.stringify(documentOf(fields));
  const judging = useMutation({
    mutationFn: () =>
      sendBytes<Schemas['JudgedDocument']>('/api/v1/documents?dry_run=true', utf8(text), { 'Idempotency-Key': newKey() }),
    onError: (error) => onWrong(error),
  });
  const judged = useRef('');
  const { mutate } = judging;
  useEffect(() => {
    if (judged.current === text) return;
    judged.current = text;
    mutate();
  }, [text, mutate]);
  const rows: [string, React.ReactNode][] = [
    [t('orders.group'), groups.find((one) => one.group === fields.group)?.name ?? fields.group],
    [t('orders.release_method'), nameIn(dictionaries?.release_methods, fields.release_method)],
  ];
  if (fields.registrar) rows.push([t('orders.registrar'), registrarOf(fields.registrar)]);
  for (const name of ['principal', 'place', 'production_order', 'contact'] as const)
    if (fields[name]) rows.push([t(`orders.${name}`), fields[name]]);
  return (
    <div className="stack">
      <Facts rows={rows} />
      <ul className="picker" aria-label={t('orders.stage.products')}>
        {fields.lines.map((line) => (
          <li key={line.gtin} className="spread">
            <span className="stack-tight">
              <span>{products.get(line.gtin)?.product?.name ?? line.gtin}</span>
              <span className="mono small quiet">{line.gtin}</span>
            </span>
            <span>
              {line.serials.trim() && <span className="quiet small">{t('orders.own_serials')} </span>}
              <Count value={countOf(line)} />
            </span>
          </li>
        ))}
      </ul>
      {system && (
        <OrderCost
          group={fields.group}
          payAt={fields.pay_at}
          own={!fields.principal && Boolean(me?.rights.includes('finance'))}
          lines={fields.lines.map((line) => ({ level: products.get(line.gtin)?.product?.level ?? '', count: countOf(line) }))}
        />
      )}
      <div aria-live="polite">
        {judging.isPending && <ProgressBar label={t('orders.judging')} />}
        {judging.data && <Notice tone="good">{t('orders.judged_good')}</Notice>}
        {judging.error && <ErrorNotice error={judging.error} onRetry={() => mutate()} />}
      </div>
      <details>
        <summary>{t('orders.what_is_signed')}</summary>
        <pre className="paper mono small" tabIndex={0}>{JSON.stringify(documentOf(fields), shorten, 2)}</pre>
      </details>
    </div>
  );
}

const kShownSerials = 20;

/** Thousands of serials are not read by anybody. */
function shorten(name: string, value: unknown): unknown {
  return name === 'serials' && Array.isArray(value) && value.length > kShownSerials
    ? [...value.slice(0, kShownSerials), `… ${value.length}`]
    : value;
}
