// SPDX-License-Identifier: Apache-2.0
import { useState, type ReactNode } from 'react';
import { Button } from './Button';
import { TextField } from './fields';
import { Dialog } from './overlays';
import { useText } from './text';

interface Props {
  /** On the button, and over the question. */
  label: string;
  /** What the button is called where several of them stand in a list. */
  name?: string;
  /** What will happen. */
  children: ReactNode;
  onConfirm: () => void;
  isDisabled?: boolean;
  /** Whether what was asked in `children` is answered. */
  isReady?: boolean;
  look?: 'plain' | 'quiet' | 'danger' | 'main';
  /** What has to be typed before something that cannot be undone. */
  word?: string;
}

/** A button that asks once more and says what follows. */
export function ConfirmButton({ label, name, children, onConfirm, isDisabled, isReady = true, look = 'plain', word }: Props) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const close = () => {
    setAsking(false);
    setTyped('');
  };
  const confirm = () => {
    close();
    onConfirm();
  };
  return (
    <>
      <Button look={look} aria-label={name} isDisabled={isDisabled} onPress={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog title={name ?? label} isOpen={asking} onClose={close}>
        <div className="stack-tight">{children}</div>
        {word !== undefined && (
          <TextField label={t('ui.type_to_confirm', { word })} value={typed} onChange={setTyped} autoFocus mono />
        )}
        <div className="row">
          <Button
            look={look === 'danger' ? 'danger' : 'main'}
            isDisabled={!isReady || (word !== undefined && typed.trim() !== word)}
            onPress={confirm}
          >
            {label}
          </Button>
          <Button onPress={close}>{t('ui.not_now')}</Button>
        </div>
      </Dialog>
    </>
  );
}
