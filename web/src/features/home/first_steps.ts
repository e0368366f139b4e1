// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useMay, useMe, useSystem } from '@/api/queries';
import { useIsPage } from '@/ui/address';

export interface FirstStep {
  id: 'product' | 'order';
  done: boolean;
  where: string;
}

/** Who makes or imports goods goes on with a product and an order of codes; a shop or a warehouse has neither. */
export function useFirstSteps(): FirstStep[] {
  const may = useMay();
  const me = useMe();
  const system = useSystem();
  const isPage = useIsPage();
  const makes = system?.participant_types.some((part) => part.production_sites && me?.participant.types.includes(part.code)) ?? false;
  const cards = useQuery({
    queryKey: ['cards', 'published', 'first'],
    queryFn: () => call(api.GET('/api/v1/cards', { params: { query: { state: 'published', limit: 1 } } })),
    enabled: makes && may('see_goods'),
  });
  const orders = useQuery({
    queryKey: ['orders', 'first'],
    queryFn: () => call(api.GET('/api/v1/orders', { params: { query: { limit: 1 } } })),
    enabled: makes && (may('see_documents') || may('order_codes')),
  });
  const page = (path: string) => (isPage(path) ? path : '');
  return [
    ...(cards.data ? [{ id: 'product', done: cards.data.cards.length > 0, where: page('/goods/new') || page('/goods') } as const] : []),
    ...(orders.data ? [{ id: 'order', done: orders.data.orders.length > 0, where: page('/orders/new') || page('/orders') } as const] : []),
  ];
}
