// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import { useController, useFormState, type Control } from 'react-hook-form';
import { TextArea } from '@/ui/fields';
import { FileDrop } from '@/ui/FileDrop';
import { useText } from '@/ui/text';
import { serialsOf, type Fields } from './order_fields';
import { lookThrough } from './serials';

const kShown = 3;
const few = (all: readonly string[]): string => all.slice(0, kShown).join(', ') + (all.length > kShown ? ' …' : '');

/** Own serials of a line: pasted or from a file; what is odd about them is said at once. */
export function SerialsField({ control, at }: { control: Control<Fields>; at: number }) {
  const t = useText();
  const { field, fieldState } = useController({ control, name: `lines.${at}.serials` });
  const { errors } = useFormState({ control });
  const found = useMemo(() => lookThrough(serialsOf(field.value)), [field.value]);
  // What the system says of single serials stands under their numbers.
  const single = Object.entries((errors.lines?.[at]?.serials ?? {}) as Record<string, { message?: string }>)
    .filter(([number]) => /^\d+$/.test(number))
    .map(([number, error]) => ({ line: Number(number) + 1, text: error.message ?? '' }));
  return (
    <div className="stack-tight">
      <TextArea
        label={t('orders.serials')}
        hint={t('orders.serials_hint')}
        mono
        rows={5}
        name={field.name}
        value={field.value}
        onChange={field.onChange}
        error={fieldState.error?.message}
      />
      <FileDrop label={t('orders.serials_file')} accept=".txt,.csv" onFile={(file) => void file.text().then((text) => field.onChange(text.replaceAll('"', '')))} />
      {found.count > 0 && (
        <ul aria-live="polite">
          <li>{t('orders.serials_count', { count: found.count })}</li>
          {found.repeated.length > 0 && <li className="field-error">{t('orders.serials_repeated', { count: found.repeated.length, which: few(found.repeated) })}</li>}
          {found.unwritable.length > 0 && <li className="field-error">{t('orders.serials_unwritable', { count: found.unwritable.length, which: few(found.unwritable) })}</li>}
          {found.lengths.map(([length, count]) => (
            <li key={length} className={found.lengths.length > 1 ? 'field-error' : undefined}>
              {t('orders.serials_length', { length, count })}
            </li>
          ))}
          {single.map((one) => (
            <li key={one.line} className="field-error">
              {t('orders.serials_line', { line: one.line, text: one.text })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
