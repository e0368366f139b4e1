// SPDX-License-Identifier: Apache-2.0

/** A report that was sent from this device: with number and word one asks what became of it. */
export interface SentReport {
  violation: string;
  key: string;
  kind: string;
  at: string;
}

const kKey = 'tamga.reports';
const kMost = 20;

const isReport = (one: unknown): one is SentReport =>
  ['violation', 'key', 'kind', 'at'].every((name) => typeof (one as Record<string, unknown> | null)?.[name] === 'string');

/** The newest first. A browser that keeps nothing has none. */
export function sentReports(): SentReport[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(kKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isReport) : [];
  } catch {
    return [];
  }
}

export function rememberReport(report: SentReport): void {
  try {
    localStorage.setItem(kKey, JSON.stringify([report, ...sentReports()].slice(0, kMost)));
  } catch {
    // Number and word are on the screen in any case.
  }
}

/** Where its state is shown. The word stands behind #: it comes into no log of a server on the way. */
export const placeOfReport = ({ violation, key }: Pick<SentReport, 'violation' | 'key'>): string =>
  `/check/report#${new URLSearchParams({ number: violation, word: key })}`;

const kLetter = /^\/violations\/(\d+)$/;

/** Whether an address shows what became of a report: our own, and the link of the letter, /violations/7?key=ABCD. */
export const isOfReport = (pathname: string): boolean => pathname === '/check/report' || kLetter.test(pathname);

export function reportInAddress({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): { violation: string; key: string } {
  const [, number] = kLetter.exec(pathname) ?? [];
  const said = new URLSearchParams(number ? search : hash.replace(/^#/, ''));
  const word = (number ? said.get('key') : said.get('word')) ?? '';
  return { violation: (number ?? said.get('number') ?? '').trim(), key: word.trim().toUpperCase() };
}
