// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from '@tanstack/react-query';
import { api, call } from '@/api/client';
import type { Schemas } from '@/api/queries';
import type { Tone } from '@/ui/values';

export type ApiKey = Schemas['ApiKey'];
export type Scope = Schemas['Scope'];

export const scopes: readonly Scope[] = ['receipts', 'checks', 'documents', 'orders', 'read'];
export const keyTones: Record<ApiKey['state'], Tone> = { active: 'good', expiring: 'warn', rotated: 'neutral', expired: 'bad', revoked: 'bad' };

export const keysQuery = queryOptions({ queryKey: ['api-keys'], queryFn: () => call(api.GET('/api/v1/api-keys')) });

/** Addresses as people write them into one field. */
export const addressesOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** The end of a day, as the interface wants a term. */
export const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString();
