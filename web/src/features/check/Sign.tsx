// SPDX-License-Identifier: Apache-2.0
import type { Weight } from './verdict';

const kPaths: Record<Weight, string> = {
  good: 'M13 25l8 8 15-17',
  warn: 'M24 13v14M24 34v.5',
  bad: 'M15 15l18 18M33 15L15 33',
  main: 'M18 18a6 6 0 1 1 8.5 5.5C24.7 24.4 24 25.6 24 28M24 34v.5',
};

/** Tells the verdict by its shape too: a tick, an exclamation mark, a cross, a question mark. */
export function Sign({ weight, size = 56 }: { weight: Weight; size?: number }) {
  return (
    <svg viewBox="0 0 48 48" width={size} height={size} className={`sign sign-${weight}`} aria-hidden="true">
      {weight === 'warn' ? <path className="sign-ground" d="M24 3l22 40H2z" /> : <circle className="sign-ground" cx="24" cy="24" r="22" />}
      <path className="sign-mark" d={weight === 'warn' ? 'M24 18v12M24 36v.5' : kPaths[weight]} />
    </svg>
  );
}
