// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useText } from './text';
import { Status, type Tone } from './values';

const kDayMs = 86_400_000;

/** How long something waits already; after `late` days it is said to be late, from half of them on it is soon. */
export function Since({ at, late }: { at: string; late: number }) {
  const t = useText();
  const [now] = useState(Date.now);
  const days = Math.max(0, Math.floor((now - Date.parse(at)) / kDayMs));
  const tone: Tone = days >= late ? 'bad' : days * 2 >= late ? 'warn' : 'good';
  return <Status tone={tone}>{t('ui.waits', { days })}</Status>;
}

/** Days that are left of a term; less than none: late. */
export function DaysLeft({ days }: { days: number }) {
  const t = useText();
  const tone: Tone = days < 0 ? 'bad' : days < 2 ? 'warn' : 'good';
  return <Status tone={tone}>{days < 0 ? t('ui.late', { days: -days }) : t('ui.days_left', { days })}</Status>;
}
