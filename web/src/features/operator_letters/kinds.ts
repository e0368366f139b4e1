// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

export type Letter = Schemas['OperatorLetter'];
export type State = Schemas['LetterState'];

export const states = ['waiting', 'sending', 'sent', 'failed'] as const satisfies readonly State[];
export const tones = { waiting: 'neutral', sending: 'neutral', sent: 'good', failed: 'bad' } as const satisfies Record<State, string>;

/** What letters tell, in the order of a participant's way: the texts of spec/mail. */
export const kinds = [
  'application_received',
  'application_waiting',
  'application_approved',
  'application_rejected',
  'application_withdrawn',
  'confirm_email',
  'user_added',
  'certificate_expiring',
  'head_changed',
  'profile_restricted',
  'profile_restored',
  'signature_revoked',
  'prior_request',
  'prior_request_received',
  'contract_ready',
  'contract_active',
  'contract_returned',
  'contract_replaced',
  'prices_begin',
  'card_published',
  'card_returned',
  'order_unpaid',
  'order_queued',
  'order_ready',
  'order_declined',
  'invoice_over_debt',
  'codes_running_out',
  'codes_expiring',
  'shipment_incoming',
  'code_sold_by_other',
  'recall_declared',
  'ticket_answered',
  'ticket_closed',
  'violation_decided',
] as const;

/** One that is known by name here; a newer server may have others. */
export const isKind = (text: string): boolean => (kinds as readonly string[]).includes(text);
