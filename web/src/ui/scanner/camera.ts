// SPDX-License-Identifier: Apache-2.0

/** Why there is no picture; the texts are `ui.scanner.trouble.<reason>`. */
export type CameraTrouble = 'denied' | 'absent' | 'busy' | 'insecure';

export class CameraError extends Error {
  constructor(readonly reason: CameraTrouble) {
    super(reason);
  }
}

const kReasons: Record<string, CameraTrouble> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'absent',
  OverconstrainedError: 'absent',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

// Capabilities that browsers of phones have and the types of the DOM do not.
interface Lens {
  torch?: boolean;
  zoom?: { min: number; max: number; step: number };
}

export interface Camera {
  stream: MediaStream;
  torch: boolean;
  zoom?: Lens['zoom'];
  light(on: boolean): Promise<void>;
  enlarge(times: number): Promise<void>;
  close(): void;
}

/** The camera that looks away from the user, where there are two. Throws CameraError. */
export async function openCamera(): Promise<Camera> {
  if (!navigator.mediaDevices) throw new CameraError('insecure');
  const wishes = { facingMode: 'environment', width: { ideal: 1920 }, focusMode: 'continuous' } as MediaTrackConstraints;
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: wishes });
  } catch (error) {
    throw new CameraError(kReasons[(error as DOMException).name] ?? 'busy');
  }
  const track = stream.getVideoTracks()[0];
  const lens = (track?.getCapabilities?.() ?? {}) as Lens;
  const apply = (set: Record<string, unknown>) =>
    track?.applyConstraints({ advanced: [set as MediaTrackConstraintSet] }).catch(() => undefined) ?? Promise.resolve();
  return {
    stream,
    torch: Boolean(lens.torch),
    zoom: lens.zoom && lens.zoom.max > lens.zoom.min ? lens.zoom : undefined,
    light: (on) => apply({ torch: on }),
    enlarge: (times) => apply({ zoom: times }),
    close: () => stream.getTracks().forEach((one) => one.stop()),
  };
}

const kMostPixels = 900;

/** The middle of what the camera sees, where the frame on the screen is. */
export function middleOf(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | null {
  const side = Math.min(video.videoWidth, video.videoHeight);
  if (!side) return null;
  const size = Math.min(side, kMostPixels);
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(video, (video.videoWidth - side) / 2, (video.videoHeight - side) / 2, side, side, 0, 0, size, size);
  return context.getImageData(0, 0, size, size);
}
