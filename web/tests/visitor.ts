// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';

export const kWide = { width: 1280, height: 860 };
export const kPhone = { width: 390, height: 844 };

export interface Wishes {
  language?: 'en' | 'ru' | 'uz';
  theme?: 'light' | 'dark';
  size?: { width: number; height: number };
  /** What the camera sees: a film in Y4M. */
  film?: string;
}

const kCamera = ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'];

const cameraOf = (film: string | undefined): string[] => (film ? [...kCamera, `--use-file-for-fake-video-capture=${film}`] : []);

/** Somebody at a browser. What the page complains of to the console fails the test that asks `end`. */
export class Visitor {
  readonly complaints: string[] = [];
  private constructor(
    private readonly browser: Browser,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly site: string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // The browser itself reports every answer of 400 and above; those are judged by what the page shows.
      if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
        this.complaints.push(message.text());
    });
  }

  static async come(site: string, { language = 'en', theme = 'light', size = kWide, film }: Wishes = {}): Promise<Visitor> {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', ...cameraOf(film)] });
    const context = await browser.newContext({ locale: language, colorScheme: theme, viewport: size, reducedMotion: 'reduce' });
    context.setDefaultTimeout(45_000);
    return new Visitor(browser, context, await context.newPage(), site);
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.site + path);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }
  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name }).first().click();
  }
  follow(name: string | RegExp): Promise<void> {
    return this.page.getByRole('link', { name }).first().click();
  }
  sees(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor();
  }

  /** A key of the sandbox for the part of this company's head, in the panel that is open. */
  async makeKey(company: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: /Company/ }).click();
    await this.page.getByRole('option', { name: company }).click();
    await this.press('Make a key');
  }

  /** The key of this company among those that are shown. */
  useKey(company: RegExp): Promise<void> {
    return this.page.locator('.key').filter({ hasText: company }).getByRole('button').click();
  }

  /** Signs in as the head of a company. */
  async signIn(company: RegExp): Promise<void> {
    await this.go('/sign-in');
    await this.makeKey(company);
    await this.useKey(company);
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  /** Nothing is being loaded, and nothing moves: what is judged while it changes is judged wrongly. */
  private async settle(): Promise<void> {
    await this.page.waitForFunction(() => !document.querySelector('.skeleton'));
    let before = '';
    for (let now = await this.page.content(); now !== before; now = await this.page.content()) {
      before = now;
      await this.page.waitForTimeout(150);
    }
  }

  /** No rule of WCAG 2.0 to 2.2 AA that a program can check is broken by what is in sight. */
  async looksRight(where: string): Promise<void> {
    await this.settle();
    await this.page.evaluate(axe.source);
    const broken = await this.page.evaluate(async () => {
      const judge = (window as unknown as { axe: typeof axe }).axe;
      const { violations } = await judge.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      });
      return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
    });
    expect(broken, where).toEqual([]);
    const overflow = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (process.env.TAMGA_PICTURES) await this.keepPicture(process.env.TAMGA_PICTURES, where);
    expect(overflow, `${where} is wider than the screen`).toBeLessThanOrEqual(0);
  }

  /** For people to look at: the page as this language, theme and screen show it. */
  private async keepPicture(folder: string, where: string): Promise<void> {
    const { lang, theme } = await this.page.evaluate(() => ({
      lang: document.documentElement.lang.slice(0, 2),
      theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    }));
    const width = this.page.viewportSize()?.width ?? 0;
    await this.page.screenshot({ fullPage: true, path: join(folder, `${where.replace(/\W+/g, '_')}.${lang}.${theme}.${width}.png`) });
  }

  /** `name`: of the test; what was last in sight stays in test-results/. */
  async end(name: string): Promise<void> {
    await this.page.screenshot({ path: `test-results/${name.replace(/\W+/g, '_').slice(0, 60)}.png` });
    await this.browser.close();
    expect(this.complaints).toEqual([]);
  }
}

/** The last letter that was sent to somebody, by the sandbox's folder of letters. */
export async function letterTo(country: 'ru' | 'uz', address: string, about: RegExp): Promise<string> {
  const folder = join(inject('folder'), country, 'mail');
  for (let left = 60; left > 0; --left) {
    for (const name of readdirSync(folder)) {
      const letter = readable(readFileSync(join(folder, name), 'utf8'));
      if (letter.includes(address) && about.test(letter)) return letter;
    }
    await new Promise((later) => setTimeout(later, 500));
  }
  throw new Error(`no letter to ${address} about ${about}`);
}

/** Text parts as they are read: base64 or quoted-printable taken off (RFC 2045). */
function readable(message: string): string {
  const parts = message.split(/\r?\n\r?\n/).map((part) => {
    const packed = part.replace(/\s/g, '');
    return /^[A-Za-z0-9+/]{40,}={0,2}$/.test(packed) ? Buffer.from(packed, 'base64').toString('utf8') : part.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  });
  return parts.join('\n\n');
}
