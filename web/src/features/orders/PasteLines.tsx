// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState } from 'react';
import { Button } from '@/ui/Button';
import { TextArea } from '@/ui/fields';
import { FileDrop } from '@/ui/FileDrop';
import { useText } from '@/ui/text';
import { joined, readLines } from './pasted_lines';

const kShown = 20;

/** A list of GTINs and quantities, as it is copied from a table; shows what was understood before it is taken. */
export function PasteLines({ onAdd }: { onAdd: (lines: { gtin: string; quantity: number }[]) => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const lines = useMemo(() => readLines(text), [text]);
  const good = useMemo(() => joined(lines), [lines]);
  const wrong = lines.filter((line) => line.flaw);
  const merged = lines.length - wrong.length - good.length;
  return (
    <div className="stack">
      <TextArea label={t('orders.paste')} hint={t('orders.paste_hint')} mono rows={6} value={text} onChange={setText} />
      <FileDrop label={t('orders.paste_file')} accept=".csv,.txt" onFile={(file) => void file.text().then((told) => setText(told.replaceAll('"', '')))} />
      {lines.length > 0 && (
        <div className="stack-tight" aria-live="polite">
          <strong>{t('orders.understood', { good: good.length, wrong: wrong.length })}</strong>
          {merged > 0 && <span className="quiet">{t('orders.merged', { count: merged })}</span>}
          {wrong.length > 0 && (
            <ul>
              {wrong.slice(0, kShown).map((line) => (
                <li key={line.at} className="field-error">
                  {t('orders.wrong_line', { at: line.at, text: line.text })} {t(`orders.flaw.${line.flaw ?? 'form'}`)}
                </li>
              ))}
              {wrong.length > kShown && <li>{t('orders.more_wrong', { count: wrong.length - kShown })}</li>}
            </ul>
          )}
        </div>
      )}
      <div>
        <Button
          isDisabled={!good.length}
          onPress={() => {
            onAdd(good);
            setText('');
          }}
        >
          {t('orders.add_lines', { count: good.length })}
        </Button>
      </div>
    </div>
  );
}
