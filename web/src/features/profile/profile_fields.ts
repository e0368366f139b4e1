// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export type Profile = Schemas['Profile'];

/** The form: every field is there, empty or not. Names are those of the document. */
export interface Fields {
  address: string;
  phone: string;
  email: string;
  types: string[];
  groups: string[];
  bank: { bank: string; account: string };
  sites: { name: string; address: string }[];
}

export const stages: { name: 'contacts' | 'part' | 'bank' | 'sites'; fields: (keyof Fields)[] }[] = [
  { name: 'contacts', fields: ['address', 'phone', 'email'] },
  { name: 'part', fields: ['types', 'groups'] },
  { name: 'bank', fields: ['bank'] },
  { name: 'sites', fields: ['sites'] },
];

export const fieldsOf = (profile: Profile | null, address: string): Fields => ({
  address: profile?.address ?? address,
  phone: profile?.phone ?? '',
  email: profile?.email ?? '',
  types: profile?.types ?? [],
  groups: profile?.groups ?? [],
  bank: profile?.bank ?? { bank: '', account: '' },
  sites: profile?.sites?.map(({ name, address: place }) => ({ name, address: place })) ?? [],
});

/** The document that is signed. Lines of sites that are kept stay as they were. */
export function documentOf(fields: Fields, before: Profile | null): { kind: 'complete_profile' } & Profile {
  const lines = new Map(before?.sites?.map((site) => [site.name, site.lines]));
  const sites = fields.sites
    .filter((site) => site.name || site.address)
    .map((site) => ({ ...site, ...(lines.get(site.name) ? { lines: lines.get(site.name) } : {}) }));
  return {
    kind: 'complete_profile',
    address: fields.address.trim(),
    phone: fields.phone.replace(/[\s()-]/g, ''),
    email: fields.email.trim(),
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
