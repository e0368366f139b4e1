// SPDX-License-Identifier: Apache-2.0
import { useForm } from 'react-hook-form';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { RadioGroup } from '@/ui/choices';
import { ErrorNotice } from '@/ui/ErrorNotice';
import { FormSelect, FormText } from '@/ui/form_fields';
import { Dialog } from '@/ui/overlays';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import type { PackingDesk } from './desk';
import { useGoods } from './packable';
import { isPrefix, roomOf, type Setup } from './packing';

interface Fields {
  gtin: string;
  size: string;
  prefix: string;
  next: string;
}
const kMostUnits = 1_500;

/** What goes into a box, how much, and where its number comes from. */
export function SetupDialog({ desk, before, onClose }: { desk: PackingDesk; before: Setup | null; onClose: () => void }) {
  const t = useText();
  const goods = useGoods();
  const [label, setLabel] = useState<Setup['label']>(before?.label ?? 'scan');
  const open = desk.look().box.units.length > 0;
  const { control, handleSubmit } = useForm<Fields>({
    defaultValues: {
      gtin: before?.gtin ?? '',
      size: before ? String(before.size) : '',
      prefix: before?.prefix ?? '',
      next: String(before?.next ?? 1),
    },
  });
  const whole = (least: number, most: number) => (value: string) =>
    (/^\d+$/.test(value) && Number(value) >= least && Number(value) <= most) || t('aggregation.number_between', { least, most });
  const begin = handleSubmit(({ gtin, size, prefix, next }) => {
    desk.setUp({ gtin, size: Number(size), label, prefix: label === 'count' ? prefix : '', next: Number(next) || 1 });
    onClose();
  });
  return (
    <Dialog title={t('aggregation.set_up')} isOpen onClose={onClose}>
      <form className="stack" noValidate onSubmit={(event) => void begin(event)}>
        {goods.error && <ErrorNotice error={goods.error} onRetry={() => void goods.refetch()} />}
        {open && <Notice tone="warn">{t('aggregation.box_is_open')}</Notice>}
        <FormSelect
          control={control}
          name="gtin"
          rules={{ required: t('aggregation.needed'), validate: (gtin) => !open || gtin === before?.gtin || t('aggregation.box_is_open') }}
          label={t('aggregation.goods')}
          choices={(goods.data ?? []).map((one) => ({ id: one.gtin, name: one.name, about: one.gtin }))}
        />
        <FormText
          control={control}
          name="size"
          rules={{ required: t('aggregation.needed'), validate: whole(1, kMostUnits) }}
          label={t('aggregation.size')}
          inputMode="numeric"
        />
        <RadioGroup
          label={t('aggregation.label')}
          value={label}
          onChange={(value) => setLabel(value as Setup['label'])}
          choices={(['scan', 'count'] as const).map((id) => ({ id, name: t(`aggregation.label.${id}`), about: t(`aggregation.label_about.${id}`) }))}
        />
        {label === 'count' && (
          <>
            <FormText
              control={control}
              name="prefix"
              rules={{ required: t('aggregation.needed'), validate: (value) => isPrefix(value) || t('aggregation.prefix_form') }}
              label={t('aggregation.prefix')}
              hint={t('aggregation.prefix_hint')}
              inputMode="numeric"
              mono
            />
            <FormText
              control={control}
              name="next"
              rules={{ validate: (value, { prefix }) => whole(1, isPrefix(prefix) ? roomOf(prefix) : 999)(value) }}
              label={t('aggregation.next')}
              inputMode="numeric"
              mono
            />
          </>
        )}
        <div>
          <Button look="main" type="submit">
            {t('aggregation.start')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
