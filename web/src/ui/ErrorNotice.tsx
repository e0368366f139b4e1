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

const controlOf = (field: string) => document.querySelector<HTMLElement>(`[name="${CSS.escape(field)}"]`);
const partOf = (field: string, parts: string) => controlOf(field)?.closest('.field, .code-field')?.querySelector<HTMLElement>(parts);
const kLongestLabel = 80;
const kControls = 'button:not([tabindex="-1"]), input:not([type="hidden"], [tabindex="-1"]), textarea';

/** The visible label of a field, before what is said of it; nothing where the text names the field itself. */
function labelOf(field: string, text: string): string {
  // Without “(required)” behind it.
  const label = partOf(field, 'legend, .react-aria-Label, label')?.textContent?.trim().replace(/\s*\([^()]*\)$/, '') ?? '';
  if (!label || label.length > kLongestLabel || text.toLocaleLowerCase().includes(label.toLocaleLowerCase())) return '';
  // The same field may stand in several parts of a form: in each language, of each site.
  const part = controlOf(field)?.closest('.field, .code-field')?.parentElement?.closest('fieldset')?.querySelector(':scope > legend')?.textContent?.trim();
  return part && part.length <= kLongestLabel ? `${part}: ${label}: ` : `${label}: `;
}

function focusOn(field: string): void {
  const named = controlOf(field);
  const hidden = named?.closest('[aria-hidden="true"]') || named?.matches('select, [type="hidden"]');
  (hidden ? partOf(field, kControls) : named)?.focus();
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
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1} ref={notice}>
      <strong>{t('ui.form_errors', { count })}</strong>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={field}>
            <a
              className="link"
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault();
                focusOn(field);
              }}
            >
              <span
                ref={(place) => {
                  // Fields of another stage of the form are there only when this is drawn.
                  if (place) place.textContent = labelOf(field, text);
                }}
              />
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
