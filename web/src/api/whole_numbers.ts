// SPDX-License-Identifier: Apache-2.0

// Numbers of rows have more digits than a number of JavaScript holds. They are kept as texts, and sent as they came.

const kToken = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const kLong = /^-?\d{16,}$/;

/** JSON in which whole numbers of sixteen digits and more are texts; those within texts stay. */
export const keepingDigits = (json: string): string =>
  /\d{16}/.test(json) ? json.replace(kToken, (token) => (kLong.test(token) ? `"${token}"` : token)) : json;

/** A number of a row where the interface wants a number in an address: every digit of it. */
export const inAddress = (digits: string): number => digits as unknown as number;

const kMark = '\u0001';
/** The same where the interface wants a number in a body: `jsonOf` writes every digit of it. */
export const inBody = (digits: string): number => (kMark + digits) as unknown as number;

export const jsonOf = (body: object): string => JSON.stringify(body).replace(/"\\u0001(\d+)"/g, '$1');
