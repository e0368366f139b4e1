// SPDX-License-Identifier: Apache-2.0
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '../Button';
import { Switch } from '../choices';
import { FileTrigger } from 'react-aria-components';
import { Notice } from '../surfaces';
import { useText } from '../text';
import { CameraError, middleOf, openCamera, type Camera, type CameraTrouble } from './camera';
import { isMark, isShopCode, SymbolReader, type Symbol } from './symbols';
import './scanner.css';

/** The same symbol stays in sight for many pictures. */
const kSameForMs = 1_500;
const kBetweenPicturesMs = 120;

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
      for (const file of files ?? []) if (!seen(await reader.read(file))) setHint((before) => before ?? 'none');
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

function Viewfinder({ reader, onSymbols }: { reader: SymbolReader; onSymbols: (symbols: readonly Symbol[]) => void }) {
  const t = useText();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onSymbols);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(null);
  useEffect(() => {
    told.current = onSymbols;
  });
  useEffect(() => {
    let opened: Camera | null = null;
    let gone = false;
    openCamera().then(
      (one) => {
        if (gone) return one.close();
        opened = one;
        setCamera(one);
      },
      (error: unknown) => setTrouble(error instanceof CameraError ? error.reason : 'busy'),
    );
    return () => {
      gone = true;
      opened?.close();
    };
  }, []);
  useEffect(() => {
    const shown = video.current;
    if (!camera || !shown) return;
    shown.srcObject = camera.stream;
    void shown.play().catch(() => undefined);
    const canvas = document.createElement('canvas');
    const lately = new Map<string, number>();
    let timer = 0;
    const look = async () => {
      const image = middleOf(shown, canvas);
      const found = image ? await reader.read(image).catch(() => []) : [];
      const now = performance.now();
      const fresh = found.filter((one) => now - (lately.get(one.text) ?? -kSameForMs) >= kSameForMs);
      for (const one of found) lately.set(one.text, now);
      if (fresh.length) told.current(fresh);
      if (!stopped) timer = window.setTimeout(() => void look(), kBetweenPicturesMs);
    };
    let stopped = false;
    void look();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, [camera, reader]);
  if (trouble) return <Notice tone="warn">{t(`ui.scanner.trouble.${trouble}`)}</Notice>;
  return (
    <div className="stack-tight">
      <div className="viewfinder">
        <video ref={video} muted playsInline aria-label={t('ui.scanner.picture')} />
        <span className="viewfinder-frame" aria-hidden="true" />
      </div>
      <p className="quiet small">{t('ui.scanner.how')}</p>
      {camera?.torch && <Switch onChange={(on) => void camera.light(on)}>{t('ui.scanner.light')}</Switch>}
      {camera?.zoom && (
        <label className="row">
          {t('ui.scanner.zoom')}
          <input
            type="range"
            min={camera.zoom.min}
            max={camera.zoom.max}
            step={camera.zoom.step || 0.1}
            defaultValue={camera.zoom.min}
            onChange={(event) => void camera.enlarge(Number(event.target.value))}
          />
        </label>
      )}
    </div>
  );
}
