// SPDX-License-Identifier: Apache-2.0
import { useState, type ReactNode } from 'react';
import { Button } from './Button';
import { TextArea } from './fields';
import { Dialog } from './overlays';
import { useText } from './text';

interface Props {
  /** On the button, and over the question. */
  label: string;
  /** What follows, and who reads the reason. */
  children: ReactNode;
  onConfirm: (reason: string) => void;
  isDisabled?: boolean;
  look?: 'plain' | 'danger' | 'main';
  /** Over the field, where an answer is asked for and no reason. */
  field?: string;
  /** As many letters as the interface takes. */
  most?: number;
}

/** A button of something that has to be explained to whoever it concerns. */
export function ReasonButton({ label, children, onConfirm, isDisabled, look = 'plain', field, most = 500 }: Props) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const empty = reason.trim() === '';
  const close = () => {
    setAsking(false);
    setTried(false);
  };
  return (
    <>
      <Button look={look} isDisabled={isDisabled} onPress={() => setAsking(true)}>
        {label}
      </Button>
      <Dialog title={label} isOpen={asking} onClose={close}>
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (empty) return;
            close();
            onConfirm(reason.trim());
          }}
        >
          <div className="stack-tight">{children}</div>
          <TextArea
            label={field ?? t('ui.reason')}
            value={reason}
            onChange={setReason}
            maxLength={most}
            autoFocus
            error={tried && empty ? t(field ? 'ui.answer_needed' : 'ui.reason_needed') : undefined}
          />
          <div className="row">
            <Button look={look === 'danger' ? 'danger' : 'main'} type="submit">
              {label}
            </Button>
            <Button onPress={close}>{t('ui.not_now')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
