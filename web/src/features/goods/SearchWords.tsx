// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { useAddress } from '@/ui/address';
import { TextField } from '@/ui/fields';

const kPauseMs = 350;

/** Words of the address; taken when the writer pauses. */
export function SearchWords({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const [address, setAddress] = useAddress();
  const held = address[name] === undefined ? '' : String(address[name]);
  const [text, setText] = useState(held);
  const [written, setWritten] = useState(held);
  const [seen, setSeen] = useState(held);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (held !== seen) {
    setSeen(held);
    // Another value than the one written here: a chip was taken away, somebody went a page back.
    if (held !== written) setText(held);
  }
  return (
    <TextField
      label={label}
      hint={hint}
      value={text}
      onChange={(value) => {
        setText(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          setWritten(value.trim());
          setAddress({ [name]: value.trim() });
        }, kPauseMs);
      }}
    />
  );
}
