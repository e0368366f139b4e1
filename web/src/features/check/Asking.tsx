// SPDX-License-Identifier: Apache-2.0
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { PlainButton } from '@/ui/plain';
import { useText } from '@/ui/text';

const Camera = lazy(() => import('./Camera'));

interface Props {
  typed: string;
  scanning: boolean;
  onScan: (scanning: boolean) => void;
  onText: (text: string) => void;
}

/** Camera, photo, scanner, keyboard: all of them give the same text. */
export function Asking({ typed, scanning, onScan, onText }: Props) {
  const t = useText();
  return (
    <section className="card check-asking" aria-label={t('check.title')}>
      {scanning ? (
        <Suspense fallback={<p role="status">{t('ui.loading')}</p>}>
          <Camera onText={onText} onClose={() => onScan(false)} />
        </Suspense>
      ) : (
        <PlainButton look="main" className="check-camera" onClick={() => onScan(true)}>
          <svg viewBox="0 0 24 24" width="26" height="26" className="check-line" aria-hidden="true">
            <path d="M3 8V5a2 2 0 0 1 2-2h3M16 3h3a2 2 0 0 1 2 2v3M21 16v3a2 2 0 0 1-2 2h-3M8 21H5a2 2 0 0 1-2-2v-3M7 8h4v4H7zM14 8h3M14 12h3v5h-3M7 15h4v2" />
          </svg>
          {t('check.scan')}
        </PlainButton>
      )}
      <Photo onText={onText} />
      <Typed key={typed} typed={typed} onText={onText} />
    </section>
  );
}

/** A picture that was taken before, or by the camera's own program. */
function Photo({ onText }: { onText: (text: string) => void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [hint, setHint] = useState<'reading' | 'none' | 'shop' | 'unreadable' | null>(null);
  const read = async (file: File) => {
    setHint('reading');
    try {
      const { codeOfPhoto } = await import('./photo');
      const found = await codeOfPhoto(file);
      setHint(typeof found === 'string' ? null : found.hint);
      if (typeof found === 'string') onText(found);
    } catch {
      setHint('unreadable');
    }
  };
  return (
    <div className="stack-tight">
      <PlainButton onClick={() => input.current?.click()}>{t('check.photo')}</PlainButton>
      <input
        ref={input}
        type="file"
        accept="image/*"
        className="seen-by-readers"
        tabIndex={-1}
        aria-label={t('check.photo')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void read(file);
        }}
      />
      <p aria-live="polite" className={hint ? 'notice notice-warn' : 'seen-by-readers'}>
        {hint === 'reading' ? t('check.photo.reading') : hint ? t(`ui.scanner.hint.${hint}`) : ''}
      </p>
    </div>
  );
}

function Typed({ typed, onText }: { typed: string; onText: (text: string) => void }) {
  const t = useText();
  const [text, setText] = useState(typed);
  const id = useId();
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onText(text.trim());
      }}
    >
      <label htmlFor={id}>{t('check.text')}</label>
      <div className="check-typed">
        <input
          id={id}
          className="input mono"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            // A scanner sends the separator as Ctrl+].
            if (!event.ctrlKey || event.key !== ']') return;
            event.preventDefault();
            setText(`${text}\u001d`);
          }}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={400}
          aria-describedby={`${id}-hint`}
        />
        <PlainButton look="main" type="submit" disabled={!text.trim()}>
          {t('check.check')}
        </PlainButton>
      </div>
      <span id={`${id}-hint`} className="field-hint">
        {t('check.text_hint')}
      </span>
    </form>
  );
}
