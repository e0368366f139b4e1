// SPDX-License-Identifier: Apache-2.0
import { useText } from './text';

/** Whether what was typed is kept by the system. */
export function SavedNote({ state }: { state: 'untouched' | 'saving' | 'saved' | 'failed' }) {
  const t = useText();
  return (
    <span className={state === 'failed' ? 'field-error' : 'quiet small'} aria-live="polite">
      {state === 'untouched' ? '' : t(`ui.saved.${state}`)}
    </span>
  );
}
