// SPDX-License-Identifier: Apache-2.0
import { useState, type ReactNode } from 'react';
import { Button } from './Button';
import { TextArea } from './fields';
import { SavedNote } from './SavedNote';
import { useText } from './text';

interface Props {
  label: string;
  hint?: string;
  /** On the button. */
  send: string;
  /** What was written before and not sent. */
  before: string;
  most: number;
  saved: Parameters<typeof SavedNote>[0]['state'];
  isSending: boolean;
  onChange: (text: string) => void;
  onSend: (text: string) => void;
  children?: ReactNode;
}

/** Where one writes a message; Ctrl+Enter sends it. `children`: other buttons beside the one that sends. */
export function MessageBox({ label, hint, send, before, most, saved, isSending, onChange, onSend, children }: Props) {
  const t = useText();
  const [text, setText] = useState(before);
  const [tried, setTried] = useState(false);
  const empty = text.trim() === '';
  const sendNow = () => {
    setTried(true);
    if (!empty && !isSending) onSend(text.trim());
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        sendNow();
      }}
    >
      <TextArea
        label={label}
        hint={hint ?? t('ui.message_hint')}
        rows={5}
        value={text}
        maxLength={most}
        onChange={(value) => {
          setText(value);
          onChange(value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          sendNow();
        }}
        error={tried && empty ? t('ui.message_needed') : undefined}
      />
      <div className="row">
        <Button look="main" type="submit" isDisabled={isSending}>
          {send}
        </Button>
        {children}
        <SavedNote state={saved} />
      </div>
    </form>
  );
}
