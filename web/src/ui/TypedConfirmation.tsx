// SPDX-License-Identifier: Apache-2.0
import { useState, type ReactNode } from 'react';
import { Button } from './Button';
import { TextField } from './fields';
import { Dialog } from './overlays';
import { useText } from './text';

interface Props {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** What comes of it, and that it cannot be undone. */
  children: ReactNode;
  /** What is typed before it is done: names the consequence. */
  word: string;
  action: string;
  busy?: boolean;
  /** Something is asked for in `children`: it has the keys first. */
  asksMore?: boolean;
  onConfirm: () => void;
}

const folded = (text: string): string => text.trim().toLocaleLowerCase().replace(/[’'`ʼʻ‘]/g, 'ʻ');

/** For what cannot be taken back: a word is typed first. */
export function TypedConfirmation({ title, isOpen, onClose, children, word, action, busy, asksMore = false, onConfirm }: Props) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const agreed = folded(typed) === folded(word);
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      {children}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (agreed && !busy) onConfirm();
        }}
      >
        <TextField label={t('ui.type_to_confirm', { word })} value={typed} onChange={setTyped} autoFocus={!asksMore} autoComplete="off" />
        <div className="row">
          <Button look="danger" type="submit" isDisabled={!agreed || busy}>
            {action}
          </Button>
          <Button onPress={onClose}>{t('ui.not_now')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
