// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, call, fetchBytes } from '@/api/client';
import type { Schemas } from '@/api/queries';
import type { SavedForm } from '@/api/saved_form';
import { useAddress } from '@/ui/address';
import { emptyOrder, type Fields } from './order_fields';
import { isBegun, repeated, withProduct, type Said } from './wished';

export interface Beginning {
  ready: boolean;
  error: unknown;
  /** An order was begun, and the address asks for another. */
  asking: boolean;
  answered: string;
  answer: (answer: 'kept' | 'asked') => void;
  fields: Fields | null;
  /** The product that became one more line of an order that was begun. */
  added: string | null;
}

async function orderAgain(number: string, me: Schemas['Me']): Promise<Fields> {
  const order = await call(api.GET('/api/v1/orders/{order}', { params: { path: { order: number } } }));
  const reads = me.rights.includes('see_documents');
  const said = reads ? (JSON.parse(new TextDecoder().decode(await fetchBytes(`/api/v1/documents/${number}/body`))) as Said) : null;
  return repeated(order, said, me.participant.tax_id);
}

/** What a new order begins with: what was kept, a product from its card, an order that was made. The address asks once:
 * a reload goes on with what has become of it. */
export function useBeginning(me: Schemas['Me'], saved: SavedForm<Fields>): Beginning {
  const [{ gtin, repeat }, setAddress] = useAddress();
  const [wish] = useState({ gtin, repeat });
  const [answered, setAnswered] = useState<'kept' | 'asked' | null>(null);
  const product = useQuery({
    queryKey: ['product', wish.gtin],
    queryFn: () => call(api.GET('/api/v1/goods/{gtin}', { params: { path: { gtin: wish.gtin ?? '' } } })),
    enabled: Boolean(wish.gtin),
  });
  const again = useQuery({
    queryKey: ['order', wish.repeat, 'again'],
    queryFn: () => orderAgain(wish.repeat ?? '', me),
    enabled: Boolean(wish.repeat) && !wish.gtin,
    staleTime: Infinity,
  });
  const ready = saved.before !== undefined && !product.isLoading && !again.isLoading;
  const kept = saved.before && isBegun(saved.before) ? { ...emptyOrder, ...saved.before } : null;
  const asked = product.data ? withProduct(null, product.data) : (again.data ?? null);
  const joined = kept && product.data ? withProduct(kept, product.data) : null;
  const asking = ready && kept !== null && asked !== null && joined === null && answered === null;
  const fields = answered === 'kept' || !asked ? kept : answered === 'asked' ? asked : (joined ?? asked);
  const added = joined && answered === null && joined !== kept && product.data ? product.data.name : null;
  const done = useRef(false);
  const { keep } = saved;
  useEffect(() => {
    if (!ready || asking || done.current) return;
    done.current = true;
    if (fields && fields !== kept) keep(fields);
    if (wish.gtin || wish.repeat) setAddress({ gtin: undefined, repeat: undefined });
  });
  return { ready, error: again.error, asking, answered: answered ?? 'first', answer: setAnswered, fields, added };
}
