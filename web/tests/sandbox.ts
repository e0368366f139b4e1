// SPDX-License-Identifier: Apache-2.0
import { spawn, type ChildProcess } from 'node:child_process';
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

const kMostMsToEnd = 30_000;

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
  const clear = () => rmSync(folder, { recursive: true, force: true });
  const kill = () => running.kill('SIGKILL');
  // Nobody else ends it, where the tests themselves are ended.
  process.once('exit', kill);
  const sites = await sitesOf(running).catch((failure: unknown) => {
    kill();
    clear();
    throw failure;
  });
  let ends = false;
  running.once('exit', (code, signal) => {
    if (!ends) console.error(`the sandbox ended in the middle of the tests: ${code ?? signal}`);
  });
  project.provide('sites', sites);
  project.provide('folder', folder);
  return async () => {
    ends = true;
    if (running.exitCode === null && running.signalCode === null) {
      const ended = new Promise((done) => running.once('exit', done));
      running.kill('SIGTERM');
      const late = setTimeout(kill, kMostMsToEnd);
      await ended;
      clearTimeout(late);
    }
    process.off('exit', kill);
    clear();
  };
}

/** What it tells when both systems answer. */
function sitesOf(running: ChildProcess): Promise<{ ru: string; uz: string }> {
  return new Promise((resolve, reject) => {
    let told = '';
    running.once('error', reject);
    running.once('exit', (code) => reject(new Error(`the sandbox ended with ${code}: ${told}`)));
    const hear = (piece: Buffer) => {
      told += piece.toString();
      const [ru, uz] = ['ru', 'uz'].map((country) => new RegExp(`^${country}: (http://localhost:\\d+)/`, 'm').exec(told)?.[1]);
      if (!ru || !uz) return;
      running.stdout?.off('data', hear).resume();
      resolve({ ru, uz });
    };
    running.stdout?.on('data', hear);
  });
}
