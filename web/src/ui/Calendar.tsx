// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { Button, IconButton } from './Button';
import { dayFromToday } from './days';
import { useText } from './text';
import { dateText, monthText, weekdays } from './uzbek_forms';
import { laterBy, monthsLater, placeInWeek, weeksAround } from './written_day';

/** The month of a day, for the keyboard and the mouse; its names are right in languages that browsers do not know. */
export function Calendar({ chosen, onChoose }: { chosen: string; onChoose: (day: string) => void }) {
  const t = useText();
  const { locale } = useIntl();
  const today = dayFromToday(0);
  const [at, setAt] = useState(chosen || today);
  const grid = useRef<HTMLTableElement>(null);
  const steps = useRef(true);
  useEffect(() => {
    if (steps.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    steps.current = false;
  }, [at]);
  const step = (day: string) => {
    steps.current = true;
    setAt(day);
  };
  const pressed = (event: KeyboardEvent) => {
    const months = event.shiftKey ? 12 : 1;
    const ways: Record<string, () => void> = {
      ArrowLeft: () => step(laterBy(at, -1)),
      ArrowRight: () => step(laterBy(at, 1)),
      ArrowUp: () => step(laterBy(at, -7)),
      ArrowDown: () => step(laterBy(at, 7)),
      Home: () => step(laterBy(at, -placeInWeek(at))),
      End: () => step(laterBy(at, 6 - placeInWeek(at))),
      PageUp: () => step(monthsLater(at, -months)),
      PageDown: () => step(monthsLater(at, months)),
      Enter: () => onChoose(at),
      ' ': () => onChoose(at),
    };
    const way = ways[event.key];
    if (!way) return;
    event.preventDefault();
    way();
  };
  const date = (day: string) => new Date(`${day}T00:00:00Z`);
  const month = monthText(date(at), locale);
  return (
    <>
      <div className="spread">
        <IconButton label={t('ui.month_before')} onPress={() => setAt(monthsLater(at, -1))}>
          <span aria-hidden="true">‹</span>
        </IconButton>
        <strong aria-live="polite">{month}</strong>
        <IconButton label={t('ui.month_after')} onPress={() => setAt(monthsLater(at, 1))}>
          <span aria-hidden="true">›</span>
        </IconButton>
      </div>
      <table role="grid" aria-label={month} ref={grid} onKeyDown={pressed}>
        <thead>
          <tr>
            {weekdays(locale).map((name) => (
              <th key={name} scope="col" className="quiet small">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksAround(at).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  role="gridcell"
                  tabIndex={day === at ? 0 : -1}
                  aria-selected={day === chosen}
                  aria-current={day === today ? 'date' : undefined}
                  aria-label={dateText(date(day), locale, { zone: 'UTC', style: 'long' })}
                  className={day.slice(0, 7) === at.slice(0, 7) ? 'calendar-day' : 'calendar-day calendar-other'}
                  onClick={() => onChoose(day)}
                >
                  {Number(day.slice(8))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button look="quiet" onPress={() => onChoose(today)}>
        {t('ui.today')}
      </Button>
    </>
  );
}
