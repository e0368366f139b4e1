// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import type { Schemas } from '@/api/queries';
import { countryName } from '@/ui/countries';
import { numberLocale } from '@/ui/uzbek_forms';
import { Day } from '@/ui/values';

type Say = (id: string) => string;
type Said = Schemas['CardAttribute'];

/** Told in the head of the card already. */
const kToldAbove = new Set(['name_ru', 'name_uz', 'name_en', 'brand', 'producer']);
const kUnits = new Set(['l', 'ml', 'kg', 'g', 'm', 'piece', 'day', 'month']);

/** What a card says to buyers, in the order of its form; codes of classifiers are for clerks. */
export function attributesOf(card: Schemas['PublishedCard'], form: Schemas['CardForm'], t: Say, locale: string): [string, ReactNode][] {
  const says = new Map(card.content.attributes.map((one) => [one.id, one]));
  return form.attributes.flatMap((attribute): [string, ReactNode][] => {
    const said = says.get(attribute.id);
    if (!said || kToldAbove.has(attribute.id) || attribute.type === 'class') return [];
    return [[attribute.name, valueOf(said, attribute, t, locale)]];
  });
}

function valueOf(said: Said, { id, type, choices }: Schemas['CardFormAttribute'], t: Say, locale: string): ReactNode {
  const value = said.value ?? '';
  const named = (code: string) => choices.find((choice) => choice.code === code)?.name ?? code;
  if (said.values) return said.values.map(named).join(', ');
  switch (type) {
    case 'date':
      return <Day key={id} date={value} />;
    case 'country':
      return countryName(value, locale);
    case 'flag':
      return t(value === 'yes' ? 'check.yes' : 'check.no');
    case 'number': {
      const unit = said.unit && (kUnits.has(said.unit) ? t(`check.unit.${said.unit}`) : said.unit);
      const number = new Intl.NumberFormat(numberLocale(locale), { maximumFractionDigits: 6 }).format(Number(value));
      return unit ? `${number}\u00a0${unit}` : number;
    }
    default:
      return named(value);
  }
}
