import { describe, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { actors } from '../../support/actors.js';
import { expectNoSeriousFindings, expectNoSidewaysScroll, type Looking, screenshot } from '../../support/browser.js';
import { openConsole } from '../../support/console.js';
import { idOf } from './stations.js';

const LOOKINGS: [string, Looking][] = [
  ['zh-desk', {}],
  ['zh-phone', { width: 'phone' }],
];
const OTHERS: [string, Looking][] = [['en-dark-phone', { locale: 'en', theme: 'dark', width: 'phone' }]];

async function check(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
  await screenshot(page, name);
  await expectNoSeriousFindings(page);
  await expectNoSidewaysScroll(page);
}

describe('the tree while one searches', () => {
  test.each([...LOOKINGS, ...OTHERS])('%s', async (name, looking) => {
    const page = await openConsole(actors.admin(), '/stations', looking);
    await page.getByRole('searchbox').fill('hzw');
    await page.locator('mark').first().waitFor();
    await check(page, `stations-search-${name}`);
  });
});

describe('the dialogs of a station', () => {
  test.each(LOOKINGS)('%s', async (name, looking) => {
    const page = await openConsole(actors.admin(), `/stations/${await idOf('620981105202')}`, looking);
    await page.getByRole('button', { name: '划转' }).click();
    await page.getByText('及以后的').waitFor();
    await check(page, `station-move-${name}`);
    await page.getByRole('button', { name: /新上级/ }).click();
    const picker = page.getByRole('dialog', { name: /新上级/ });
    await picker.getByRole('treeitem').nth(5).waitFor();
    await check(page, `station-picker-${name}`);
  });
});
