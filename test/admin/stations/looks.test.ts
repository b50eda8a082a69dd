import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { actors } from '../../support/actors.js';
import {
  expectNoSeriousFindings,
  expectNoSidewaysScroll,
  type Looking,
  screenshot,
  strangers,
} from '../../support/browser.js';
import { consoleOrigin, openConsole, visit } from '../../support/console.js';
import { idOf } from './stations.js';

const LOOKINGS: [string, Looking][] = [
  ['zh-desk', {}],
  ['zh-phone', { width: 'phone' }],
];
const OTHERS: [string, Looking][] = [
  ['en-desk', { locale: 'en' }],
  ['dark-desk', { theme: 'dark' }],
  ['en-dark-phone', { locale: 'en', theme: 'dark', width: 'phone' }],
];

async function check(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
  await screenshot(page, name);
  await expectNoSeriousFindings(page);
  await expectNoSidewaysScroll(page);
}

describe('the tree', () => {
  test.each([...LOOKINGS, ...OTHERS])('%s', async (name, looking) => {
    const page = await openConsole(actors.admin(), '/stations', looking);
    const left = strangers(page, await consoleOrigin());
    await page.getByRole('treeitem').nth(5).waitFor();
    await check(page, `stations-${name}`);
    await page.getByRole('searchbox').fill('hzw');
    await page.locator('mark').first().waitFor();
    await check(page, `stations-search-${name}`);
    expect(left).toEqual([]);
  });
});

describe('a station', () => {
  test.each(LOOKINGS)('%s', async (name, looking) => {
    const id = await idOf('620981105');
    const page = await openConsole(actors.admin(), `/stations/${id}`, looking);
    for (const tab of ['overview', 'people', 'programmes', 'history']) {
      await visit(page, `/stations/${id}?tab=${tab}`);
      await page.getByRole('tabpanel').waitFor();
      await check(page, `station-${tab}-${name}`);
    }
    await visit(page, `/stations/${id}?asOf=2020-01-01`);
    await page.getByText('这是 2020年1月1日 的阵地树').waitFor();
    await check(page, `station-past-${name}`);
    await visit(page, '/stations/closed');
    await page.getByText('没有已撤销或尚未启用的单位。').waitFor();
    await check(page, `stations-closed-${name}`);
  });
});

describe('its dialogs', () => {
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
