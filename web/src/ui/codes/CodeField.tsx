// SPDX-License-Identifier: Apache-2.0
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../Button';
import { FileDrop } from '../FileDrop';
import { ProgressBar } from '../surfaces';
import { Scanner } from '../scanner/Scanner';
import { useWedge } from '../scanner/wedge';
import { play } from '../scanner/sounds';
import { useText } from '../text';
import { CodeCounts, FlawedLines, RepeatedLines } from './CodeCounts';
import { CodeTable } from './CodeTable';
import { isLong, readAside } from './read_aside';
import type { ReadCode, Reading } from './read_codes';
import './codes.css';

interface Props {
  name: string;
  label: string;
  hint?: ReactNode;
  value: readonly ReadCode[];
  onChange: (codes: ReadCode[]) => void;
  /** As many as fit into one document. */
  max?: number;
  error?: string;
  /** Further ways to find codes, as buttons. */
  sources?: ReactNode;
  /** What a GTIN stands for, where it is known. */
  productOf?: (gtin: string) => string | undefined;
  /** A scanner is heard wherever the focus is: one field of a page at most. */
  hearsScanner?: boolean;
}

const kGs = '\u001d';

/** Codes from a scanner, a camera, a file, the clipboard or the keyboard: all become one list, counted at once. */
export function CodeField({ name, label, hint, value, onChange, max, error, sources, productOf, hearsScanner }: Props) {
  const t = useText();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [last, setLast] = useState<Reading | null>(null);
  // What was taken out of the list last: one press brings it back.
  const [gone, setGone] = useState<readonly ReadCode[]>([]);
  const back = useRef<HTMLButtonElement>(null);
  const [reading, setReading] = useState<{ done: number; cancel: () => void } | null>(null);
  // Scans come faster than pages are drawn: what was added a moment ago counts too.
  const held = useRef(value);
  // How long the list is that was given away and is not drawn yet: a shorter one that is drawn meanwhile is older.
  const awaited = useRef(0);
  useEffect(() => {
    if (value.length < awaited.current && value.every((one, at) => one.identity === held.current[at]?.identity)) return;
    awaited.current = 0;
    held.current = value;
  }, [value]);

  /** null: it was ended by the reader. */
  const take = async (content: string | Blob): Promise<Reading | null> => {
    const ended = new AbortController();
    const cancel = () => ended.abort();
    if (isLong(content)) setReading({ done: 0, cancel });
    try {
      const read = await readAside(content, held.current.map((one) => one.identity), {
        signal: ended.signal,
        tell: (done) => setReading({ done, cancel }),
      });
      setLast(read);
      setGone([]);
      if (!read.codes.length) return read;
      const longer = [...held.current, ...read.codes];
      awaited.current = longer.length;
      held.current = longer;
      onChange(longer);
      return read;
    } catch (error) {
      if (ended.signal.aborted) return null;
      throw error;
    } finally {
      setReading(null);
    }
  };
  const takeOut = (codes: readonly ReadCode[]) => {
    const out = new Set(codes);
    setGone(codes);
    onChange(value.filter((one) => !out.has(one)));
    // The button that was pressed goes with its row.
    setTimeout(() => back.current?.focus(), 0);
  };
  const putBack = () => {
    const known = new Set(value.map((one) => one.identity));
    setGone([]);
    onChange([...value, ...gone.filter((one) => !known.has(one.identity))]);
    area.current?.focus();
  };
  const scanned = async (text: string) => {
    const read = await take(text);
    if (read) play(read.codes.length ? 'good' : read.repeated ? 'repeated' : 'bad');
  };
  useWedge((text) => void scanned(text), Boolean(hearsScanner));

  const flush = () => {
    const field = area.current;
    if (!field?.value.trim()) return;
    const typed = field.value;
    field.value = '';
    void take(typed);
  };
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const separator = (event.ctrlKey && event.key === ']') || event.key === 'F8';
    if (separator) {
      event.preventDefault();
      event.currentTarget.setRangeText(kGs, event.currentTarget.selectionStart, event.currentTarget.selectionEnd, 'end');
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      flush();
    }
  };
  const tooMany = max !== undefined && value.length > max;
  return (
    <fieldset className="code-field" aria-describedby={`${id}-said`}>
      <legend>{label}</legend>
      {hint && <p className="quiet small">{hint}</p>}
      <label className="seen-by-readers" htmlFor={id}>
        {t('ui.codes.area', { field: label })}
      </label>
      <textarea
        id={id}
        ref={area}
        name={name}
        className="input mono"
        rows={3}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        placeholder={t('ui.codes.placeholder')}
        aria-invalid={Boolean(error) || tooMany}
        onKeyDown={pressed}
        onBlur={flush}
        onPaste={() => setTimeout(flush, 0)}
      />
      <div className="row">
        <Button onPress={flush}>{t('ui.codes.add')}</Button>
        {sources}
      </div>
      <div className="code-ways">
        <Scanner batch onCode={(text) => void scanned(text)} />
        <FileDrop label={t('ui.codes.file')} accept=".txt,.csv,.tsv" onFile={(file) => void take(file)} />
      </div>
      {reading && <ProgressBar label={t('ui.codes.reading')} value={Math.round(100 * reading.done)} onCancel={reading.cancel} />}
      <div id={`${id}-said`} aria-live="polite" className="stack-tight">
        <CodeCounts codes={value} productOf={productOf} />
        {last && (
          <span className={last.codes.length ? 'quiet' : 'field-error'}>
            {t('ui.codes.last', { added: last.codes.length, repeated: last.repeated, flawed: last.flawed.length })}
          </span>
        )}
        {tooMany && <span className="field-error">{t('ui.codes_too_many', { max })}</span>}
        {error && <span className="field-error">{error}</span>}
      </div>
      {last && <RepeatedLines repeats={last.repeats} count={last.repeated} />}
      {last && <FlawedLines flawed={last.flawed} />}
      {value.length > 0 && (
        <CodeTable
          label={label}
          codes={value}
          productOf={productOf}
          onRemove={(code) => takeOut([code])}
          onClear={() => {
            setLast(null);
            takeOut(value);
          }}
        />
      )}
      {gone.length > 0 && (
        <div>
          <Button ref={back} look="quiet" onPress={putBack}>
            {t('ui.codes.put_back', { count: gone.length })}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
