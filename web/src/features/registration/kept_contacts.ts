// SPDX-License-Identifier: Apache-2.0

/** Where whoever applies is reached. */
export interface Contacts {
  email: string;
  phone: string;
}

const kKey = 'tamga.applicant';

/** Kept in this tab, for whoever has to apply again. */
export const keepContacts = ({ email, phone }: Contacts): void => sessionStorage.setItem(kKey, JSON.stringify({ email, phone }));

export function keptContacts(): Contacts {
  try {
    const kept = JSON.parse(sessionStorage.getItem(kKey) ?? '{}') as Partial<Contacts>;
    return { email: String(kept.email ?? ''), phone: String(kept.phone ?? '') };
  } catch {
    return { email: '', phone: '' };
  }
}
