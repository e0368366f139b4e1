// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the systems, and the folder of what they keep. */
    sites: { ru: string; uz: string };
    folder: string;
  }
}

/** A sandbox of its own for every run: real server, real store, real letters, on ports that are free. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const program = process.env.TAMGA_PROGRAM;
  if (!program) throw new Error('TAMGA_PROGRAM names the program: ./dev cabinet does');
  const folder = mkdtempSync(join(tmpdir(), 'tamga-cabinet-'));
  const dist = new URL('../dist', import.meta.url).pathname;
  const rates = ['--calls-per-address', '0', '--calls-per-participant', '0'];
  const running = spawn(program, ['sandbox', '--folder', folder, '--port', '0', '--cabinet', dist, ...rates], {
    cwd: new URL('../..', import.meta.url).pathname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const sites = await new Promise<{ ru: string; uz: string }>((resolve, reject) => {
    let told = '';
    running.on('exit', (code) => reject(new Error(`the sandbox ended with ${code}: ${told}`)));
    running.stdout.on('data', (piece: Buffer) => {
      told += piece.toString();
      const [ru, uz] = ['ru', 'uz'].map((country) => new RegExp(`^${country}: (http://localhost:\\d+)/`, 'm').exec(told)?.[1]);
      if (ru && uz) resolve({ ru, uz });
    });
  });
  project.provide('sites', sites);
  project.provide('folder', folder);
  return async () => {
    running.removeAllListeners('exit');
    const ended = new Promise((done) => running.once('exit', done));
    running.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
}
