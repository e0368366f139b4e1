// SPDX-License-Identifier: Apache-2.0
import { jobs } from '@/features/documents/jobs';
import { kCast } from './cast';
import type { Things } from './things_to_open';
import type { Visitor } from './visitor';

type Step = (visitor: Visitor) => Promise<unknown>;

/** A page, and what is opened on it one after another; each is looked at, and closed before the next. */
export interface Panel {
  /** File of the panel or of the stages, under `src`. */
  of: string;
  at: string;
  /** One of many that differ in little. */
  alike?: true;
  /** Something stands over the page as soon as it is there. */
  open?: true;
  /** Texts of buttons, by their ids; several in a row are pressed one in the other. */
  press?: readonly (string | readonly string[])[];
  /** Stages of what is filled in: each is looked at. */
  stages?: readonly Step[];
}

export const press =
  (id: string): Step =>
  (visitor) =>
    visitor.pressHere(visitor.words(id));
const tickText = (visitor: Visitor, text: string) => visitor.here.getByText(text).first().click();
const fill =
  (id: string, text: string): Step =>
  (visitor) =>
    visitor.here.getByLabel(visitor.words(id), { exact: true }).first().fill(text);
const tick =
  (id: string): Step =>
  (visitor) =>
    tickText(visitor, visitor.words(id));
const all =
  (...steps: Step[]): Step =>
  async (visitor) => {
    for (const step of steps) await step(visitor);
  };
/** The list that stands at the head of this page. */
const firstRow: Step = ({ page }) => page.getByRole('row').nth(1).click();
const pickFile =
  (name: string, text: string): Step =>
  ({ here }) =>
    here.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

const idle =
  (minutes: number, said: string): Step =>
  (visitor) =>
    visitor.idle(minutes, visitor.words(said));
const key =
  (name: string): Step =>
  async (visitor) => {
    await visitor.page.keyboard.press(name);
    await visitor.onTop.waitFor();
  };
const kWays: Step[] = [1, 2].map((at) => ({ here }) => here.getByRole('tab').nth(at).click());

const { maker } = kCast.uz;
const kNeverIssued = `01${maker.gtin}215ABCDEFGHIJKL`;

/** For whoever is not signed in. */
export const ofAnybody: Panel[] = [
  { of: 'app/PublicLayout', at: '/', press: ['ui.look.short', 'ui.language'] },
  { of: 'registration/Register', at: '/register', stages: [press('registration.go_on'), press('registration.sign_and_send')] },
  { of: 'registration/FindApplication', at: '/application', stages: [press('registration.show')] },
  { of: 'check/Report', at: '/check', stages: [press('check.report.begin'), press('check.report.send')] },
  { of: 'public_site/AskContract', at: '/groups/water', stages: [({ page }) => page.locator('summary').last().click()] },
];

/** Of whoever gets goods. */
export const ofReceiver = (made: Things): Panel[] => [
  { of: 'support/TicketPage', at: `/support/${made.ticket}`, press: ['support.close'] },
  { of: 'shipments/AnswerDialog', at: `/deliveries/${made.shipment}`, press: ['shipments.accept_all', 'shipments.refuse'] },
  {
    of: 'shipments/DeliveryPage',
    at: `/deliveries/${made.shipment}`,
    stages: [
      all(
        (visitor) => visitor.here.getByLabel(visitor.words('ui.codes.area', { field: visitor.words('shipments.scan') })).fill(`${(made.codes[0] ?? '').replaceAll('\u001d', '<GS>')}\n${kNeverIssued}`),
        press('ui.codes.add'),
        (visitor) => visitor.sees(visitor.words('shipments.drop_strange')),
      ),
      all(press('shipments.drop_strange'), (visitor) => visitor.pressHere(visitor.words('shipments.accept_listed', { count: 1 }))),
    ],
  },
];

/** What only Russia knows. */
export const ofRussian = (made: Things): Panel[] => [
  { of: 'registration/Withdraw', at: `/application/${made.application}`, press: ['registration.withdraw'] },
  { of: 'users/Powers', at: `/users/powers?power=${made.power}`, open: true, press: ['users.revoke_power'] },
  { of: 'users/Powers', at: '/users/powers', press: ['users.give_power', ['users.give_power', 'users.sign_power']] },
  { of: 'printing/RegistrarPanel', at: `/printing?registrar=${made.registrar}`, open: true, press: ['printing.withdraw'] },
  { of: 'printing/NewRegistrar', at: '/printing/new', stages: [press('printing.sign_and_ask')] },
];

/** Of a participant who makes goods. */
export const ofMaker = (made: Things): Panel[] => [
  { of: 'app/AccountMenu', at: '/home', press: ['app.account'] },
  { of: 'app/KeyList', at: '/home', stages: [key('?')] },
  { of: 'app/Palette', at: '/home', stages: [key('/'), ({ page }) => page.keyboard.type('04787001')] },
  { of: 'ui/switches', at: '/home', press: ['ui.language', 'ui.look.short'] },
  { of: 'ui/DateField', at: '/documents', press: ['ui.calendar'] },
  { of: 'ui/ExportTable', at: '/reports/stock', press: ['ui.save_table'] },
  { of: 'ui/SavedViews', at: '/orders?status=ready', press: ['ui.views'] },
  { of: 'ui/choices', at: '/orders/new', press: ['orders.group'] },
  { of: 'signing/signer', at: `/users?user=${made.user}`, stages: [all(press('users.block'), press('users.block')), ...kWays] },
  {
    of: 'aggregation/SetupDialog',
    at: '/packing',
    stages: [
      press('aggregation.set_up'),
      all(tick('aggregation.label.count'), fill('aggregation.size', '2'), fill('aggregation.prefix', '14787001'), press('aggregation.goods')),
      all(({ page }) => page.getByRole('option').filter({ hasText: maker.gtin }).click(), press('aggregation.start')),
    ],
  },
  {
    of: 'aggregation/BoxList',
    at: '/packing',
    stages: [
      all(
        press('aggregation.set_up'),
        tick('aggregation.label.count'),
        fill('aggregation.size', '1'),
        fill('aggregation.prefix', '14787001'),
        press('aggregation.goods'),
        ({ page }) => page.getByRole('option').filter({ hasText: maker.gtin }).click(),
        press('aggregation.start'),
        (visitor) => visitor.scan(made.codes[2] ?? ''),
        ({ page }) => page.getByRole('row').nth(1).waitFor(),
      ),
      firstRow,
    ],
  },
  { of: 'developer/Keys', at: '/developer', press: ['developer_words.make_key', ['developer_words.make_key', 'developer_words.sign_key']] },
  { of: 'developer/KeyPanel', at: `/developer?key=${made.apiKey}`, open: true, press: ['developer_words.rotate', 'developer_words.revoke'] },
  { of: 'developer/RequestPanel', at: '/developer/requests', stages: [firstRow] },
  { of: 'documents/Drafts', at: `/documents/drafts?draft=${encodeURIComponent(made.draft)}`, open: true, press: ['documents.draft_drop'] },
  ...jobs.map((job): Panel => ({ of: 'documents/JobForm', alike: true, at: `/documents/new/${job.kind}`, stages: [press('documents.to_sign')] })),
  {
    of: 'documents/FromVerifier',
    at: '/documents/new/report_quality',
    stages: [press('documents.from_verifier'), pickFile('verifier.csv', `code;grade\n${made.codes[4]};A\n${made.codes[5]};\n`)],
  },
  { of: 'documents/sources', at: '/documents/new/apply', press: ['documents.from_order'] },
  {
    of: 'documents/sources',
    at: '/documents/new/withdraw',
    press: ['documents.from_package', 'documents.from_search'],
  },
  {
    of: 'documents/SignJob',
    at: '/documents/new/disaggregate',
    stages: [
      all(
        (visitor) => visitor.here.getByLabel(visitor.words('ui.codes.area', { field: visitor.words('documents.field.packages') })).fill(kNeverIssued),
        press('ui.codes.add'),
        press('documents.to_sign'),
      ),
    ],
  },
  {
    of: 'documents/SignJob',
    at: '/documents/new/write_off',
    stages: [
      all(
        fill('documents.field.act', 'Akt 7 / 2026-11-26'),
        async (visitor) => {
          await visitor.page.getByRole('combobox', { name: visitor.words('documents.field.reason') }).press('ArrowDown');
          await visitor.page.getByRole('option', { name: await visitor.nameOf('write_off_reasons', 'KM_SPOILED'), exact: true }).click();
        },
        (visitor) => visitor.here.getByLabel(visitor.words('ui.codes.area', { field: visitor.words('documents.field.codes') })).fill(kNeverIssued),
        press('ui.codes.add'),
        press('documents.to_sign'),
      ),
    ],
  },
  { of: 'finance/AskInvoice', at: '/finance', press: ['finance.ask_invoice', ['finance.ask_invoice', 'finance.ask_invoice']] },
  { of: 'finance/TopUp', at: '/finance', press: ['finance.top_up'] },
  { of: 'finance/InvoicePanel', at: `/finance/invoices?invoice=${made.invoice}`, open: true, press: ['finance.cancel_invoice'] },
  { of: 'goods/Goods', at: '/goods', press: ['goods.export'] },
  { of: 'goods/DraftList', at: '/goods?show=drafts', press: ['goods.remove'] },
  { of: 'goods/Catalogue', at: `/goods/catalogue?gtin=${maker.gtin}`, open: true },
  { of: 'goods/EndCard', at: `/goods/${maker.gtin}`, press: ['goods.end.block_card', 'goods.end.archive_card'] },
  { of: 'goods/NewCard', at: '/goods/new', stages: [press('goods.go_on')] },
  { of: 'goods/CardEditor', at: `/goods/${maker.gtin}/edit`, stages: [press('goods.sign_and_publish')] },
  { of: 'channels/ChannelsPage', at: '/channels', press: ['channels.end'] },
  { of: 'help/Comments', at: '/help/money', press: ['help.take_back'] },
  { of: 'help/WriteComment', at: '/help/orders', stages: [press('help.publish')] },
  { of: 'support/TicketForm', at: '/support/new', stages: [press('support.send')] },
  { of: 'journal/EntryPanel', at: '/journal', stages: [firstRow] },
  {
    of: 'orders/OrderForm',
    at: `/orders/new?gtin=${maker.gtin}`,
    stages: [
      press('orders.go_on'),
      all(async (visitor) => tickText(visitor, await visitor.nameOf('release_methods', maker.release)), press('orders.go_on')),
      all(press('orders.go_on'), async (visitor) => {
        await visitor.page.getByRole('textbox', { name: visitor.words('orders.quantity') }).fill('1200');
        await visitor.page.keyboard.press('Tab');
      }, tick('orders.more_of_line')),
      all(press('orders.go_on'), (visitor) => visitor.sees(visitor.words('orders.judged_good'))),
    ],
  },
  { of: 'orders/EndOrder', at: `/orders/${made.order}`, press: ['orders.end.close_order'] },
  { of: 'printing/Providers', at: `/printing/providers?provider=${made.provider}`, open: true },
  { of: 'profile/ProfileForm', at: '/profile', stages: [press('profile.change'), press('profile.go_on'), press('profile.go_on'), press('profile.go_on')] },
  { of: 'recalls/RecallPanel', at: `/recalls?recall=${made.recall}`, open: true },
  { of: 'shipments/ShipmentPanel', at: `/shipments?open=${made.shipment}`, open: true, press: ['shipments.take_back'] },
  { of: 'support/Reports', at: `/support/reports?report=${made.violation}`, open: true },
  { of: 'users/UserPanel', at: `/users?user=${made.user}`, open: true, press: ['users.block', 'users.change'] },
  {
    of: 'users/AddUser',
    at: '/users/new',
    stages: [
      press('users.go_on'),
      all(({ here }) => here.locator('input[type=file]').setInputFiles(made.certificate), (visitor) => visitor.sees('Abdurahmonova')),
      press('users.go_on'),
      all(fill('users.email', 'maftuna@waterworks.example'), press('users.go_on')),
      all(press('users.go_on'), async (visitor) => {
        const { roles } = await visitor.ask<{ roles: { role: string; name: string }[] }>('/api/v1/roles');
        await tickText(visitor, roles.find((one) => one.role === 'warehouse')?.name ?? '');
      }),
      press('users.go_on'),
    ],
  },
  { of: 'users/Providers', at: `/users/providers?mandate=${made.mandate}`, open: true, press: ['users.dismiss'] },
  { of: 'users/Providers', at: '/users/providers', press: ['users.appoint', ['users.appoint', 'users.sign_appoint']] },
  { of: 'users/Sessions', at: '/sessions', press: ['users.end_others', 'users.end_session'] },
  {
    of: 'developer/ShownToken',
    at: '/developer',
    stages: [
      all(
        press('developer_words.make_key'),
        // Names are given once.
        (visitor) => fill('developer_words.name', `till ${Date.now()}`)(visitor),
        press('developer_words.sign_key'),
        (visitor) => visitor.makeKey(maker.name),
        (visitor) => visitor.useKey(maker.name),
        (visitor) => visitor.sees(visitor.words('developer_words.token_once')),
      ),
    ],
  },
  {
    of: 'app/SessionWatch',
    at: '/documents',
    stages: [
      all(({ page }) => page.getByRole('row').nth(1).waitFor(), idle(29, 'app.session_ends')),
      idle(31, 'app.session_ended'),
    ],
  },
];
