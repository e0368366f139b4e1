// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { judgeProgram, look, type Machine, type Need } from './system_check';

const need = (kind: Need['kind'], code: string, version?: string): Need => ({ kind, code, version: version ?? '', name: code, url: '' }) as Need;
const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36';
const machine = (told: Partial<Machine>): Machine => ({ userAgent: chrome, platform: 'Win32', platformVersion: '', ...told });

test.each([
  ['Windows 11', machine({ platformVersion: '15.0.0' }), '11', 'works'],
  ['Windows 10', machine({ platformVersion: '10.0.0' }), '11', 'old'],
  ['Windows 10 of a browser without hints', machine({}), '10', 'works'],
  ['Windows 8.1 with hints', machine({ userAgent: chrome.replace('NT 10.0', 'NT 6.3'), platformVersion: '0.3.0' }), '10', 'old'],
  ['Windows 7', machine({ userAgent: chrome.replace('NT 10.0', 'NT 6.1') }), '10', 'old'],
])('%s is judged by its version', (_name, here, least, finding) => {
  expect(look(need('system', 'windows', least), here)).toBe(finding);
});

test('macOS tells its version by hints alone; another system is another one', () => {
  const mac = machine({ platform: 'MacIntel', platformVersion: '11.7.0' });
  expect(look(need('system', 'macos', '12'), mac)).toBe('old');
  expect(look(need('system', 'macos', '12'), { ...mac, platformVersion: '' })).toBe('works');
  expect(look(need('system', 'windows', '10'), mac)).toBe('other');
  expect(look(need('system', 'linux'), machine({ platform: 'Linux x86_64' }))).toBe('works');
});

test('a browser is judged by its number', () => {
  expect(look(need('browser', 'chrome', '110'), machine({}))).toBe('old');
  expect(look(need('browser', 'chrome', '109'), machine({}))).toBe('works');
  expect(look(need('browser', 'firefox', '115'), machine({}))).toBe('other');
});

test('a program is unseen until it was asked; 4.9 is older than 4.12', () => {
  const agent = need('agent', 'e-imzo', '4.12');
  expect(look(agent, machine({}))).toBe('unseen');
  expect(judgeProgram(agent, [4, 9])).toBe('old');
  expect(judgeProgram(agent, [4, 12])).toBe('works');
  expect(judgeProgram(agent, [5, 0])).toBe('works');
});
