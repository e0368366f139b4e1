// SPDX-License-Identifier: Apache-2.0
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const kMinute = 60_000;

/** Journeys in Chromium, one after another, against the sandbox that tests/sandbox.ts starts. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    globalSetup: './tests/sandbox.ts',
    fileParallelism: false,
    testTimeout: 5 * kMinute,
    hookTimeout: 3 * kMinute,
    teardownTimeout: kMinute,
    // As long as a visitor waits for what is to be seen: a second is nothing to a slow machine.
    expect: { poll: { timeout: 45_000, interval: 100 } },
    retry: 0,
  },
});
