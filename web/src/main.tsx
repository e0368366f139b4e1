// SPDX-License-Identifier: Apache-2.0
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from '@/app/Root';
import '@/ui/tokens.css';
import '@/ui/base.css';
import '@/ui/controls.css';
import '@/ui/surfaces.css';
import '@/app/layout.css';
import { teachUzbekNumbers } from '@/ui/uzbek_forms';

teachUzbekNumbers();

const place = document.getElementById('root');
if (place)
  createRoot(place).render(
    <StrictMode>
      <Root />
    </StrictMode>,
  );
