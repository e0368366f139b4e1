// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export type Profile = Schemas['Profile'];

/** The form: every field is there, empty or not. Names are those of the document. */
export interface Fields {
  address: string;
  phone: string;
  email: string;
  kpp: string;
  types: string[];
  groups: string[];
  bank: { bank: string; account: string };
  /** Lines: a name in each line of the text. A form that was kept long ago has sites without a KPP. */
  sites: { name: string; address: string; lines: string; kpp?: string }[];
}

export const stages: { name: 'contacts' | 'part' | 'bank' | 'sites' | 'review'; fields: (keyof Fields)[] }[] = [
  { name: 'contacts', fields: ['address', 'kpp', 'phone', 'email'] },
  { name: 'part', fields: ['types', 'groups'] },
  { name: 'bank', fields: ['bank'] },
  { name: 'sites', fields: ['sites'] },
  { name: 'review', fields: [] },
];

/** What the profile says, or else the state's register, or the application. */
export const fieldsOf = (
  profile: Profile | null,
  registered?: Schemas['BusinessEntity'] | null,
  applied?: Schemas['AppliedContacts'] | null,
): Fields => ({
  address: profile?.address ?? registered?.address?.text ?? '',
  kpp: profile?.kpp ?? registered?.kpp ?? '',
  phone: profile?.phone ?? applied?.phone ?? '',
  email: profile?.email ?? applied?.email ?? '',
  types: profile?.types ?? [],
  groups: profile?.groups ?? [],
  bank: profile?.bank ?? { bank: '', account: '' },
  sites: profile?.sites?.map(({ name, address, lines, kpp }) => ({ name, address, lines: lines?.join('\n') ?? '', kpp: kpp ?? '' })) ?? [],
});

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

const kppOf = (text: string | undefined): { kpp?: string } => (text?.trim() ? { kpp: text.trim() } : {});

/** The document that is signed. */
export function documentOf(fields: Fields): { kind: 'complete_profile' } & Profile {
  const sites = fields.sites
    .filter((site) => site.name || site.address)
    .map(({ name, address, lines, kpp }) => ({
      name: name.trim(),
      address: address.trim(),
      ...(linesOf(lines).length ? { lines: linesOf(lines) } : {}),
      ...kppOf(kpp),
    }));
  return {
    kind: 'complete_profile',
    address: fields.address.trim(),
    phone: fields.phone.replace(/[\s()-]/g, ''),
    email: fields.email.trim(),
    ...kppOf(fields.kpp),
    groups: fields.groups,
    types: fields.types,
    ...(fields.bank.account ? { bank: { bank: fields.bank.bank.trim(), account: fields.bank.account.replace(/\s/g, '') } } : {}),
    ...(sites.length ? { sites } : {}),
  };
}

/** The first stage that has a mistake, so that whoever sent the form sees it. */
export function stageWith(mistakes: readonly { field: string }[]): number {
  return stages.findIndex((stage) => stage.fields.some((name) => mistakes.some(({ field }) => field.split('.')[0] === name)));
}
