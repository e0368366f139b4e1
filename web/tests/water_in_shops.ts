// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { dayFromNow, kCast } from './cast';
import { Company } from './company';
import { photoOf } from './symbols';

const { maker: kMaker } = kCast.uz;
const kWater = kMaker.gtin;

/** Of the codes of water: 13 characters behind the GTIN. */
const serialOf = (code: string): string => code.slice(18, 31);

async function cardOf(maker: Company): Promise<object> {
  const said = {
    name_ru: 'Вода питьевая газированная, 0,5 л',
    name_uz: 'Gazlangan ichimlik suvi, 0,5 l',
    name_en: 'Sparkling drinking water, 0.5 l',
    brand: 'Togʻ buloq',
    tn_ved: '2201101100',
    ikpu: '02201001001000000',
    origin: 'UZ',
    producer: '«Togʻ buloq» MChJ',
    carbonation: 'sparkling',
  };
  const measures = [
    { id: 'net_amount', value: '0.5', unit: 'l' },
    { id: 'shelf_life', value: '12', unit: 'month' },
  ];
  return {
    gtin: kWater,
    group: 'water',
    level: 'UNIT',
    attributes: [...Object.entries(said).map(([id, value]) => ({ id, value })), ...measures],
    photos: [await maker.photo(kWater, await photoOf(kWater))],
  };
}

/** Codes of drinking water in each state that a buyer may meet, of a company of the sandbox. */
export async function waterInShops() {
  const maker = await Company.of('uz', kMaker.key);
  await maker.send({ kind: 'publish_card', card: await cardOf(maker) });
  const { codes } = await maker.codes('water', kWater, 12, kMaker.release);
  const [onSale = '', made = '', sold = '', expired = '', recalled = '', ...others] = codes;
  // Its serial stands in an address, where a last part with a dot means a file.
  const linked = others.find((code) => !serialOf(code).includes('.')) ?? '';
  const lot = randomUUID().slice(0, 8);
  const apply = (codes: string[], expires: string, batch: string) =>
    maker.send({ kind: 'apply', produced_on: dayFromNow(-30), expires_on: expires, batch, codes });
  await apply([onSale, sold, linked], dayFromNow(300), `${lot}-1`);
  await apply([expired], dayFromNow(-1), `${lot}-2`);
  await apply([recalled], dayFromNow(300), `${lot}-3`);
  await maker.send({ kind: 'withdraw', reason: 'OWN_USE', primary_document: 'act 1', codes: [sold] });
  await maker.send({
    kind: 'recall',
    gtin: kWater,
    batch: `${lot}-3`,
    reason: 'taste',
    instruction: 'Bring the bottles back to the shop.',
  });
  return { gtin: kWater, onSale, made, sold, expired, recalled, linked, serial: serialOf(linked) };
}
