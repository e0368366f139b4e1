// SPDX-License-Identifier: Apache-2.0

interface Pressed {
  key: string;
  code: string;
}

/** The key as on a Latin keyboard: with the Russian layout on, j is о and / is a full stop. */
export function latinKey({ key, code }: Pressed): string {
  if (code === 'Slash' && key === '.') return '/';
  if (code === 'Slash' && key === ',') return '?';
  return /^[\u0400-\u04ff]$/.test(key) && /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key;
}
