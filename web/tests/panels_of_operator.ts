// SPDX-License-Identifier: Apache-2.0
import { kCast } from './cast';
import { press, type Panel } from './panels';
import type { Things } from './things_to_open';

/** Of the operator: queues and their decisions. */
export const ofOperator = (made: Things): Panel[] => [
  { of: 'operator_announcements/Announcements', at: `/operator/announcements?announcement=${made.announcement}`, open: true, press: ['operator_announcements.withdraw'] },
  { of: 'operator_announcements/Publish', at: '/operator/announcements/new', stages: [press('operator_announcements.sign')] },
  { of: 'operator_audits/RunPanel', at: '/operator/audits', stages: [({ page }) => page.getByRole('row').nth(1).click()] },
  { of: 'operator_letters/LetterPanel', at: '/operator/letters', stages: [({ page }) => page.getByRole('row').nth(1).click()] },
  { of: 'operator_cards/Decision', at: '/operator/cards/04787002000011', press: ['operator_cards.block'] },
  { of: 'operator_cards/Decision', at: `/operator/cards/${made.card}`, press: ['operator_cards.publish'] },
  { of: 'operator_cards/Decision', at: `/operator/cards/${made.stopped}`, press: ['operator_cards.unblock'] },
  {
    of: 'operator_cards/CardPage',
    at: `/operator/cards/${made.card}`,
    stages: [
      async (visitor) => {
        await visitor.page.getByLabel(visitor.words('operator_cards.remark_whole')).fill('Shtrix-kod suratda koʻrinmaydi.');
        await visitor.pressHere(visitor.words('operator_cards.return'));
      },
    ],
  },
  { of: 'operator_catalogue/Prefixes', at: `/operator/prefixes?prefix=${made.prefix}`, open: true, press: ['operator_catalogue.withdraw'] },
  { of: 'operator_catalogue/Prefixes', at: '/operator/prefixes', press: ['operator_catalogue.assign', ['operator_catalogue.assign', 'operator_catalogue.sign']] },
  { of: 'operator_checks/Channels', at: `/operator/channels?channel=${made.channel}`, open: true, press: ['operator_checks.connect', 'operator_checks.refuse'] },
  {
    of: 'operator_codes/Blocks',
    at: '/operator/blocks',
    stages: [
      async (visitor) => {
        await visitor.page.getByLabel(visitor.words('operator_codes.codes')).fill(`${made.codes[4]}\n${made.codes[4]}\nwater`);
        await visitor.page.getByLabel(visitor.words('operator_codes.act')).fill('17-son buyruq, 2026-11-26');
      },
      press('operator_codes.do.block'),
    ],
  },
  { of: 'operator_codes/Recalls', at: `/operator/recalls?recall=${made.recall}`, open: true, press: ['operator_codes.lift'] },
  { of: 'operator_codes/Recalls', at: '/operator/recalls', press: ['operator_codes.declare', ['operator_codes.declare', 'operator_codes.sign_recall']] },
  { of: 'operator_contracts/Asked', at: `/operator/contracts/asked?request=${made.request}`, open: true, press: ['operator_contracts.close'] },
  {
    of: 'operator_participants/DecideStanding',
    at: `/operator/participants/${made.provider}`,
    press: ['operator_participants.decision.restrict', 'operator_participants.decision.block'],
  },
  { of: 'operator_payments/PaymentPanel', at: `/operator/payments?payment=${made.payment}`, open: true, press: ['operator_payments.propose'] },
  { of: 'operator_payments/PaymentPanel', at: `/operator/payments?payment=${made.proposed}`, open: true, press: ['operator_payments.agree', 'operator_payments.refuse'] },
  {
    of: 'operator_payments/Statement',
    at: '/operator/statement',
    stages: [
      ({ page }) => page.locator('input[type=file]').setInputFiles({ name: 'statement.csv', mimeType: 'text/csv', buffer: Buffer.from('date;amount;number;payer_tax_id;payer_name;payer_account;purpose\n') }),
    ],
  },
  { of: 'operator_printing/ProviderPage', at: `/operator/providers/${made.provider}`, press: ['operator_printing.remove_provider'] },
  { of: 'operator_printing/ProviderPage', at: '/operator/providers/new', stages: [press('operator_printing.sign_and_list')] },
  { of: 'operator_printing/Tails', at: '/operator/tails', stages: [({ page }) => page.getByRole('row').nth(1).click()] },
  { of: 'operator_support/Comments', at: `/operator/comments?comment=${made.comment}`, open: true, press: ['operator_support.hide'] },
  { of: 'operator_support/Comments', at: `/operator/comments?comment=${made.hidden}`, open: true, press: ['operator_support.show_again'] },
  { of: 'operator_support/TicketSteps', at: `/operator/tickets/${made.ticket}`, press: ['operator_support.close', 'operator_support.take_over'] },
  {
    of: 'operator_support/ViolationPanel',
    at: `/operator/violations?violation=${made.violation}`,
    open: true,
    press: ['operator_support.confirm', ['operator_support.confirm', 'operator_support.confirm'], 'operator_support.dismiss'],
  },
  { of: 'operator_support/ViolationPanel', at: `/operator/violations?violation=${made.taken}`, open: true, press: ['operator_support.take_over'] },
  { of: 'operator_groups/AmendGroup', at: '/operator/groups/water', stages: [press('operator_groups.sign')] },
  { of: 'operator_participants/Participants', at: `/operator/participants?query=${kCast.uz.receiver.taxId}` },
];

/** Of the operator in Russia. */
export const ofRussianOperator = (made: Things): Panel[] => [
  {
    of: 'operator_applications/ApplicationPanel',
    at: `/operator/applications?application=${made.application}`,
    open: true,
    press: ['operator_applications.approve', 'operator_applications.reject', ['operator_applications.reject', 'operator_applications.reject']],
  },
  {
    of: 'operator_printing/RegistrarPanel',
    at: `/operator/registrars?registrar=${made.registrar}`,
    open: true,
    press: ['operator_printing.move.confirm', 'operator_printing.move.refuse', 'operator_printing.move.withdraw'],
  },
];
