// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { ariaLanguages } from './tools/aria_languages.ts';
import { offlineCheck } from './tools/offline_check.ts';

// The interface while pages are served by Vite itself: a sandbox that runs beside it.
const system = process.env.TAMGA_SYSTEM ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [ariaLanguages(), react(), offlineCheck()],
  worker: { format: 'es' },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': system, '/problems': system } },
  build: { target: 'es2022', sourcemap: false, assetsInlineLimit: 0 },
  test: { environment: 'jsdom', include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
});
