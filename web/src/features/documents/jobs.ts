// SPDX-License-Identifier: Apache-2.0
import type { Schemas } from '@/api/queries';

// What a clerk does by a document. A new kind of document is one entry here and its texts:
// `documents.kind.<kind>`, `documents.about.<kind>`, `documents.field.<name>`.

type Document = Schemas['Document'];
export type Kind = Document['kind'];
type FieldsOf<K extends Kind> = Exclude<keyof Extract<Document, { kind: K }>, 'kind' | 'principal'> & string;

/** Dictionaries of the country by which fields are filled in. */
export type Dictionary = 'way' | 'withdrawal_reason' | 'write_off_reason';
/** `code`: one code or package. `codes`: any number of them. `registrar`: one of the own that work. */
export type FieldType = 'text' | 'words' | 'day' | 'country' | Dictionary | 'line' | 'registrar' | 'gtin' | 'tax_id' | 'document' | 'code' | 'codes';

export interface Field {
  name: string;
  type: FieldType;
  required?: boolean;
  /** As many characters, or codes, as the document takes. */
  max?: number;
  /** The grade of print that codes of this list have. */
  grade?: string;
}

export interface Job {
  kind: Kind;
  section: 'production' | 'packages' | 'movement' | 'withdrawal' | 'corrections' | 'recalls';
  right: Schemas['Right'];
  fields: readonly Field[];
  /** It cannot be taken back: a word is typed before it is signed. */
  final?: boolean;
  /** Codes have to be whole, with their check part. */
  whole?: boolean;
}

function job<K extends Kind>(
  kind: K,
  section: Job['section'],
  right: Job['right'],
  fields: readonly (Field & { name: FieldsOf<K> })[],
  more: Partial<Job> = {},
): Job {
  return { kind, section, right, fields, ...more };
}

const kCodes = { name: 'codes', type: 'codes', required: true, max: 1_000_000 } as const;
const kDocument = { name: 'document', type: 'text', max: 200 } as const;
const kReason = { name: 'reason', type: 'words', required: true, max: 500 } as const;
const kProduced = { name: 'produced_on', type: 'day' } as const;
const kExpires = { name: 'expires_on', type: 'day' } as const;
const kBatch = { name: 'batch', type: 'text', max: 100 } as const;
const kLine = { name: 'line', type: 'line', max: 100 } as const;
const kCountry = { name: 'country', type: 'country' } as const;
/** Where it happened at the line: what all reports of printing say. */
const kAtLine = [{ name: 'registrar', type: 'registrar' }, { name: 'production_order', type: 'text', max: 100 }, kLine] as const;
/** Why codes are annulled. */
const kWhy = [
  { name: 'reason', type: 'write_off_reason', required: true },
  { name: 'text', type: 'words', max: 500 },
] as const;

export const jobs: readonly Job[] = [
  job('print', 'production', 'report_application', [...kAtLine, kCodes]),
  job('report_quality', 'production', 'report_application', kAtLine, { whole: true }),
  job('drop_out', 'production', 'report_application', [...kWhy, ...kAtLine, kCodes], { whole: true, final: true }),
  job('apply', 'production', 'report_application', [kProduced, kExpires, kBatch, kLine, kCountry, kCodes], { whole: true }),
  job('introduce', 'production', 'introduce', [
    { name: 'way', type: 'way', required: true },
    { name: 'declaration', type: 'text', max: 100 },
    kDocument,
    { name: 'customer', type: 'tax_id' },
    { name: 'contractor', type: 'tax_id' },
    kCodes,
  ]),
  job('introduce_foreign', 'production', 'introduce', [
    { name: 'issuer', type: 'country', required: true },
    { ...kDocument, required: true },
    kProduced,
    kExpires,
    kBatch,
    kCountry,
    { ...kCodes, max: 150_000 },
  ]),
  job('disaggregate', 'packages', 'aggregate', [{ ...kCodes, name: 'packages', max: 100_000 }]),
  job('reaggregate', 'packages', 'aggregate', [
    { name: 'package', type: 'code', required: true },
    { name: 'add', type: 'codes', max: 30_000 },
    { name: 'remove', type: 'codes', max: 30_000 },
  ]),
  {
    kind: 'aggregate',
    section: 'packages',
    right: 'aggregate',
    fields: [
      { name: 'package', type: 'code', required: true },
      { ...kCodes, max: 30_000 },
    ],
  },
  job('ship', 'movement', 'ship', [{ name: 'receiver', type: 'tax_id', required: true }, kDocument, kCodes]),
  job(
    'withdraw',
    'withdrawal',
    'withdraw',
    [
      { name: 'reason', type: 'withdrawal_reason', required: true },
      { name: 'text', type: 'words', max: 500 },
      { name: 'primary_document', type: 'text', required: true, max: 200 },
      kCodes,
    ],
    { final: true },
  ),
  job(
    'write_off',
    'withdrawal',
    'withdraw',
    [...kWhy, { name: 'act', type: 'text', required: true, max: 200 }, kCodes],
    { final: true },
  ),
  job('cancel_withdrawal', 'withdrawal', 'withdraw', [kReason, kCodes]),
  job('return', 'withdrawal', 'withdraw', [kReason, kDocument, kCodes]),
  job('correct', 'corrections', 'introduce', [kProduced, kExpires, kBatch, kCountry, kCodes]),
  {
    kind: 'remark',
    section: 'corrections',
    right: 'report_application',
    fields: [kReason, { name: 'old', type: 'codes', required: true, max: 100_000 }, { name: 'new', type: 'codes', required: true, max: 100_000 }],
    whole: true,
  },
  job('recall', 'recalls', 'recall', [
    { name: 'gtin', type: 'gtin', required: true },
    kBatch,
    { name: 'produced_from', type: 'day' },
    { name: 'produced_to', type: 'day' },
    kReason,
    { name: 'instruction', type: 'words', required: true, max: 2_000 },
  ]),
  job('lift_recall', 'recalls', 'recall', [{ name: 'recall', type: 'document', required: true }]),
];

export const sections = ['production', 'packages', 'movement', 'withdrawal', 'corrections', 'recalls'] as const;

export const jobOf = (kind: string): Job | undefined => jobs.find((one) => one.kind === kind);
export const codeFieldsOf = (one: Job): Field[] => one.fields.filter((field) => field.type === 'codes');
