// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';
import { useFieldArray, useWatch, type UseFormReturn } from 'react-hook-form';
import { Count } from '@/ui/values';
import { EmptyState } from '@/ui/surfaces';
import { Tabs } from '@/ui/Tabs';
import { useRichText, useText } from '@/ui/text';
import { countOf, type Fields } from './order_fields';
import { OrderLineFields } from './OrderLineFields';
import { PasteLines } from './PasteLines';
import { ProductPicker } from './ProductPicker';
import { useProducts } from './products';

/** Which goods, and how many codes of each. */
export function ProductsStage({ form }: { form: UseFormReturn<Fields> }) {
  const t = useText();
  const rich = useRichText();
  const { control, getValues, setValue } = form;
  const lines = useFieldArray({ control, name: 'lines' });
  const [group, principal] = useWatch({ control, name: ['group', 'principal'] });
  const now = useWatch({ control, name: 'lines' });
  const products = useProducts(now.map((line) => line.gtin), principal);
  const added = useRef<string>(undefined);
  // Whoever adds a product goes on with its quantity.
  useEffect(() => {
    const at = now.findIndex((line) => line.gtin === added.current);
    if (at < 0) return;
    added.current = undefined;
    document.querySelector<HTMLElement>(`[data-line="${at}"] input`)?.focus();
  }, [now]);
  const add = (chosen: readonly { gtin: string; quantity: number }[]) => {
    for (const { gtin, quantity } of chosen) {
      const at = getValues('lines').findIndex((line) => line.gtin === gtin);
      if (at < 0) lines.append({ gtin, quantity, price: '', serials: '' }, { shouldFocus: false });
      else if (quantity) setValue(`lines.${at}.quantity`, quantity, { shouldDirty: true });
    }
    if (chosen.length === 1) added.current = chosen[0]?.gtin;
  };
  const total = now.reduce((sum, line) => sum + countOf(line), 0);
  return (
    <>
      <Tabs
        label={t('orders.how_to_choose')}
        sheets={[
          { id: 'search', name: t('orders.by_search'), content: <ProductPicker group={group} principal={principal} onChoose={(gtin) => add([{ gtin, quantity: 0 }])} /> },
          { id: 'paste', name: t('orders.by_paste'), content: <PasteLines onAdd={add} /> },
        ]}
      />
      {lines.fields.length === 0 ? (
        <EmptyState title={t('orders.no_lines')}>{t('orders.no_lines_about')}</EmptyState>
      ) : (
        <>
          <ol className="order-lines">
            {lines.fields.map((line, at) => (
              <li key={line.id} data-line={at}>
                <OrderLineFields form={form} at={at} known={products.get(line.gtin)} onRemove={() => lines.remove(at)} />
              </li>
            ))}
          </ol>
          <p aria-live="polite">
            {rich('orders.total', { lines: now.length, count: total, codes: <Count key="codes" value={total} /> })}
          </p>
        </>
      )}
    </>
  );
}
