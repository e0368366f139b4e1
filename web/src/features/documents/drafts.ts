// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call, newKey } from '@/api/client';
import { isOwnDraft } from '@/api/drafts';
import { queryClient, useMe, type Schemas } from '@/api/queries';
import { jobOf } from './jobs';

export interface KeptForm extends Pick<Schemas['Draft'], 'name' | 'kind' | 'person' | 'saved'> {
  /** Kept for whoever is signed in, or for everybody of the organisation. */
  own: boolean;
  /** The page that goes on with it. */
  page?: string;
}

const kPages: Record<string, string> = {
  order_codes: '/orders/new',
  complete_profile: '/profile',
  admit_user: '/users/new',
  power_of_attorney: '/users/powers',
  appoint_provider: '/users/providers',
  apply_registrar: '/printing/new',
};
const kDelivery = /^delivery\.(\d+)$/;

export function keptForm(draft: Schemas['Draft'], user: string): KeptForm {
  const own = isOwnDraft(draft.name, user);
  const [, shipment] = kDelivery.exec(draft.name) ?? [];
  const page = shipment ? `/deliveries/${shipment}` : jobOf(draft.kind) ? `/documents/new/${draft.kind}` : kPages[draft.kind];
  return { ...draft, own, ...(own && page ? { page } : {}) };
}

/** Forms that were begun and not sent, of the whole organisation; lately saved first. */
export function useDrafts() {
  const user = useMe()?.user ?? '';
  const list = useQuery({ queryKey: ['drafts'], queryFn: () => call(api.GET('/api/v1/drafts')), staleTime: 0 });
  return { ...list, drafts: (list.data?.drafts ?? []).map((one) => keptForm(one, user)) };
}

export async function discard(name: string): Promise<void> {
  const params = { path: { draft: name }, header: { 'Idempotency-Key': newKey() } };
  await call(api.DELETE('/api/v1/drafts/{draft}', { params }));
  queryClient.removeQueries({ queryKey: ['draft', name] });
  await queryClient.invalidateQueries({ queryKey: ['drafts'] });
}
