// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useState } from 'react';
import { Button } from '../Button';
import { FileTrigger } from 'react-aria-components';
import { Notice } from '../surfaces';
import { useText } from '../text';
import { readPhoto } from './photo';
import { isMark, isShopCode, SymbolReader, type Symbol } from './symbols';
import { Viewfinder } from './Viewfinder';

interface Props {
  /** The text of a symbol, separators included, as a scanner would give it. */
  onCode: (text: string) => void;
  /** One code after another; otherwise the camera is closed by the first. */
  batch?: boolean;
  /** The camera begins at once: the page was opened to scan. */
  opens?: boolean;
}

/** Camera and photographs of codes. Browsers give a camera over https or on localhost. */
export function Scanner({ onCode, batch = false, opens = false }: Props) {
  const t = useText();
  const [open, setOpen] = useState(opens);
  const [hint, setHint] = useState<'shop' | 'none' | 'unreadable' | null>(null);
  const [reader] = useState(() => new SymbolReader());
  useEffect(() => () => reader.end(), [reader]);

  const seen = useCallback(
    (symbols: readonly Symbol[]): boolean => {
      const marks = symbols.filter(isMark);
      for (const mark of marks) onCode(mark.text);
      if (marks.length) setHint(null);
      else if (symbols.some(isShopCode)) setHint('shop');
      if (marks.length && !batch) setOpen(false);
      return marks.length > 0;
    },
    [onCode, batch],
  );
  const photograph = async (files: FileList | null) => {
    try {
      for (const file of files ?? []) if (!seen(await readPhoto(reader, file))) setHint((before) => before ?? 'none');
    } catch {
      setHint('unreadable');
    }
  };
  return (
    <div className="scanner">
      <div className="row">
        <Button onPress={() => setOpen(!open)} aria-expanded={open}>
          {t(open ? 'ui.scanner.close' : 'ui.scanner.open')}
        </Button>
        <FileTrigger acceptedFileTypes={['image/*']} allowsMultiple onSelect={(files) => void photograph(files)}>
          <Button look="quiet">{t('ui.scanner.photo')}</Button>
        </FileTrigger>
      </div>
      {open && <Viewfinder reader={reader} onSymbols={seen} />}
      <div aria-live="polite">{hint && <Notice tone="warn">{t(`ui.scanner.hint.${hint}`)}</Notice>}</div>
    </div>
  );
}
