// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';
import type { Address } from '@/ui/address';

export const kinds = ['document', 'order', 'code'] as const;

export interface TicketFields {
  topic: string;
  group: string;
  kind: string;
  value: string;
  subject: string;
  text: string;
}

export const kNothing = 'none';
export const kLongestSubject = 150;

/** What stands in the address of the form: ?about=order:123, ?topic=codes, and an error with the page where it was met. */
export interface Prefilled {
  topic: string;
  kind: string;
  value: string;
  subject: string;
  error: string;
  request: string;
  page: string;
}

export function readAbout(text: string): Pick<Prefilled, 'kind' | 'value'> {
  const [, kind = '', value = ''] = /^([a-z]+):(.+)$/s.exec(text) ?? [];
  return (kinds as readonly string[]).includes(kind) ? { kind, value } : { kind: kNothing, value: '' };
}

export const prefilledOf = (address: Address): Prefilled => ({
  ...readAbout(address.about ?? ''),
  topic: address.topic ?? '',
  subject: (address.subject ?? '').slice(0, kLongestSubject),
  error: address.error ?? '',
  request: address.request ?? '',
  page: address.page ?? '',
});

/** As it is sent. */
export const ticketOf = (fields: TicketFields): Schemas['OpenTicket'] => ({
  topic: fields.topic,
  subject: fields.subject.trim(),
  text: fields.text.trim(),
  ...(fields.group === kNothing ? {} : { group: fields.group }),
  ...(fields.kind === kNothing || !fields.value.trim()
    ? {}
    : { about: { kind: fields.kind as Schemas['TicketAboutKind'], value: fields.value.trim() } }),
});
