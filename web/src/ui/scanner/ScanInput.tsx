// SPDX-License-Identifier: Apache-2.0
import { useRef, type KeyboardEvent } from 'react';
import { useText } from '../text';

const kGs = '\u001d';

/** One line that takes a scan, or a code that is typed; Enter ends it. Scanners send GS as Ctrl+] or F8. */
export function ScanInput({ label, onCode, autoFocus }: { label: string; onCode: (text: string) => void; autoFocus?: boolean }) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    if ((event.ctrlKey && event.key === ']') || event.key === 'F8') {
      event.preventDefault();
      input.setRangeText(kGs, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
    } else if (event.key === 'Enter' && input.value.trim()) {
      event.preventDefault();
      const text = input.value;
      input.value = '';
      onCode(text);
    }
  };
  return (
    <label className="field">
      <span className="react-aria-Label">{label}</span>
      <input
        ref={field}
        className="input mono"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        autoFocus={autoFocus}
        placeholder={t('ui.scanner.type')}
        onKeyDown={pressed}
      />
    </label>
  );
}
