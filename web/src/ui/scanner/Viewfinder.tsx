// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { PlainButton } from '../plain';
import { useText } from '../text';
import { CameraError, middleOf, openCamera, type Camera, type CameraTrouble } from './camera';
import type { Symbol, SymbolReader } from './symbols';
import './scanner.css';

/** The same symbol stays in sight for many pictures. */
const kSameForMs = 1_500;
const kBetweenPicturesMs = 120;

interface Props {
  reader: SymbolReader;
  onSymbols: (symbols: readonly Symbol[]) => void;
}

/** What the camera sees, and the symbols in it as they come into sight. */
export function Viewfinder({ reader, onSymbols }: Props) {
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
      (error: unknown) => !gone && setTrouble(error instanceof CameraError ? error.reason : 'busy'),
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
    return watch(shown, reader, (fresh) => told.current(fresh));
  }, [camera, reader]);
  if (trouble)
    return (
      <div className="notice notice-warn" role="alert">
        {t(`ui.scanner.trouble.${trouble}`)}
      </div>
    );
  return (
    <div className="stack-tight">
      <div className="viewfinder">
        <video ref={video} muted playsInline aria-label={t('ui.scanner.picture')} />
        <span className="viewfinder-frame" aria-hidden="true" />
      </div>
      <p className="quiet small">{t('ui.scanner.how')}</p>
      {camera?.torch && <Light camera={camera} />}
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

/** Looks again and again; tells symbols that were not in sight a moment ago. Gives what ends it. */
function watch(shown: HTMLVideoElement, reader: SymbolReader, onFresh: (symbols: readonly Symbol[]) => void): () => void {
  const canvas = document.createElement('canvas');
  const lately = new Map<string, number>();
  // However long a picture takes to be read: what was in the last one has not gone.
  let before = new Set<string>();
  let timer = 0;
  let stopped = false;
  const look = async () => {
    const image = middleOf(shown, canvas);
    const found = image ? await reader.read(image).catch(() => []) : [];
    if (stopped) return;
    const now = performance.now();
    const fresh = found.filter((one) => !before.has(one.text) && now - (lately.get(one.text) ?? -kSameForMs) >= kSameForMs);
    for (const one of found) lately.set(one.text, now);
    before = new Set(found.map((one) => one.text));
    if (fresh.length) onFresh(fresh);
    timer = window.setTimeout(() => void look(), kBetweenPicturesMs);
  };
  void look();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
  };
}

function Light({ camera }: { camera: Camera }) {
  const t = useText();
  const [on, setOn] = useState(false);
  return (
    <PlainButton
      aria-pressed={on}
      onClick={() => {
        void camera.light(!on);
        setOn(!on);
      }}
    >
      {t('ui.scanner.light')}
    </PlainButton>
  );
}
