// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import { useEvents } from '@/api/events';
import { everyRow, usePages, type Listed } from '@/api/pages';
import { queryClient, useMe, type Schemas } from '@/api/queries';
import type { Address } from '@/ui/address';
import { momentAfter, momentOf } from '@/ui/days';
import type { RowsInHand } from '@/ui/ExportTable';
import type { Tone } from '@/ui/values';

export type Shipment = Schemas['Shipment'];
export type Direction = Schemas['ShipmentDirection'];
export type State = Schemas['ShipmentState'];
export type Decision = 'all' | 'listed' | 'none';

export const states: readonly State[] = ['waiting', 'accepted', 'partly_accepted', 'refused', 'cancelled'];
export const tones: Record<State, Tone> = { waiting: 'main', accepted: 'good', partly_accepted: 'warn', refused: 'bad', cancelled: 'neutral' };

const kPage = 100;

/** A page of what was sent or received, newest first, as the address of the screen narrows it. */
const ask = (direction: Direction, { state, counterpart, from, until }: Address) => (before: string | undefined) =>
  call(
    api.GET('/api/v1/shipments', {
      params: {
        query: {
          direction,
          state: states.find((one) => one === state),
          counterpart,
          from: from && momentOf(from),
          until: until && momentAfter(until),
          before,
          limit: kPage,
        },
      },
    }),
  );

export function useShipments(direction: Direction, address: Address): Listed<Schemas['ShipmentPage'], Shipment> {
  const { state, counterpart, from, until } = address;
  return usePages(['shipments', direction, state, counterpart, from, until], ask(direction, address), (page) => page.shipments);
}

/** All of them, for a file. */
export const everyShipment = (direction: Direction, address: Address, inHand: RowsInHand): Promise<Shipment[]> =>
  everyRow(ask(direction, address), (page) => page.shipments, inHand);

const whole = (shipment: string, from: number | undefined) =>
  call(api.GET('/api/v1/shipments/{shipment}', { params: { path: { shipment }, query: { from, limit: kPage } } }));

/** One shipment with its goods. */
export const useShipment = (shipment: string) =>
  useQuery({ queryKey: ['shipments', 'one', shipment], queryFn: () => whole(shipment, undefined), enabled: shipment !== '' });

/** What the sender named, page by page. */
export const useNamedCodes = (shipment: string): Listed<Schemas['WholeShipment'], { cis: string }> =>
  usePages(
    ['shipments', 'codes', shipment],
    (from: number | undefined) => whole(shipment, from),
    (page) => page.codes.map((cis) => ({ cis })),
  );

/** What the other side does is on the screen at once. */
export function useFresh(): void {
  const sees = useMe()?.rights.includes('see_codes') ?? false;
  useEvents((event) => {
    if (event.name.startsWith('shipment.')) void queryClient.invalidateQueries({ queryKey: ['shipments'] });
  }, sees);
}
