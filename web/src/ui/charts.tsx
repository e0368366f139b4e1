// SPDX-License-Identifier: Apache-2.0
import { useIntl } from 'react-intl';
import { Day } from './values';
import './charts.css';

// Small pictures beside a table: nothing is only here.

export interface Part {
  id: string;
  name: string;
  value: number;
}

const kColours = 6;

/** Parts of a whole as one bar, each named with its figure. */
export function ShareBar({ label, parts }: { label: string; parts: readonly Part[] }) {
  const intl = useIntl();
  const shown = parts.filter((one) => one.value > 0);
  const whole = shown.reduce((sum, one) => sum + one.value, 0);
  if (!whole) return null;
  const starts = shown.map((_, at) => shown.slice(0, at).reduce((sum, one) => sum + one.value, 0) / whole);
  const of = (part: Part) => parts.indexOf(part) % kColours;
  return (
    <figure className="chart" aria-label={label}>
      <svg className="share-bar" width="100%" height="28" aria-hidden="true">
        {shown.map((one, at) => (
          <rect key={one.id} className={`chart-part chart-${of(one)}`} x={`${(starts[at] ?? 0) * 100}%`} width={`${(one.value / whole) * 100}%`} height="28" />
        ))}
      </svg>
      <ul className="chart-legend">
        {shown.map((one) => (
          <li key={one.id}>
            <svg width="12" height="12" aria-hidden="true">
              <rect className={`chart-${of(one)}`} width="12" height="12" rx="3" />
            </svg>
            {one.name} <strong className="number-value">{intl.formatNumber(one.value)}</strong>
          </li>
        ))}
      </ul>
    </figure>
  );
}

const kHeight = 96;

/** A figure for each of some days in a row. */
export function DayColumns({ label, days }: { label: string; days: readonly { day: string; value: number }[] }) {
  const intl = useIntl();
  const most = Math.max(0, ...days.map((one) => one.value));
  const [first, last] = [days[0], days.at(-1)];
  if (!most || !first || !last) return null;
  const width = 100 / days.length;
  return (
    <figure className="chart" aria-label={label}>
      <figcaption className="quiet small spread">
        <span>{label}</span>
        <span className="number-value">{intl.formatNumber(most)}</span>
      </figcaption>
      <svg className="day-columns" width="100%" height={kHeight} aria-hidden="true">
        {days.map(({ day, value }, at) => {
          const height = value ? Math.max(2, (value / most) * kHeight) : 0;
          return <rect key={day} className="chart-0" x={`${at * width + width * 0.1}%`} width={`${width * 0.8}%`} y={kHeight - height} height={height} />;
        })}
      </svg>
      <div className="quiet small spread" aria-hidden="true">
        <Day date={first.day} />
        <Day date={last.day} />
      </div>
    </figure>
  );
}
