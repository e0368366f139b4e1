// SPDX-License-Identifier: Apache-2.0

// Codes as people and programs write them, understood before they are sent: what a code is worth, the system decides.
// The same steps as docs/formats/codes.md, "Reading a scan".

export type CodeForm = 'item' | 'package' | 'other';
/** Why a line is no code; the texts are `ui.codes.flaw.<flaw>`. */
export type Flaw = 'layout' | 'characters' | 'length' | 'check_digit' | 'shop_code' | 'structure';

export interface ReadCode {
  /** What is sent: separators are real, brackets and prefixes are gone. */
  text: string;
  /** The same for the same thing: without the check part. */
  identity: string;
  form: CodeForm;
  gtin?: string;
}

export interface Flawed {
  line: number;
  text: string;
  flaw: Flaw;
}

export interface Repeat {
  line: number;
  text: string;
}

export interface Reading {
  codes: ReadCode[];
  repeated: number;
  /** The first of those that repeat. */
  repeats: Repeat[];
  flawed: Flawed[];
}

const kGs = '\u001d';
const kStandIn = /\\u001d|\\x1d|\{GS\}|\u241d|<GS>(?=\d{2})/gi;
const kPrefix = /^\](?:d2|C1|e0|Q3|d1)/;
const kPrintable = /^[\x20-\x7e]+$/;
const kLink = /^https?:\/\/[^/]+\/(?:.*\/)?(?:01\/(\d{8,14})(?:\/22\/[^/?]+)?(?:\/10\/[^/?]+)?\/21\/([^/?#]+)|00\/(\d{18}))/;
const kBracket = /\((0[01]|21|8005|91|92|93|9[04-9]|3[013][0-9]{1,2}|1[013567]|10|22|240)\)/;
const kFixed = new Set(['00', '01', '11', '13', '15', '16', '17']);
const kLongest = 255;
const kLegacyLengths = [21, 25, 29];

/** The last digit makes a multiple of ten with the others, weighed 3 and 1 from the right. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 2, weight = 3; at >= 0; --at, weight = 4 - weight) sum += Number(digits[at]) * weight;
  return (10 - (sum % 10)) % 10 === Number(digits.at(-1));
}

/** (01)...(21)...(93)... as it is printed beside the symbol, into the text of the symbol. */
function withoutBrackets(text: string): string {
  const parts = text.split(kBracket).slice(1);
  let out = '';
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const name = parts[at] ?? '';
    const last = at + 3 >= parts.length;
    out += name + (parts[at + 1] ?? '').trim() + (kFixed.has(name) || last ? '' : kGs);
  }
  return out;
}

function cleaned(line: string): string {
  let text = line.replace(/^[\s\ufeff]+|[ \t\r\n\ufeff]+$/g, '').replace(kPrefix, '');
  while (text.startsWith(kGs)) text = text.slice(1);
  if (!text.includes(kGs)) text = text.replace(kStandIn, kGs);
  if (/^\(0[01]\)/.test(text)) text = withoutBrackets(text);
  const link = kLink.exec(text);
  if (link) text = link[3] ? `00${link[3]}` : `01${(link[1] ?? '').padStart(14, '0')}21${decodeURIComponent(link[2] ?? '')}`;
  return text;
}

export function readCode(line: string): ReadCode | Flaw {
  const text = cleaned(line);
  if (/[\u0400-\u04ff]/.test(text)) return 'layout';
  if (!kPrintable.test(text.replaceAll(kGs, ''))) return 'characters';
  if (text.length > kLongest) return 'length';
  if (/^(00)?\d{18}$/.test(text)) {
    const number = text.slice(-18);
    return hasCheckDigit(number) ? { text: `00${number}`, identity: `00${number}`, form: 'package' } : 'check_digit';
  }
  if (/^\d{8}$|^\d{12,14}$/.test(text)) return 'shop_code';
  if (/^01\d{14}21./.test(text)) {
    const gtin = text.slice(2, 16);
    return hasCheckDigit(gtin) ? { text, identity: text.split(kGs)[0] ?? text, form: 'item', gtin } : 'check_digit';
  }
  if (/^01\d{14}$/.test(text)) return 'structure';
  if (/^\d{14}/.test(text) && kLegacyLengths.includes(text.length) && hasCheckDigit(text.slice(0, 14)))
    return { text, identity: text.slice(0, 21), form: 'item', gtin: text.slice(0, 14) };
  // A package may have a number in its owner's own format.
  return /^[!-:=-Z_a-z]{18,74}$/.test(text) ? { text, identity: text, form: 'other' } : 'structure';
}

/** The fields of a line of a table; a code may hold commas and semicolons itself, so only tabs and quotes count. */
function fieldsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t');
  if (!/^\s*"/.test(line)) return [line];
  return [...line.matchAll(/"((?:[^"]|"")*)"/g)].map((match) => (match[1] ?? '').replaceAll('""', '"'));
}

const kMostRepeats = 200;
const kTellEvery = 2_000;

/** One code a line. The first field that is a code counts; a heading over a column is passed over. `tell`: how much of it
 * is read, from 0 to 1. */
export function readCodes(content: string, before: Iterable<string> = [], tell?: (done: number) => void): Reading {
  const reading: Reading = { codes: [], repeated: 0, repeats: [], flawed: [] };
  const known = new Set(before);
  const lines = content.split(/\r\n|\r|\n/);
  for (let at = 0; at < lines.length; ++at) {
    const line = lines[at] ?? '';
    if (at % kTellEvery === 0) tell?.(at / lines.length);
    if (!line.trim()) continue;
    const fields = fieldsOf(line).filter((field) => field.trim());
    const read = fields.map(readCode);
    const code = read.find((one): one is ReadCode => typeof one !== 'string');
    if (!code) {
      const heading = at === 0 && /^"?(code|codes|cis|km|kod|код|коды|gtin)\b/i.test(line.trim());
      if (!heading) reading.flawed.push({ line: at + 1, text: (fields[0] ?? line).slice(0, 120), flaw: (read[0] as Flaw) ?? 'structure' });
    } else if (known.has(code.identity)) {
      ++reading.repeated;
      if (reading.repeats.length < kMostRepeats) reading.repeats.push({ line: at + 1, text: code.identity });
    } else {
      known.add(code.identity);
      reading.codes.push(code);
    }
  }
  return reading;
}
