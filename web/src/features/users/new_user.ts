// SPDX-License-Identifier: Apache-2.0
import type { AnyDocument } from '@/signing/intent';
import type { Access } from './AccessFields';

/** Names are those of the document `admit_user`. */
export interface NewUser extends Access {
  certificate: string;
  email: string;
  language: string;
}

export const emptyUser = (language: string): NewUser => ({ certificate: '', email: '', language, roles: [], groups: [], places: [] });

export const stages: { name: 'certificate' | 'contacts' | 'access' | 'review'; fields: (keyof NewUser)[] }[] = [
  { name: 'certificate', fields: ['certificate'] },
  { name: 'contacts', fields: ['email', 'language'] },
  { name: 'access', fields: ['roles', 'groups', 'places'] },
  { name: 'review', fields: [] },
];

/** The first stage that has a mistake. */
export const stageWith = (mistakes: readonly { field: string }[]): number =>
  stages.findIndex((stage) => stage.fields.some((name) => mistakes.some(({ field }) => field.split('.')[0] === name)));

/** The document that is signed; an empty limit is none. */
export function documentOf({ groups, places, ...fields }: NewUser): AnyDocument {
  return {
    kind: 'admit_user',
    ...fields,
    email: fields.email.trim(),
    ...(groups.length ? { groups } : {}),
    ...(places.length ? { places } : {}),
  };
}
