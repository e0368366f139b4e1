// SPDX-License-Identifier: Apache-2.0

/** Why there is no picture: texts `scanner.trouble.<it>`. */
export type CameraTrouble = 'none' | 'refused' | 'busy' | 'insecure';

export function troubleOf(error: unknown): CameraTrouble {
  const name = (error as Partial<DOMException>)?.name;
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  return 'none';
}

/** What phones can do beyond the standard's types. */
interface Abilities extends MediaTrackCapabilities {
  torch?: boolean;
  zoom?: { min: number; max: number; step: number };
}

export interface Camera {
  stream: MediaStream;
  hasTorch: boolean;
  zoom?: { min: number; max: number; step: number };
  set(wish: { torch?: boolean; zoom?: number }): void;
  close(): void;
}

/** The camera at the back of a phone. The browser asks its user first. */
export async function openCamera(): Promise<Camera> {
  const wishes = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 }, focusMode: 'continuous' };
  const stream = await navigator.mediaDevices.getUserMedia({ video: wishes as MediaTrackConstraints });
  const track = stream.getVideoTracks()[0];
  const abilities: Abilities = track?.getCapabilities?.() ?? {};
  return {
    stream,
    hasTorch: abilities.torch === true,
    zoom: abilities.zoom && abilities.zoom.max > abilities.zoom.min ? abilities.zoom : undefined,
    set: (wish) => void track?.applyConstraints({ advanced: [wish as MediaTrackConstraintSet] }).catch(() => undefined),
    close: () => stream.getTracks().forEach((one) => one.stop()),
  };
}

export const cameraTrouble = (): CameraTrouble | null => (navigator.mediaDevices ? null : isSecureContext ? 'none' : 'insecure');

const kSide = 800;

/** The middle of what the camera sees, where the frame on the screen is. */
export function middleOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const side = Math.min(video.videoWidth, video.videoHeight);
  const sheet = canvas.getContext('2d', { willReadFrequently: true });
  if (!side || !sheet) return null;
  const size = Math.min(side, kSide);
  canvas.width = size;
  canvas.height = size;
  sheet.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, 0, 0, size, size);
  return sheet.getImageData(0, 0, size, size);
}
