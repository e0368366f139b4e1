// SPDX-License-Identifier: Apache-2.0
import type { CSSProperties } from 'react';
import { useIntl } from 'react-intl';
import { useText } from './text';
import { dateText, numberLocale } from './uzbek_forms';

// Values as people of the country read them.

/** An amount of money. `minor`: kopecks, tiyin. The currency is called by name where its sign is not the reader's. */
export function Money({ minor, currency }: { minor: number | string; currency: string }) {
  const { locale } = useIntl();
  const [amount, name] = moneyParts(Number(minor), currency, locale);
  return (
    <span className="number-value money" style={{ '--letters': amount.length + name.length + 1 } as CSSProperties}>
      {amount} {name}
    </span>
  );
}

const kOwnNames: Record<string, Record<string, string>> = {
  ru: { UZS: 'сум', RUB: '₽' },
  uz: { UZS: 'soʻm', RUB: 'rubl' },
  en: { UZS: 'soʻm', RUB: '₽' },
};

function moneyParts(minor: number, currency: string, locale: string): [amount: string, name: string] {
  const amount = new Intl.NumberFormat(numberLocale(locale), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return [amount.format(minor / 100), kOwnNames[locale.slice(0, 2)]?.[currency] ?? currency];
}

export const moneyText = (minor: number, currency: string, locale: string): string => moneyParts(minor, currency, locale).join('\u00a0');

/** A moment in the reader's zone; held at, the same in UTC. */
export function Moment({ at, zone }: { at: string; zone?: string }) {
  const { locale } = useIntl();
  const date = new Date(at);
  return (
    <time dateTime={at} title={`${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`}>
      {dateText(date, locale, { zone, style: 'short' })}
    </time>
  );
}

/** A day, written out. */
export function Day({ date }: { date: string }) {
  const { locale } = useIntl();
  return <time dateTime={date}>{dateText(new Date(`${date}T00:00:00Z`), locale, { zone: 'UTC', style: 'long' })}</time>;
}

export function Count({ value }: { value: number }) {
  const intl = useIntl();
  return <span className="number-value">{intl.formatNumber(value)}</span>;
}

export type Tone = 'good' | 'warn' | 'bad' | 'neutral' | 'main';

/** A dot and a word: never colour alone. */
export function Status({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={`status status-${tone}`}>
      <span className="status-dot" aria-hidden="true" />
      {children}
    </span>
  );
}

export function Badge({ children, tone = 'neutral' }: { children: string; tone?: Tone }) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}

/** A figure of the main page with what it counts. */
export function KeyFigure({ label, value, about }: { label: string; value: string; about?: string }) {
  return (
    <div className="key-figure">
      <span className="quiet small">{label}</span>
      <strong>{value}</strong>
      {about && <span className="quiet small">{about}</span>}
    </div>
  );
}

/** Names and values of one thing. */
export function Facts({ rows }: { rows: readonly [name: string, value: React.ReactNode][] }) {
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Copies a text; says that it did, or that the browser does not let it. */
export function useCopy(): (text: string) => void {
  const t = useText();
  return (text) => {
    const written = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    void written.then(
      () => announce(t('ui.copied'), 'shown'),
      () => announce(t('ui.not_copied'), 'shown'),
    );
  };
}

const kShownMs = 4_000;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Told to screen readers without anything moving; `shown`: for a moment to everybody. */
export function announce(text: string, how?: 'shown'): void {
  const region = document.getElementById('announcements');
  if (!region) return;
  clearTimeout(hiding);
  region.textContent = text;
  region.classList.toggle('shown', how === 'shown');
  if (how) hiding = setTimeout(() => region.classList.remove('shown'), kShownMs);
}

const kUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** The size of a file. */
export function Size({ bytes }: { bytes: number }) {
  const t = useText();
  const step = bytes > 0 ? Math.min(Math.floor(Math.log10(bytes) / 3), kUnits.length - 1) : 0;
  const size = Number((bytes / 1000 ** step).toFixed(step ? 1 : 0));
  return <span className="number-value">{t(`ui.size.${kUnits[step] ?? 'byte'}`, { size })}</span>;
}
