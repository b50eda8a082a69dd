import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { words as en } from '../../admin/words/en/index.js';
import { words as zh } from '../../admin/words/zh-CN/index.js';
import { expectNoSidewaysScroll, type Looking, screenshot, seriousFindings, strangers } from '../support/browser.js';
import { consoleOrigin, openConsole, visit } from '../support/console.js';
import { everyPage, type Visit } from './everyPage.pages.js';

const UNTRANSLATED = /\b(?:resources|enums|lianxin|ra)\.[a-z]\w*(?:\.\w+)*/gi;

let visits: Visit[] = [];

beforeAll(async () => {
  visits = await everyPage();
}, 60_000);

const all = () => visits;
const main = () => visits.filter(({ isMain }) => isMain);

const looks: [string, () => Visit[], Looking][] = [
  ['zh-desk', all, {}],
  ['zh-phone', all, { width: 'phone' }],
  ['en-dark-desk', main, { locale: 'en', theme: 'dark' }],
  ['en-dark-phone', main, { locale: 'en', theme: 'dark', width: 'phone' }],
];

test.each(looks)(
  'every page is whole, in words, within its width and open to all: %s',
  async (look, chosen, looking) => {
    const faults: string[] = [];
    for (const own of byPerson(chosen())) faults.push(...(await walk(own, look, looking)));
    expect(faults).toEqual([]);
  },
  240_000,
);

function byPerson(chosen: Visit[]): Visit[][] {
  return Object.values(Object.groupBy(chosen, ({ by }) => by.account ?? 'stranger')) as Visit[][];
}

/** Walks the pages of one person in one window; answers what is wrong, each with the page it is wrong on. */
async function walk(own: Visit[], look: string, looking: Looking): Promise<string[]> {
  const [first] = own as [Visit];
  const page = await openConsole(first.by, first.path, looking);
  const heard = strangers(page, await consoleOrigin());
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
  page.on('pageerror', ({ message }) => heard.push(message));
  const faults: string[] = [];
  for (const one of own) {
    await visit(page, one.path);
    const isThere = await whole(page).catch((error: Error) => error.message);
    if (isThere) {
      faults.push(`${one.name}: ${one.path} never comes: ${isThere}`);
      continue;
    }
    await screenshot(page, `${one.name}-${look}`);
    const found = [...(await wrongWith(page, one, looking.locale === 'en' ? en : zh)), ...heard.splice(0)];
    faults.push(...found.map((fault) => `${one.name}: ${fault}`));
  }
  await page.context().close();
  return faults;
}

/** Waits for the heading, and until nothing says that it is still coming. */
async function whole(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

async function wrongWith(page: Page, { is, path }: Visit, words: typeof zh | typeof en): Promise<string[]> {
  const faults = await seriousFindings(page);
  const wide = await expectNoSidewaysScroll(page).catch((error: Error) => error.message);
  if (wide) faults.push(wide);
  const headings = await page.locator('h1').count();
  if (headings !== 1) faults.push(`has ${headings} main headings`);
  const text = await textOf(page);
  for (const key of text.match(UNTRANSLATED) ?? []) faults.push(`says ${key}`);
  const { lianxin, ra } = words;
  const isRefused = text.includes(lianxin.state.noPermission);
  if (isRefused !== (is === 'refused')) faults.push(`${path} is ${isRefused ? 'refused' : 'open'}`);
  const warnings = await page.getByRole('alert').allInnerTexts();
  if (is !== 'warned') faults.push(...warnings.map((warning) => `${path} warns: ${warning}`));
  if (text.includes(ra.page.not_found) !== (is === 'nowhere')) faults.push(`${path} is not where it should be`);
  return faults;
}

/** All that the page says, with what it says to screen readers alone. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const spoken = ['aria-label', 'placeholder', 'title', 'alt'].flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)),
    );
    return [document.title, document.body.innerText, ...spoken].join('\n');
  });
}
