// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';
import { useAskDoor } from './ask_door';
import { Button } from './Button';
import { Link } from './Link';
import { useText } from './text';
import { useCopy } from './values';

/** What is told of something that went wrong; `ProblemError.problem` has this form. */
export interface Trouble {
  title: string;
  remedy: string;
  code?: string;
  instance?: string;
  errors?: { title: string; remedy: string; code: string; pointer?: string }[] | null;
}

export interface TroubleSource {
  problem?: Trouble;
}

export function useTrouble(): (error: unknown) => Trouble {
  const t = useText();
  return (error) =>
    (error as TroubleSource)?.problem ?? { title: t('ui.error.no_answer'), remedy: t('ui.error.no_answer_remedy') };
}

/** What happened, what to do, the code for support. `onRetry`: where doing it again may help. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText();
  const copy = useCopy();
  const trouble = useTrouble()(error);
  const asking = useAskDoor()?.(trouble);
  const number = [trouble.code, trouble.instance].filter(Boolean).join(' · ');
  return (
    <div className="notice notice-bad" role="alert">
      <strong>{trouble.title}</strong>
      <p>{trouble.remedy}</p>
      {trouble.errors && trouble.errors.length > 1 && (
        <ul>
          {trouble.errors.map((one, at) => (
            <li key={at}>
              {one.title}. {one.remedy}
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {onRetry && <Button onPress={onRetry}>{t('ui.try_again')}</Button>}
        {number && (
          <>
            <span className="mono small">{number}</span>
            <Button look="quiet" onPress={() => copy(number)}>
              {t('ui.copy')}
            </Button>
            {asking && <Link href={asking}>{t('ui.ask_support')}</Link>}
          </>
        )}
      </div>
    </div>
  );
}

/** Mistakes of a form at its top, each a link to its field. */
export function FormErrors({ errors }: { errors: readonly { field: string; text: string }[] }) {
  const t = useText();
  const notice = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => {
    if (count) notice.current?.focus();
  }, [count]);
  if (!count) return null;
  const show = (field: string) => document.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`)?.focus();
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1} ref={notice}>
      <strong>{t('ui.form_errors', { count })}</strong>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field}>
            <button type="button" className="link link-button" onClick={() => show(field)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
