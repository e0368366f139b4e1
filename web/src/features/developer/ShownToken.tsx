// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/surfaces';
import { useText } from '@/ui/text';
import { useCopy } from '@/ui/values';

/** The key itself is shown this once: the system does not keep it. */
export function ShownToken({ token, onKept }: { token: string; onKept: () => void }) {
  const t = useText();
  const copy = useCopy();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="good">
        <strong>{t('developer_words.token')}</strong>
        <p>{t('developer_words.token_once')}</p>
        <code className="token">{token}</code>
        <div className="row">
          <Button look="main" onPress={() => copy(token)}>
            {t('developer_words.copy_token')}
          </Button>
          <Button onPress={onKept}>{t('developer_words.token_kept')}</Button>
        </div>
      </Notice>
    </div>
  );
}
