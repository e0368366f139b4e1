// SPDX-License-Identifier: Apache-2.0
import { useState, type ReactNode } from 'react';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { Button } from '@/ui/Button';
import { FormTextArea } from '@/ui/form_fields';
import { useText } from '@/ui/text';
import { Badge } from '@/ui/values';
import { fieldOf, type Remarks } from './remarks';

interface Props {
  form: UseFormReturn<Remarks>;
  pointer: string;
  name: string;
  value: ReactNode;
  /** Of the edition in force, where it differs. */
  before?: string | null;
  legal?: boolean;
  writes: boolean;
}

/** One field of a card and what a moderator has against it. */
export function FieldRow({ form, pointer, name, value, before, legal, writes }: Props) {
  const t = useText();
  const field = `remarks.${fieldOf(pointer)}` as const;
  const text = useWatch({ control: form.control, name: field });
  const [open, setOpen] = useState(false);
  const shown = writes && (open || Boolean(text));
  return (
    <li>
      <div className="stack-tight">
        <span className="quiet small">
          {name} {legal && <Badge>{t('operator_cards.legal')}</Badge>}
        </span>
        <span className="field-value">{value}</span>
        {before && (
          <span className="small">
            {t('operator_cards.before')} <del>{before}</del>
          </span>
        )}
      </div>
      {writes && !shown && (
        <Button look="quiet" onPress={() => setOpen(true)} aria-label={`${t('operator_cards.remark')}: ${name}`}>
          {t('operator_cards.remark')}
        </Button>
      )}
      {shown && (
        <div className="field-remark">
          <FormTextArea control={form.control} name={field} label={t('operator_cards.remark_to', { name })} rows={2} autoFocus={open} />
        </div>
      )}
    </li>
  );
}
