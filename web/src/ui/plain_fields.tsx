// SPDX-License-Identifier: Apache-2.0
import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';

// Fields of the browser itself, in our looks: see plain.tsx.

interface Around {
  label: string;
  hint?: string;
  error?: string;
}

function Field({ label, hint, error, children }: Around & { children: (tied: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(described ? { 'aria-describedby': described } : {}), ...(error ? { 'aria-invalid': true } : {}) })}
      {hint && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      {error && (
        <span id={`${id}-error`} className="field-error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}

interface Held {
  value: string;
  onValue: (value: string) => void;
}

export function PlainText({ label, hint, error, onValue, mono, ...rest }: Around & Held & { mono?: boolean } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => <input {...rest} {...tied} className={mono ? 'input mono' : 'input'} onChange={(event) => onValue(event.target.value)} />}
    </Field>
  );
}

export function PlainTextArea({ label, hint, error, onValue, ...rest }: Around & Held & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => <textarea {...rest} {...tied} className="input" onChange={(event) => onValue(event.target.value)} />}
    </Field>
  );
}

export function PlainChoice({
  label,
  hint,
  error,
  value,
  onValue,
  choices,
  nothing,
}: Around & Held & { choices: readonly { id: string; name: string }[]; nothing: string }) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(tied) => (
        <select {...tied} className="input" value={value} onChange={(event) => onValue(event.target.value)}>
          <option value="">{nothing}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function PlainCheck({ error, isChecked, onChange, children }: { error?: string; isChecked: boolean; onChange: (checked: boolean) => void; children: ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label className="plain-check">
        <input
          type="checkbox"
          checked={isChecked}
          onChange={(event) => onChange(event.target.checked)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? id : undefined}
        />
        <span>{children}</span>
      </label>
      {error && (
        <span id={id} className="field-error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
