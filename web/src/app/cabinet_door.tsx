// SPDX-License-Identifier: Apache-2.0
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './Root';

/** Every page there is. */
export function open(place: HTMLElement): void {
  createRoot(place).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
}
