// SPDX-License-Identifier: Apache-2.0
import { api, call } from '@/api/client';
import { ProblemError } from '@/api/problem';
import type { Schemas } from '@/api/queries';
import { readStripes, readText } from './digital_link';
import type { Verdict } from './verdict';

export const deskQuery = {
  queryKey: ['support'],
  queryFn: () => call(api.GET('/api/v1/support')),
  staleTime: 300_000,
};

export interface ReportFields {
  kind: string;
  goods: string;
  shop: string;
  address: string;
  where: { latitude: string; longitude: string } | null;
  text: string;
  email: string;
  consent: boolean;
}

/** What a verdict suggests, where the country has a kind of this name. */
const kSuggested: Partial<Record<Verdict, string>> = { expired: 'expired', sold: 'already_sold', unknown: 'unknown_code', forged: 'unknown_code' };

export const suggestedKind = (verdict: Verdict | undefined, kinds: readonly { kind: string }[]): string => {
  const name = verdict && kSuggested[verdict];
  return kinds.some((one) => one.kind === name) ? (name ?? '') : '';
};

/** As it is sent: what is empty stays away; the number under stripes is a GTIN, everything else a code as it came. */
export function reportOf(fields: ReportFields, language: string): Schemas['ReportViolation'] {
  const goods = fields.goods.trim();
  const gtin = readStripes(goods);
  const linked = readText(goods);
  const about = !goods ? {} : gtin ? { gtin } : (linked ?? { code: goods });
  const said = (name: 'shop' | 'address' | 'text' | 'email') => (fields[name].trim() ? { [name]: fields[name].trim() } : {});
  return {
    kind: fields.kind,
    ...about,
    ...said('shop'),
    ...said('address'),
    ...fields.where,
    ...said('text'),
    ...said('email'),
    ...(fields.email.trim() ? { consent: fields.consent } : {}),
    language,
  };
}

/** What the system refused, by the field it means: 'kind', 'code', 'email' ... */
export function refusedFields(error: unknown): Record<string, string> {
  const items = error instanceof ProblemError ? error.items : [];
  return Object.fromEntries(items.flatMap((one) => (one.pointer ? [[one.pointer.slice(1), `${one.title}. ${one.remedy}`]] : [])));
}
