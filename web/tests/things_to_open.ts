// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { dayFromNow, kCast } from './cast';
import { certify } from './certificates';
import { Company, json, signed } from './company';

/** The tax number of somebody whom the sandbox knows and who takes no part: what is written about him concerns no other journey. */
const kShop = { key: 'shop', taxId: '301234565' };
const kLong = 'The label of the batch was glued over, and the code beneath it is read by a scanner only after the glue is washed off.';

/** What a participant has that opens in a panel: its numbers. */
async function ofMaker(works: Company) {
  const { maker, receiver } = kCast.uz;
  const certificate = certify({ form: 'uzbek', person: 'Abdurahmonova Maftuna Shavkatovna', personId: '41508902001145', organization: '«Togʻ buloq» MChJ', taxId: '301234513' });
  const { codes, order } = await works.codes('water', maker.gtin, 6, maker.release);
  const batch = `P-${order}`;
  await works.send({ kind: 'apply', produced_on: dayFromNow(-6), expires_on: dayFromNow(300), country: 'UZ', batch, codes: codes.slice(0, 4) });
  const shipment = await works.send({ kind: 'ship', receiver: receiver.taxId, document: 'TTN 1027-B / 2026', codes: codes.slice(0, 2) });
  const recall = await works.send({ kind: 'recall', gtin: maker.gtin, batch, reason: kLong, instruction: 'Bring the bottles back to the shop; the price is paid back.' });
  const user = await works.send({
    kind: 'admit_user',
    certificate: readFileSync(`${certificate}.pem`, 'utf8'),
    email: 'maftuna.abdurahmonova@waterworks.example',
    roles: ['warehouse', 'line_operator'],
    groups: ['water'],
  });
  const term = { from: dayFromNow(0), until: dayFromNow(90) };
  const mandate = await works.send({ kind: 'appoint_provider', provider: kShop.taxId, rights: ['order_codes', 'report_application'], groups: ['water'], ...term });
  const { key, token } = await works.confirm<{ key: { key: string } | string; token: string }>('/api/v1/api-keys', {
    kind: 'create_api_key',
    name: 'till of the shop at the gate',
    scopes: ['read', 'receipts'],
    expires: `${dayFromNow(60)}T19:00:00Z`,
  });
  await json(`${inject('sites').uz}/api/v1/stock`, { headers: { Authorization: `Bearer ${token}` } });
  const { invoice } = await works.tell<{ invoice: string }>('/api/v1/invoices', { amount: 123_456_789_00 });
  const draft = `correct ${order}`;
  await works.tell(`/api/v1/drafts/${encodeURIComponent(draft)}`, { kind: 'correct', body: '{}' }, 'PUT');
  const card = { gtin: '04787001999996', group: 'water', level: 'UNIT', attributes: [] };
  await works.tell(`/api/v1/cards/${card.gtin}/draft`, card, 'PUT');
  return { codes, certificate: `${certificate}.pem`, order, shipment, recall, user, mandate, apiKey: typeof key === 'string' ? key : key.key, invoice, draft };
}

/** A second person of the operator: what one proposes another decides. */
async function colleagueOf(operator: Company): Promise<Company> {
  const holder = { form: 'uzbek', person: 'Qodirova Lola Baxtiyorovna', personId: '41508902001156', organization: kCast.uz.operator.full, taxId: kCast.uz.operator.taxId } as const;
  const pem = `${certify(holder)}.pem`;
  await operator.send({ kind: 'admit_user', certificate: readFileSync(pem, 'utf8'), email: 'lola@operator.example', roles: ['settlements', 'support'] });
  return Company.by('uz', pem);
}

/** What waits for the operator, and what he has done. */
async function ofOperator(operator: Company, works: Company, shop: Company, ticket: string) {
  const colleague = await colleagueOf(operator);
  const site = inject('sites').uz;
  const tell = <T>(path: string, said: object) =>
    json<T>(site + path, { method: 'POST', body: JSON.stringify(said), headers: { 'Idempotency-Key': crypto.randomUUID() } });
  const request = await tell<{ number: string }>('/api/v1/prior-contracts', {
    ...{ company: '«Yangi rahbar» MChJ', tax_id: '301234630', person: 'Ismoilova Dilnoza Anvarovna', email: 'ismoilova.dilnoza@yangirahbar.example' },
    ...{ phone: '+998901234570', group: 'appliances' },
  });
  const reported = {
    ...{ kind: 'unknown_code', code: `01${kCast.uz.maker.gtin}215ABCDEFGHIJKL`, shop: '«Chorsu» dehqon bozori, 4-qator', address: 'Toshkent, Shayxontohur tumani' },
    ...{ text: kLong, email: 'buyer@home.example', consent: true, language: 'uz' },
  };
  const { violation } = await tell<{ violation: string }>('/api/v1/violations', reported);
  const { violation: taken } = await tell<{ violation: string }>('/api/v1/violations', { ...reported, kind: 'other' });
  await colleague.tell(`/api/v1/operator/violations/${taken}/taking`, {});
  await colleague.tell(`/api/v1/operator/tickets/${ticket}/taking`, {});
  const channel = await shop.confirm<{ number: string }>('/api/v1/channels', { kind: 'connect_channel', channel: 'ofd', operator: 'soliq', requisite: 'UZ19111111112222' });
  const { comment } = await works.tell<{ comment: string }>('/api/v1/help/money/comments', { name: 'Anvar', text: kLong });
  const { comment: hidden } = await works.tell<{ comment: string }>('/api/v1/help/money/comments', { name: 'Anvar', text: 'Cheap codes: codes.example' });
  await operator.tell(`/api/v1/operator/comments/${hidden}/hiding`, { reason: 'Advertising' });
  const prefix = '4787078';
  await operator.confirm('/api/v1/operator/prefixes', { kind: 'assign_prefix', prefix, tax_id: kShop.taxId, source: 'GS1 Uzbekistan, 55 / 2026-11-02' });
  const words = (text: string) => ({ uz: text, ru: text, en: text });
  const { number: announcement } = await operator.confirm<{ number: string }>('/api/v1/operator/announcements', {
    ...{ kind: 'publish_announcement', audience: 'participants', group: 'water', title: words('Yangilanish / Обновление / Update'), text: words(kLong) },
    from: new Date().toISOString(),
  });
  await operator.confirm(
    `/api/v1/operator/providers/${kShop.taxId}`,
    {
      ...{ kind: 'list_provider', tax_id: kShop.taxId, role: 'PRINTER', groups: ['water', 'beer'], place: 'Toshkent', address: 'Bunyodkor koʻchasi 7', contact: 'Ergasheva Zulfiya Sharipovna' },
      email: 'print@mahalla.example',
    },
    'PUT',
  );
  const payer = '309999999;«Nomaʼlum toʻlovchi va hamkorlar» masʼuliyati cheklangan jamiyati;20208000905123456077;Kodlar uchun toʻlov, shartnoma 15/2026';
  await operator.confirm('/api/v1/operator/statements', {
    ...{ kind: 'import_statement', format: 'csv' },
    content: Buffer.from(
      `date;amount;number;payer_tax_id;payer_name;payer_account;purpose\n${dayFromNow(0)};12345678901.50;931;${payer}\n${dayFromNow(0)};500000.00;932;${payer}\n`,
    ).toString('base64'),
  });
  const unclear = await operator.ask<{ payments: { payment: string; number: string }[] }>('/api/v1/operator/payments?limit=100');
  const paymentOf = (number: string) => unclear.payments.find((one) => one.number === number)?.payment ?? '';
  const proposed = paymentOf('932');
  await colleague.confirm(`/api/v1/operator/payments/${proposed}/proposal`, { kind: 'propose_payment', payment: proposed, tax_id: kShop.taxId });
  return {
    ...{ request: request.number, violation, taken, channel: channel.number, comment, hidden, prefix, announcement, provider: kShop.taxId },
    ...{ payment: paymentOf('931'), proposed },
  };
}

/** An application that the checks leave to a person: the register says that the company has paused. */
async function applied(): Promise<string> {
  const site = inject('sites').ru;
  const pem = join(inject('folder'), 'ru', 'people', 'paused_company.pem');
  const { challenge } = await json<{ challenge: string }>(`${site}/api/v1/applications/challenge`, { method: 'POST' });
  const { consent } = await json<{ consent: string }>(`${site}/api/v1/onboarding`, {});
  const body = JSON.stringify({ challenge, email: 'head@pause.example', phone: '+79001234571', language: 'ru', consent });
  const headers = { 'X-Signature': signed(pem, body, false), 'Idempotency-Key': crypto.randomUUID() };
  return (await json<{ number: string }>(`${site}/api/v1/applications`, { method: 'POST', body, headers })).number;
}

/** Cards of goods that a moderator has to look at first: one waits for it, one was published and stopped. */
async function cards(operator: Company): Promise<{ card: string; stopped: string }> {
  const brewery = await Company.of('uz', 'brewery');
  const [card, stopped] = ['04787002000035', '04787002000042'] as const;
  await brewery.send({ kind: 'publish_card', card: beer(card, '6.1') });
  await brewery.send({ kind: 'publish_card', card: beer(stopped, '6.2') });
  const decide = (what: object) => operator.confirm(`/api/v1/operator/cards/${stopped}/decision`, { kind: 'decide_card', gtin: stopped, ...what });
  await decide({ decision: 'publish' });
  await decide({ decision: 'block', reason: kLong });
  return { card, stopped };
}

function beer(gtin: string, strength: string): object {
  const said = {
    ...{ name_ru: `Пиво нефильтрованное ${strength} %, 0,5 л`, name_uz: `Filtrlanmagan pivo ${strength} %, 0,5 l`, brand: 'Samo', tn_ved: '2203001000', ikpu: '02203001001000000' },
    ...{ origin: 'UZ', producer: 'Samo pivo', composition: 'Suv, solod, xmel', strength },
  };
  const measures = [
    { id: 'net_amount', value: '0.5', unit: 'l' },
    { id: 'shelf_life', value: '180', unit: 'day' },
  ];
  return { gtin, group: 'beer', level: 'UNIT', attributes: [...Object.entries(said).map(([id, value]) => ({ id, value })), ...measures] };
}

/** What only this country knows: powers of attorney, registrars. */
async function ofRussian() {
  const shoemaker = await Company.of('ru', 'shoemaker');
  const power = `D-${randomUUID().slice(0, 8)}`;
  const attorney = { person: 'Климова Ольга Петровна', person_id: '11223344595', rights: ['ship', 'aggregate', 'see_documents'] };
  await shoemaker.send({ kind: 'power_of_attorney', number: power, decision: 'give', ...attorney, from: dayFromNow(0), until: dayFromNow(90) });
  const { number: registrar } = await shoemaker.confirm<{ number: string }>('/api/v1/registrars', {
    ...{ kind: 'apply_registrar', registrar: 'device', serial: `LINE-7044-0017-${power}`, model: 'RE-9', software: '5.0.1', place: 'Цех 1, линия упаковки' },
  });
  return { shoemaker, russian: await Company.of('ru', 'operator'), power, registrar };
}

/** Everything that the panels of the cabinet are opened for, made through the interface. */
export async function thingsToOpen() {
  const [works, operator, shop] = await Promise.all([Company.of('uz', kCast.uz.maker.key), Company.of('uz', kCast.uz.operator.key), Company.of('uz', kShop.key)]);
  const made = await ofMaker(works);
  const wholesaler = await Company.of('uz', kCast.uz.receiver.key);
  const { ticket } = await wholesaler.tell<{ ticket: { ticket: string } }>('/api/v1/tickets', { topic: 'codes', subject: 'Codes are not read at the line', text: kLong });
  const waiting = await ofOperator(operator, works, shop, ticket.ticket);
  const russian = await ofRussian();
  return { works, operator, wholesaler, ticket: ticket.ticket, ...made, ...waiting, ...russian, ...(await cards(operator)), application: await applied() };
}

export type Things = Awaited<ReturnType<typeof thingsToOpen>>;
