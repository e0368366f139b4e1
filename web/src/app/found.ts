// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

/** Where what was found is shown. */
export function pageOfHit({ kind, id }: Schemas['Hit'], authority: boolean): string {
  const part = encodeURIComponent(id);
  switch (kind) {
    case 'code':
      return `/codes/code?code=${part}`;
    case 'product':
      return `/goods/${part}`;
    case 'order':
      return `/orders/${part}`;
    case 'document':
      return `/documents/${part}`;
    case 'invoice':
      return `/finance/invoices?invoice=${part}`;
    case 'participant':
      return authority ? `/operator/participants/${part}` : '/users/providers';
  }
}
