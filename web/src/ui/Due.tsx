// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { useText } from './text';
import { Status, type Tone } from './values';

const kMinuteMs = 60_000;
const kHourMs = 60 * kMinuteMs;
const kDayMs = 24 * kHourMs;

/** How far a term is, in the largest unit that says it well. */
export function termOf(ms: number): { unit: 'minutes' | 'hours' | 'days'; count: number } {
  const size = Math.abs(ms);
  if (size < kHourMs) return { unit: 'minutes', count: Math.max(1, Math.floor(size / kMinuteMs)) };
  if (size < 2 * kDayMs) return { unit: 'hours', count: Math.floor(size / kHourMs) };
  return { unit: 'days', count: Math.floor(size / kDayMs) };
}

/** By when something has to be done: how much time is left, or how late it is. */
export function Due({ at }: { at: string }) {
  const t = useText();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), kMinuteMs);
    return () => clearInterval(clock);
  }, []);
  const left = Date.parse(at) - now;
  const { unit, count } = termOf(left);
  const tone: Tone = left < 0 ? 'bad' : left < 2 * kHourMs ? 'warn' : 'good';
  return <Status tone={tone}>{left < 0 ? t(`ui.overdue.${unit}`, { count }) : t(`ui.due.${unit}`, { count })}</Status>;
}
