// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { PlainButton } from '@/ui/plain';
import { isMark, isShopCode, SymbolReader } from '@/ui/scanner/symbols';
import { Viewfinder } from '@/ui/scanner/Viewfinder';
import { useText } from '@/ui/text';

interface Props {
  onText: (text: string) => void;
  onClose: () => void;
}

/** The camera until a code is seen or it is closed. */
export default function Camera({ onText, onClose }: Props) {
  const t = useText();
  const [reader] = useState(() => new SymbolReader());
  const [stripes, setStripes] = useState(false);
  useEffect(() => () => reader.end(), [reader]);
  return (
    <div className="scanner">
      <Viewfinder
        reader={reader}
        onSymbols={(symbols) => {
          const code = symbols.find(isMark);
          setStripes(!code && symbols.some(isShopCode));
          if (!code) return;
          navigator.vibrate?.(60);
          onText(code.text);
        }}
      />
      <p aria-live="polite" className={stripes ? 'notice notice-warn' : 'seen-by-readers'}>
        {stripes ? t('ui.scanner.hint.shop') : ''}
      </p>
      <div>
        <PlainButton onClick={onClose}>{t('ui.scanner.close')}</PlainButton>
      </div>
    </div>
  );
}
