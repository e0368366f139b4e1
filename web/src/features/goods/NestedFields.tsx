// SPDX-License-Identifier: Apache-2.0
import { useQueries } from '@tanstack/react-query';
import { Button } from '@/ui/Button';
import { NumberField, TextField } from '@/ui/fields';
import { useText } from '@/ui/text';
import { rowField, type Nested } from './card_fields';
import { publicCardQuery } from './card_queries';
import { gtinOf } from './gtin';

interface Props {
  rows: readonly Nested[];
  errors: Map<string, string>;
  onChange: (rows: Nested[]) => void;
}

const kMost = 100_000;

/** What lies inside a pack or set. */
export function NestedFields({ rows, errors, onChange }: Props) {
  const t = useText();
  const found = useQueries({
    queries: rows.map((row) => ({ ...publicCardQuery(gtinOf(row.gtin) ?? ''), enabled: gtinOf(row.gtin) !== null })),
  });
  const change = (at: number, changes: Partial<Nested>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...changes } : row)));
  return (
    <fieldset className="part">
      <legend>{t('goods.nested')}</legend>
      <p className="quiet">{t('goods.nested_about')}</p>
      {errors.get('nested') && <p className="field-error">{errors.get('nested')}</p>}
      {rows.map((row, at) => (
        <div key={at} className="part-row">
          <TextField
            label={t('goods.gtin')}
            name={rowField('nested', at)}
            mono
            value={row.gtin}
            onChange={(gtin) => change(at, { gtin })}
            hint={found[at]?.data?.product.name}
            error={errors.get(rowField('nested', at))}
          />
          <NumberField
            label={t('goods.pieces')}
            value={row.quantity || Number.NaN}
            minValue={0}
            maxValue={kMost}
            onChange={(quantity) => change(at, { quantity: Number.isNaN(quantity) ? 0 : quantity })}
          />
          <Button look="quiet" onPress={() => onChange(rows.filter((_, index) => index !== at))} aria-label={t('goods.remove_row', { number: at + 1 })}>
            {t('goods.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button onPress={() => onChange([...rows, { gtin: '', quantity: 0 }])}>{t('goods.add_nested')}</Button>
      </div>
    </fieldset>
  );
}
