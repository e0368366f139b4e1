// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { Button } from './Button';
import { TextField } from './fields';

interface Props {
  label: string;
  /** On the button beside it. */
  action: string;
  onFind: (text: string) => void;
  mono?: boolean;
  maxLength?: number;
}

/** A text that narrows a list when it is finished; what was found by it stands as a chip. */
export function FindField({ label, action, onFind, mono, maxLength }: Props) {
  const [text, setText] = useState('');
  return (
    <form
      className="row row-end"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onFind(text.trim());
        setText('');
      }}
    >
      <TextField label={label} value={text} onChange={setText} mono={mono} maxLength={maxLength} autoComplete="off" />
      <Button type="submit">{action}</Button>
    </form>
  );
}
