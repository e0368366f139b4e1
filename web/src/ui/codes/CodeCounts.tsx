// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import { useText } from '../text';
import type { Flawed, ReadCode, Repeat } from './read_codes';

const kMostLines = 200;

/** How many there are, of which goods. */
export function CodeCounts({ codes, productOf }: { codes: readonly ReadCode[]; productOf?: (gtin: string) => string | undefined }) {
  const t = useText();
  const groups = useMemo(() => {
    const counts = new Map<string, number>();
    for (const one of codes) counts.set(one.gtin ?? one.form, (counts.get(one.gtin ?? one.form) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  }, [codes]);
  return (
    <>
      <strong className="code-count">{t('ui.codes.count', { count: codes.length })}</strong>
      {groups.length > 0 && (
        <ul className="code-groups">
          {groups.slice(0, 8).map(([group, count]) => (
            <li key={group}>
              {group === 'package' || group === 'other' ? t(`ui.codes.form.${group}`) : (productOf?.(group) ?? <span className="mono">{group}</span>)}
              {': '}
              <span className="number-value">{count}</span>
            </li>
          ))}
          {groups.length > 8 && <li>{t('ui.codes.more_goods', { count: groups.length - 8 })}</li>}
        </ul>
      )}
    </>
  );
}

/** Lines whose code was there before; it counts once. */
export function RepeatedLines({ repeats, count }: { repeats: readonly Repeat[]; count: number }) {
  const t = useText();
  if (!repeats.length) return null;
  return (
    <details className="notice">
      <summary>{t('ui.codes.repeats', { count })}</summary>
      <ul className="code-flaws">
        {repeats.map((one) => (
          <li key={one.line}>
            <span className="quiet">{t('ui.codes.line', { line: one.line })}</span> <code>{one.text}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Lines that are no codes, each with the reason; nothing of them is sent. */
export function FlawedLines({ flawed }: { flawed: readonly Flawed[] }) {
  const t = useText();
  if (!flawed.length) return null;
  return (
    <details className="notice notice-warn" open={flawed.length <= 5}>
      <summary>{t('ui.codes.flawed', { count: flawed.length })}</summary>
      <ul className="code-flaws">
        {flawed.slice(0, kMostLines).map((one) => (
          <li key={one.line}>
            <span className="quiet">{t('ui.codes.line', { line: one.line })}</span> <code>{one.text}</code> {t(`ui.codes.flaw.${one.flaw}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
