// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import type { Value } from './card_fields';
import type { Attribute, CardForm } from './card_queries';

interface Words {
  /** For texts. */
  text: string;
  country: string;
  today: string;
  codes: readonly Schemas['TrialCode'][];
}

/** What the sandbox would write where nothing is written yet: whatever the group's form demands, so that the checks let it pass. */
export function exampleOf(form: CardForm, values: Record<string, Value>, words: Words): Record<string, Value> {
  const filled = { ...values };
  for (const attribute of form.attributes)
    if (attribute.mandatory && !values[attribute.id]?.value) filled[attribute.id] = valueOf(attribute, form, words);
  return filled;
}

function valueOf(attribute: Attribute, form: CardForm, { text, country, today, codes }: Words): Value {
  const unit = attribute.units[0] ?? '';
  switch (attribute.type) {
    case 'number':
      return { value: String(Math.max(attribute.least ?? 0, 1)), unit };
    case 'choice':
      return { value: attribute.choices[0]?.code ?? '', unit };
    case 'flag':
      return { value: 'no', unit };
    case 'date':
      return { value: today, unit };
    case 'country':
      return { value: country, unit };
    case 'class': {
      const own = codes.filter((one) => one.classifier === attribute.classifier);
      const fitting = own.find((one) => form.headings.some((heading) => one.code.startsWith(heading)));
      return { value: (fitting ?? own[0])?.code ?? '', unit };
    }
    default:
      return { value: text, unit };
  }
}
