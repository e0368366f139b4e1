// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { PlainButton } from '../plain';
import { useText } from '../text';
import { cameraTrouble, middleOf, openCamera, troubleOf, type Camera, type CameraTrouble } from './camera';
import { Decoder } from './decoder';
import { best, type Seen } from './symbols';
import './scanner.css';

interface Props {
  /** A code was seen; the same one again only after a while. */
  onText: (text: string) => void;
  onClose: () => void;
}

const kLookEveryMs = 120;
/** Of so many pictures one is searched for the stripes of shops too. */
const kThoroughEach = 6;
const kSameAgainMs = 2_500;

/** The picture of the camera, read until it is closed. */
export function Scanner({ onText, onClose }: Props) {
  const t = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState<Camera | null>(null);
  const [trouble, setTrouble] = useState<CameraTrouble | null>(cameraTrouble);
  const [seen, setSeen] = useState<Seen['kind'] | null>(null);
  const tell = useRef(onText);
  useEffect(() => {
    tell.current = onText;
  }, [onText]);

  useEffect(() => {
    if (cameraTrouble()) return;
    let mine: Camera | null = null;
    let gone = false;
    openCamera().then(
      (opened) => {
        if (gone) return opened.close();
        mine = opened;
        setCamera(opened);
      },
      (error: unknown) => !gone && setTrouble(troubleOf(error)),
    );
    return () => {
      gone = true;
      mine?.close();
    };
  }, []);

  useEffect(() => {
    const screen = video.current;
    if (!camera || !screen) return;
    screen.srcObject = camera.stream;
    void screen.play().catch(() => undefined);
    return watch(screen, (what) => {
      setSeen(what.kind);
      if (what.kind === 'code') tell.current(what.text);
    });
  }, [camera]);

  return (
    <section className="scanner" aria-label={t('scanner.title')}>
      {trouble ? (
        <div className="notice notice-warn" role="alert">
          <strong>{t('scanner.no_camera')}</strong>
          <p>{t(`scanner.trouble.${trouble}`)}</p>
        </div>
      ) : (
        <div className="scanner-screen">
          <video ref={video} playsInline muted aria-hidden="true" />
          <span className="scanner-frame" aria-hidden="true" />
        </div>
      )}
      {!trouble && (
        <p aria-live="polite">{seen && seen !== 'code' ? t(`scanner.seen.${seen}`) : t(camera ? 'scanner.aim' : 'scanner.opening')}</p>
      )}
      <div className="row">
        {camera?.hasTorch && <Torch camera={camera} />}
        {camera?.zoom && <Zoom camera={camera} zoom={camera.zoom} />}
        <PlainButton onClick={onClose}>{t('scanner.close')}</PlainButton>
      </div>
    </section>
  );
}

/** Looks at the picture again and again; gives what ends it. */
function watch(screen: HTMLVideoElement, onSeen: (what: Seen) => void): () => void {
  const decoder = new Decoder();
  const canvas = document.createElement('canvas');
  let looks = 0;
  let last = { text: '', at: 0 };
  const look = () => {
    const image = middleOf(screen, canvas);
    const reading = image && decoder.read({ image, thorough: ++looks % kThoroughEach === 0 });
    reading?.then(
      (found) => {
        const what = best(found);
        if (!what) return;
        const now = Date.now();
        if (what.kind === 'code') {
          const again = what.text === last.text && now - last.at < kSameAgainMs;
          last = { text: what.text, at: now };
          if (again) return;
          navigator.vibrate?.(60);
        }
        onSeen(what);
      },
      () => undefined,
    );
  };
  const clock = setInterval(look, kLookEveryMs);
  return () => {
    clearInterval(clock);
    decoder.end();
  };
}

function Torch({ camera }: { camera: Camera }) {
  const t = useText();
  const [on, setOn] = useState(false);
  return (
    <PlainButton
      aria-pressed={on}
      onClick={() => {
        camera.set({ torch: !on });
        setOn(!on);
      }}
    >
      {t(on ? 'scanner.torch_off' : 'scanner.torch_on')}
    </PlainButton>
  );
}

/** Codes under a centimetre need it. */
function Zoom({ camera, zoom }: { camera: Camera; zoom: NonNullable<Camera['zoom']> }) {
  const t = useText();
  return (
    <label className="row">
      {t('scanner.zoom')}
      <input
        type="range"
        min={zoom.min}
        max={zoom.max}
        step={zoom.step}
        defaultValue={zoom.min}
        onChange={(event) => camera.set({ zoom: Number(event.target.value) })}
      />
    </label>
  );
}
