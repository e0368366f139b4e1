// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import { useGo } from '@/ui/address';
import { Button } from '@/ui/Button';
import { readCodes } from '@/ui/CodeArea';
import { TextField } from '@/ui/fields';
import { useText } from '@/ui/text';

/** A code that is scanned, typed or pasted leads to its page. */
export function FindCode() {
  const t = useText();
  const go = useGo();
  const [text, setText] = useState('');
  const wrongLayout = /[А-Яа-яЁё]/.test(text);
  return (
    <form
      className="find-code"
      onSubmit={(event) => {
        event.preventDefault();
        const code = readCodes(text).codes[0];
        if (code) go(`/codes/code?code=${encodeURIComponent(code)}`);
      }}
    >
      <TextField
        label={t('codes.find')}
        hint={t('codes.find_hint')}
        error={wrongLayout ? t('codes.wrong_layout') : undefined}
        value={text}
        onChange={setText}
        mono
        autoComplete="off"
      />
      <Button look="main" type="submit" isDisabled={!text.trim()}>
        {t('codes.show')}
      </Button>
    </form>
  );
}
