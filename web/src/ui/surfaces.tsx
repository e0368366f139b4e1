// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, type ReactNode } from 'react';
import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { Button } from './Button';
import { useHelpDoor } from './help_door';
import { Link } from './Link';
import { useText } from './text';
import { Moment } from './values';

export function Card({ title, actions, children }: { title?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="card">
      {(title || actions) && (
        <div className="spread">
          {title && <h2>{title}</h2>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}

/** The head of a page; names the page in the browser's title too. */
export function PageHeader({ title, about, actions }: { title: string; about?: ReactNode; actions?: ReactNode }) {
  const t = useText();
  const article = useHelpDoor();
  useEffect(() => {
    document.title = `${title} · Tamga`;
  }, [title]);
  return (
    <header className="page-header">
      <div className="stack-tight">
        <h1>{title}</h1>
        {about && <p className="quiet">{about}</p>}
        {article && (
          <p className="small">
            <Link href={`/help/${article}`}>{t('ui.help_here')}</Link>
          </p>
        )}
      </div>
      {actions && <div className="row">{actions}</div>}
    </header>
  );
}

/** Something to know before one goes on. */
export function Notice({ tone, children }: { tone: 'main' | 'warn' | 'good' | 'bad'; children: ReactNode }) {
  return <div className={`notice notice-${tone}`}>{children}</div>;
}

/** Nothing is there yet: what will be, and the step that brings it. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children && <p className="quiet">{children}</p>}
      {action}
    </div>
  );
}

/** The shape of what is being loaded. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const t = useText();
  return (
    <div className="stack-tight" role="status" aria-label={t('ui.loading')}>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} className="skeleton" style={{ width: `${92 - ((at * 17) % 40)}%` }} />
      ))}
    </div>
  );
}

/** Long work: how far it is, and a way to end it. Without `value` nobody knows how far. */
export function ProgressBar({ label, value, onCancel }: { label: string; value?: number; onCancel?: () => void }) {
  const t = useText();
  return (
    <AriaProgressBar value={value} isIndeterminate={value === undefined} className="progress">
      {({ percentage, valueText }) => (
        <>
          <div className="spread">
            <Label>{label}</Label>
            <span className="row">
              <span className="quiet small">{valueText}</span>
              {onCancel && (
                <Button look="quiet" onPress={onCancel}>
                  {t('ui.cancel')}
                </Button>
              )}
            </span>
          </div>
          <div className="progress-track">
            <div
              className={percentage === undefined ? 'progress-fill progress-unknown' : 'progress-fill'}
              style={percentage === undefined ? undefined : { width: `${percentage}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  );
}

/** The bar at the top of every page covers what is above. */
const kBelowBar = 96;

interface StepsProps {
  label: string;
  stages: readonly string[];
  /** The stage one is in, from 0; their count: done. */
  at: number;
  /** It goes on by itself, while one reads: the focus stays. */
  byItself?: boolean;
  /** The form is opened by a press on the same page: the focus goes into it. */
  opened?: boolean;
}

/** Where one is on a way of several stages. Whoever goes on hears which stage is next. */
export function Steps({ label, stages, at, byItself = false, opened = false }: StepsProps) {
  const t = useText();
  const list = useRef<HTMLOListElement>(null);
  const shown = useRef(opened ? -1 : at);
  // The next stage begins at its beginning, however far down the button of the last one was.
  useEffect(() => {
    if (shown.current === at) return;
    shown.current = at;
    if ((list.current?.getBoundingClientRect().top ?? kBelowBar) < kBelowBar) list.current?.scrollIntoView({ block: 'start' });
    // Mistakes of the stage, where there are any, are told over its fields.
    if (byItself || list.current?.closest('.card')?.querySelector('[role="alert"]')) return;
    (list.current?.querySelector<HTMLElement>('[aria-current]') ?? list.current)?.focus({ preventScroll: true });
  }, [at, byItself]);
  return (
    <ol className="steps" aria-label={label} ref={list} tabIndex={-1}>
      {stages.map((stage, index) => (
        <li
          key={stage}
          className={index < at ? 'step step-done' : index === at ? 'step step-now' : 'step'}
          aria-current={index === at ? 'step' : undefined}
          tabIndex={index === at ? -1 : undefined}
        >
          <span className="step-mark" aria-hidden="true">
            {index < at ? '✓' : index + 1}
          </span>
          <span>
            {stage}
            {index < at && <span className="seen-by-readers"> {t('ui.done')}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

export interface TimelineEvent {
  at: string;
  title: string;
  about?: ReactNode;
}

/** What happened, in order. */
export function Timeline({ events, zone }: { events: readonly TimelineEvent[]; zone?: string }) {
  return (
    <ol className="timeline">
      {events.map((event, at) => (
        <li key={at}>
          <span className="quiet small">
            <Moment at={event.at} zone={zone} />
          </span>
          <strong>{event.title}</strong>
          {event.about && <div>{event.about}</div>}
        </li>
      ))}
    </ol>
  );
}
