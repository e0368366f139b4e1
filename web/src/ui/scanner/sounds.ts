// SPDX-License-Identifier: Apache-2.0

/** What happened to a scan, to be heard from two metres: one high tone, two even ones, a falling pair, a low buzz. */
export type Sound = 'good' | 'done' | 'repeated' | 'bad';

const kTones: Record<Sound, readonly (readonly [hertz: number, from: number, long: number])[]> = {
  good: [[1320, 0, 0.09]],
  done: [
    [880, 0, 0.12],
    [1175, 0.12, 0.12],
    [1568, 0.24, 0.2],
  ],
  repeated: [
    [660, 0, 0.12],
    [660, 0.2, 0.12],
  ],
  bad: [
    [330, 0, 0.18],
    [196, 0.2, 0.4],
  ],
};
const kLoudness = 0.25;

let context: AudioContext | null = null;

/** Browsers let a page sound once its user has touched it; before that nothing is heard. */
export function play(sound: Sound): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  void context.resume();
  for (const [hertz, from, long] of kTones[sound]) {
    const tone = context.createOscillator();
    const loudness = context.createGain();
    const begin = context.currentTime + from;
    tone.type = sound === 'bad' ? 'square' : 'sine';
    tone.frequency.value = hertz;
    loudness.gain.setValueAtTime(kLoudness, begin);
    loudness.gain.exponentialRampToValueAtTime(0.001, begin + long);
    tone.connect(loudness).connect(context.destination);
    tone.start(begin);
    tone.stop(begin + long);
  }
  if (sound === 'bad') navigator.vibrate?.([120, 60, 120]);
  else navigator.vibrate?.(60);
}
