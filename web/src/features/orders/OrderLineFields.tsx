// SPDX-License-Identifier: Apache-2.0
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form';
import { IconButton } from '@/ui/Button';
import { NumberField } from '@/ui/fields';
import { FormText } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import type { Fields } from './order_fields';
import type { Product } from './products';
import { SerialsField } from './SerialsField';

const kMostCodes = 100_000_000;

interface Props {
  form: UseFormReturn<Fields>;
  at: number;
  known?: { product?: Product; error: unknown };
  onRemove: () => void;
}

/** A product of an order: how many codes, and what only some need. */
export function OrderLineFields({ form, at, known, onRemove }: Props) {
  const t = useText();
  const { control, formState } = form;
  const line = useWatch({ control, name: `lines.${at}` });
  const errors = formState.errors.lines?.[at];
  const group = useWatch({ control, name: 'group' });
  const product = known?.product;
  const name = product?.name ?? line.gtin;
  const own = line.serials.trim() !== '';
  const trouble = errors?.gtin?.message
    ?? (known?.error ? t('orders.product_unknown') : undefined)
    ?? (product && product.group !== group ? t('orders.product_of_other_group') : undefined)
    ?? (product && !product.published ? t('orders.product_not_published') : undefined);
  return (
    <div className="order-line" role="group" aria-label={name}>
      <div className="stack-tight">
        <strong>{name}</strong>
        <span className="mono small quiet">{line.gtin}</span>
        {trouble && <span className="field-error">{trouble}</span>}
      </div>
      {!own && (
        <Controller
          control={control}
          name={`lines.${at}.quantity`}
          rules={{ validate: (value) => value > 0 || t('orders.quantity_needed') }}
          render={({ field, fieldState }) => (
            <NumberField
              label={t('orders.quantity')}
              name={field.name}
              value={field.value || Number.NaN}
              onChange={(value) => field.onChange(Number.isNaN(value) ? 0 : value)}
              minValue={0}
              maxValue={kMostCodes}
              error={fieldState.error?.message}
            />
          )}
        />
      )}
      <IconButton label={t('orders.remove_line', { name })} onPress={onRemove}>
        <span aria-hidden="true">✕</span>
      </IconButton>
      <details className="wide" open={Boolean(errors?.price || errors?.serials) || own || line.price.trim() !== '' || undefined}>
        <summary>{t('orders.more_of_line')}</summary>
        <div className="stack">
          <FormText control={control} name={`lines.${at}.price`} label={t('orders.price')} hint={t('orders.price_hint')} inputMode="decimal" />
          <SerialsField control={control} at={at} />
        </div>
      </details>
    </div>
  );
}
