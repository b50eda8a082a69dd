import { beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { words as en } from '../../admin/words/en/index.js';
import { words as zh } from '../../admin/words/zh-CN/index.js';
import {
  expectNoSidewaysScroll,
  type Looking,
  resize,
  screenshot,
  seriousFindings,
  strangers,
} from '../support/browser.js';
import { consoleOrigin, openConsole, untilCalm, visit } from '../support/console.js';
import { everyPage, type Visit } from './everyPage.pages.js';

const UNTRANSLATED = /\b(?:resources|enums|lianxin|ra)\.[a-z]\w*(?:\.\w+)*/gi;

type Words = typeof zh | typeof en;

let visits: Visit[] = [];

beforeAll(async () => {
  visits = await everyPage();
}, 60_000);

const all = () => visits;
const main = () => visits.filter(({ isMain }) => isMain);

const looks: [string, () => Visit[], Looking][] = [
  ['zh', all, {}],
  ['en-dark', main, { locale: 'en', theme: 'dark' }],
];

/** How many people walk at once: while one waits for an answer, another is drawn. */
const atOnce = 2;

test.each(looks)(
  'every page is whole, in words, within its width and open to all, on a phone and at a desk: %s',
  async (look, chosen, looking) => {
    const faults: string[] = [];
    const people = byPerson(chosen()).values();
    const work = async () => {
      for (const own of people) faults.push(...(await walk(own, look, looking)));
    };
    await Promise.all(Array.from({ length: atOnce }, work));
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
  const page = await openConsole(first.by, first.path, { ...looking, width: 'phone' });
  const heard = strangers(page, await consoleOrigin());
  page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
  page.on('pageerror', ({ message }) => heard.push(message));
  const words = looking.locale === 'en' ? en : zh;
  const faults: string[] = [];
  for (const one of own) {
    await resize(page, 'phone');
    await visit(page, one.path);
    const found = await looked(page, one, words, `${look}-phone`);
    await resize(page, 'desk');
    await untilCalm(page);
    found.push(...(await looked(page, one, words, `${look}-desk`)), ...heard.splice(0));
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

/** What is wrong with a page as it stands, or that it never comes. */
async function looked(page: Page, one: Visit, words: Words, look: string): Promise<string[]> {
  const isThere = await whole(page).catch((error: Error) => error.message);
  if (isThere) return [`${look} ${one.path} never comes: ${isThere}`];
  await screenshot(page, `${one.name}-${look}`);
  return (await wrongWith(page, one, words)).map((fault) => `${look} ${fault}`);
}

async function wrongWith(page: Page, { is, path }: Visit, words: Words): Promise<string[]> {
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
