// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { kPassword } from './certificates';
import { wordsOf, type Language, type Words } from './words';

export const kWide = { width: 1280, height: 860 };
export const kPhone = { width: 390, height: 844 };

export interface Wishes {
  language?: Language;
  theme?: 'light' | 'dark';
  size?: { width: number; height: number };
  /** What the camera sees: a film in Y4M. */
  film?: string;
  /** Further arguments of the browser. */
  browser?: readonly string[];
}

/** What stands over a page. */
const kOver = '[role=dialog], [role=menu], [role=listbox]';

/** Where whoever signs in comes to, by way of the first page of the site. */
const kFirstPage = /\/(home|operator)$/;

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
    readonly language: Language,
    /** Texts of the product in the visitor's language. */
    readonly words: Words,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      // The browser itself reports every answer of 400 and above; those are judged by what the page shows.
      if (message.type() === 'error' && !message.text().includes('Failed to load resource'))
        this.complaints.push(message.text());
    });
  }

  static async come(site: string, { language = 'en', theme = 'light', size = kWide, film, browser: more = [] }: Wishes = {}): Promise<Visitor> {
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', ...cameraOf(film), ...more] });
    const context = await browser.newContext({ locale: language, colorScheme: theme, viewport: size, reducedMotion: 'reduce' });
    context.setDefaultTimeout(45_000);
    return new Visitor(browser, context, await context.newPage(), site, language, wordsOf(language));
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.site + path);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }
  /** The page of this address is shown: while it is fetched, the one before still stands there. */
  async arrives(address: RegExp | ((url: URL) => boolean)): Promise<void> {
    await this.page.waitForURL(address);
    await this.page.waitForFunction(() => document.documentElement.dataset.page === location.pathname);
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

  /** What stands in the uppermost panel or dialogue. */
  get onTop(): Locator {
    return this.page.getByRole('dialog').last();
  }
  /** The uppermost dialogue, or the page where there is none. */
  get here(): Locator {
    return this.page.locator('[role=dialog], body').last();
  }
  /** The button that is called so, or begins so, in what is uppermost. */
  async pressHere(name: string): Promise<void> {
    const { here } = this;
    const loose = here.getByRole('button', { name });
    await loose.first().waitFor();
    const exact = here.getByRole('button', { name, exact: true });
    await ((await exact.count()) ? exact : loose).first().click();
  }
  /** Another page, without loading the cabinet anew. */
  async walk(path: string): Promise<void> {
    await this.page.evaluate((to) => history.pushState(null, '', to), path);
    // What the address asks for once is taken from it as soon as it is there.
    await this.arrives((url) => url.pathname === path.split('?')[0]);
    await this.page.getByRole('heading', { level: 1, includeHidden: true }).waitFor();
  }
  /** How much stands over the page. */
  get heap(): Promise<number> {
    return this.page.locator(kOver).count();
  }
  /** More than so much stands over the page. */
  async piles(least: number): Promise<void> {
    await this.page.waitForFunction(([over, before]) => document.querySelectorAll(over).length > before, [kOver, least] as const, { timeout: 5_000 });
  }
  /** What stands over the page is closed, one after another, until so much is left. */
  async closeTo(least: number): Promise<void> {
    // Where something is typed, the first press empties the field.
    for (let left = 20; left > 0 && (await this.heap) > least; --left) {
      const now = [kOver, await this.heap] as const;
      await this.page.keyboard.press('Escape');
      await this.page.waitForFunction(([over, before]) => document.querySelectorAll(over).length < before, now, { timeout: 300 }).catch(() => undefined);
    }
    await expect.poll(() => this.heap, { message: 'nothing that Escape cannot close' }).toBeLessThanOrEqual(least);
  }
  /** As if nobody had touched the cabinet for so long, until it says so: an answer that comes late counts as use. */
  async idle(minutes: number, said: string): Promise<void> {
    const shown = this.page.getByText(said).first();
    const told = async () => {
      await this.page.evaluate((ago) => localStorage.setItem('tamga.used_at', String(Date.now() - ago)), minutes * 60_000);
      return shown.waitFor({ timeout: 3_000 }).then(() => true, () => false);
    };
    await expect.poll(told).toBe(true);
  }

  /** Answers the question of the button that was pressed. */
  confirm(name: string): Promise<void> {
    return this.onTop.getByRole('button', { name }).click();
  }
  /** Chooses from a list that opens. */
  async choose(label: string | RegExp, option: string | RegExp): Promise<void> {
    await this.press(label);
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** What the system answers to whoever is signed in here, in the language of the visitor. */
  async ask<T>(path: string): Promise<T> {
    const answer = await this.context.request.get(this.site + path, { headers: { 'Accept-Language': this.language } });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as T;
  }
  /** A draft of the company in which this stands is with the system: what was typed outlives the page. */
  async keeps(text: string): Promise<void> {
    const kept = async () => {
      const { drafts } = await this.ask<{ drafts: { name: string }[] }>('/api/v1/drafts');
      const bodies = drafts.map(({ name }) => this.ask<{ body?: string }>(`/api/v1/drafts/${encodeURIComponent(name)}`));
      return (await Promise.all(bodies)).map(({ body }) => body ?? '').join('\n');
    };
    await expect.poll(kept).toContain(text);
  }
  async nameOfGroup(code: string): Promise<string> {
    const { groups } = await this.ask<{ groups: { group: string; name: string }[] }>('/api/v1/groups');
    return groups.find((one) => one.group === code)?.name ?? '';
  }
  /** An entry of a dictionary of the country: `release_methods`, `ways`, reasons. */
  async nameOf(dictionary: string, code: string): Promise<string> {
    const all = await this.ask<Record<string, { code: string; name: string }[]>>('/api/v1/dictionaries');
    return all[dictionary]?.find((one) => one.code === code)?.name ?? '';
  }

  /** A key of the sandbox for the part of this company's head, in the panel that is open. */
  async makeKey(company: RegExp): Promise<void> {
    await this.choose(new RegExp(this.words('signing.company')), company);
    await this.pressHere(this.words('signing.make_key'));
  }
  /** A key in a file, in the panel that is open. */
  async openKey(file: string): Promise<void> {
    await this.page.getByRole('tab', { name: this.words('signing.way.key_file') }).click();
    await this.page.locator('input[type=file]').setInputFiles(file);
    await this.page.getByLabel(this.words('signing.password'), { exact: true }).fill(kPassword);
    await this.press(this.words('signing.open_file'));
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
    await this.arrives(kFirstPage);
    await this.asWished();
  }

  /** Looks that the person kept elsewhere are forgotten: this visitor's wishes hold. */
  private async asWished(): Promise<void> {
    const { preferences } = await this.ask<{ preferences: Record<string, string> }>('/api/v1/me/preferences');
    if (!preferences.looks) return;
    const headers = { 'X-Cabinet': '1', 'Idempotency-Key': `forget ${Date.now()}` };
    const forgotten = await this.context.request.put(`${this.site}/api/v1/me/preferences/looks`, { headers, data: { value: '' } });
    expect(forgotten.ok(), await forgotten.text()).toBe(true);
    await this.page.evaluate(() => localStorage.removeItem('tamga.preferences'));
    await this.page.reload();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Signs in with a key in a file. */
  async signInWith(file: string): Promise<void> {
    await this.go('/sign-in');
    await this.openKey(file);
    await this.page.locator('.key').getByRole('button').click();
    await this.arrives(kFirstPage);
  }

  /** A scanner: keys in quick succession, the separator as Ctrl+], Enter behind them. */
  async scan(code: string): Promise<void> {
    const keys = [...code].map((key) => (key === '\u001d' ? { key: ']', ctrlKey: true } : { key, ctrlKey: false }));
    await this.page.evaluate((all) => {
      for (const one of [...all, { key: 'Enter', ctrlKey: false }])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { ...one, bubbles: true, cancelable: true }));
    }, keys);
  }

  /** What the page lets the browser keep. */
  async download(button: string | RegExp): Promise<{ name: string; text: string }> {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.press(button)]);
    return { name: file.suggestedFilename(), text: readFileSync((await file.path()) ?? '', 'utf8') };
  }

  /** A day in a field of days. */
  async fillDay(label: string | RegExp, day: string): Promise<void> {
    const field = this.page.getByLabel(label).first();
    if (await field.evaluate((found) => found instanceof HTMLInputElement)) return field.fill(day);
    const [year = '', month = '', date = ''] = day.split('-');
    await field.getByRole('spinbutton').first().click();
    await this.page.keyboard.type(`${date}${month}${year}`);
  }

  /** Nothing is being loaded, and nothing moves: what is judged while it changes is judged wrongly. */
  private async settle(pause: number): Promise<void> {
    await this.page.waitForFunction(() => !document.querySelector('.skeleton'));
    let before = '';
    for (let now = await this.page.content(); now !== before; now = await this.page.content()) {
      before = now;
      await this.page.waitForTimeout(pause);
    }
  }

  /** No rule of WCAG 2.0 to 2.2 AA that a program can check is broken by what is in sight. */
  async looksRight(where: string, judged: 'page' | 'uppermost' = 'page'): Promise<void> {
    // What has gone half under the head of the page is small for the judge, and comes out again for who scrolls.
    await this.page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
    // What opens over a page asks for little more than the page has.
    await this.settle(judged === 'page' ? 150 : 80);
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(axe.source);
    const broken = await this.page.evaluate(async (parts) => {
      const judge = (window as unknown as { axe: typeof axe }).axe;
      const uppermost = parts.flatMap((part) => [...document.querySelectorAll(part)].slice(-1))[0];
      const { violations } = await judge.run(uppermost ?? document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      });
      return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
      // What lies under a panel is out of reach, and was judged with its page.
    }, judged === 'page' ? ['.veil'] : ['.popover', '.veil', 'main']);
    expect(broken, where).toEqual([]);
    const overflow = await this.page.evaluate(() => {
      const veils = [...document.querySelectorAll('.veil')].map((veil) => veil.scrollWidth - veil.clientWidth);
      return Math.max(document.documentElement.scrollWidth - window.innerWidth, ...veils);
    });
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
    const path = join(folder, `${where.replace(/\W+/g, '_')}.${lang}.${theme}.${width}`);
    const veil = this.page.locator('.veil').last();
    await this.page.screenshot({ fullPage: !(await veil.count()), path: `${path}.png` });
    // A panel that is longer than the screen is seen to its end.
    const below = async () => veil.evaluate((box) => (box.scrollTop + box.clientHeight < box.scrollHeight - 1 ? Boolean(box.scrollTo(0, box.scrollHeight)) || true : false));
    if ((await veil.count()) && (await below())) await this.page.screenshot({ path: path.replace(/\.(\w\w\.)/, '_end.$1') + '.png' });
  }

  /** `name`: of the test; what was last in sight stays in test-results/. */
  async end(name: string): Promise<void> {
    await this.page
      .screenshot({ path: `test-results/${name.replace(/\W+/g, '_').slice(0, 60)}.png`, fullPage: true })
      .finally(() => this.browser.close());
    expect(this.complaints).toEqual([]);
  }
}
