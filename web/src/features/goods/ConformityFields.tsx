// SPDX-License-Identifier: Apache-2.0
import { Button } from '@/ui/Button';
import { Select } from '@/ui/choices';
import { DateField } from '@/ui/DateField';
import { TextField } from '@/ui/fields';
import { useText } from '@/ui/text';
import { rowField, type Conformity } from './card_fields';
import type { CardForm } from './card_queries';

interface Props {
  form: CardForm;
  rows: readonly Conformity[];
  errors: Map<string, string>;
  onChange: (rows: Conformity[]) => void;
}

const kEmpty: Conformity = { kind: '', number: '', issuer: '', from: '', until: '' };

/** Certificates, declarations, conclusions. */
export function ConformityFields({ form, rows, errors, onChange }: Props) {
  const t = useText();
  const needed = form.conformity_kinds.filter((kind) => form.conformity_needed.includes(kind.code));
  const change = (at: number, changes: Partial<Conformity>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...changes } : row)));
  return (
    <fieldset className="part">
      <legend>{t('goods.conformity')}</legend>
      <p className="quiet">
        {needed.length ? t('goods.conformity_needed', { which: needed.map((kind) => kind.name).join(', ') }) : t('goods.conformity_free')}
      </p>
      {errors.get('conformity') && <p className="field-error">{errors.get('conformity')}</p>}
      {rows.map((row, at) => (
        <div key={at} className="part-row">
          <Select
            label={t('goods.document_kind')}
            name={rowField('conformity', at)}
            choices={form.conformity_kinds.map(({ code, name }) => ({ id: code, name }))}
            selectedKey={row.kind || null}
            onSelectionChange={(key) => change(at, { kind: String(key) })}
            error={errors.get(rowField('conformity', at))}
          />
          <TextField label={t('goods.document_number')} value={row.number} onChange={(number) => change(at, { number })} />
          <TextField label={t('goods.document_issuer')} value={row.issuer} onChange={(issuer) => change(at, { issuer })} />
          <DateField label={t('goods.valid_from')} value={row.from} onChange={(from) => change(at, { from })} />
          <DateField label={t('goods.valid_until')} value={row.until} onChange={(until) => change(at, { until })} />
          <Button look="quiet" onPress={() => onChange(rows.filter((_, index) => index !== at))} aria-label={t('goods.remove_row', { number: at + 1 })}>
            {t('goods.remove')}
          </Button>
        </div>
      ))}
      <div>
        <Button onPress={() => onChange([...rows, kEmpty])}>{t('goods.add_conformity')}</Button>
      </div>
    </fieldset>
  );
}
