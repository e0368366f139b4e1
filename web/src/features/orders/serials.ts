// SPDX-License-Identifier: Apache-2.0

/** The 82 characters of GS1 in which serials are written (General Specifications, figure 7.11-1). */
const kOther = /[^A-Za-z0-9!"%&'()*+,\-./:;<=>?_]/;

export interface SerialFindings {
  count: number;
  repeated: string[];
  /** With a character that no code carries. */
  unwritable: string[];
  /** How many there are of each length. */
  lengths: [length: number, count: number][];
}

/** What can be said of own serials before the system is asked. */
export function lookThrough(serials: readonly string[]): SerialFindings {
  const met = new Set<string>();
  const repeated = new Set<string>();
  const lengths = new Map<number, number>();
  for (const serial of serials) {
    if (met.has(serial)) repeated.add(serial);
    met.add(serial);
    lengths.set(serial.length, (lengths.get(serial.length) ?? 0) + 1);
  }
  return {
    count: serials.length,
    repeated: [...repeated],
    unwritable: [...met].filter((serial) => kOther.test(serial)),
    lengths: [...lengths].sort(([a], [b]) => a - b),
  };
}
