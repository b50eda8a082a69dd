import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { actors } from '../../support/actors.js';
import { expectCount } from '../../support/browser.js';
import { consoleOrigin, openConsole, visit } from '../../support/console.js';
import { idOf } from './stations.js';

const items = (page: Page) => page.getByRole('treeitem');
const detail = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

/** The name of the tree item that has the focus, without its count. */
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.querySelector('.MuiTreeItem-label span')?.firstChild?.textContent);

async function openTree(path = '/stations'): Promise<Page> {
  const page = await openConsole(actors.admin(), path);
  await items(page).nth(5).waitFor();
  return page;
}

describe('the station tree', () => {
  test('counts its levels by the county’s own names', async () => {
    const page = await openTree();
    await page.getByText('1 中心 · 12 所 · 59 站').waitFor();
    await expectCount(items(page), 13);
  });

  test.each(['hzw', 'huangzhaw', '黄闸湾', '620981105'])(
    'finds 黄闸湾 by %s, with its county above it',
    async (word) => {
      const page = await openTree();
      await page.keyboard.press('/');
      await page.keyboard.type(word);
      await page.getByText(/^找到 \d+ 个$/).waitFor();
      const names = (await items(page).allInnerTexts()).map((text) => text.split('\n')[0]);
      expect(names[0]).toContain('玉门市');
      expect(names.some((name) => name?.startsWith('黄闸湾镇'))).toBe(true);
      expect(await page.locator('[role=tree] mark').first().innerText()).toMatch(/黄闸湾|620981105/);
      expect(names.some((name) => name?.startsWith('赤金镇'))).toBe(false);
    },
  );

  test('says so when nothing answers, and Enter opens the first that does', async () => {
    const page = await openTree();
    const box = page.getByRole('searchbox');
    await box.fill('没有这个');
    await page.getByText('没有与“没有这个”相符的阵地').waitFor();
    await box.fill('hzw');
    await box.press('Enter');
    await detail(page, '黄闸湾镇').waitFor();
    expect(page.url()).toContain(`/stations/${await idOf('620981105')}`);
  });

  test('is walked by the keyboard alone', async () => {
    const page = await openTree();
    await page.getByRole('searchbox').press('ArrowDown');
    expect(await focused(page)).toBe('玉门市');
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('独山子东乡族乡');
    await page.keyboard.press('Home');
    await page.keyboard.type('cj');
    expect(await focused(page)).toBe('赤金镇');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expectCount(items(page), 13 + 8);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await detail(page, '赤金镇').waitFor();
    expect(await focused(page)).toBe('赤金镇');
    await page.keyboard.press('*');
    await expectCount(items(page), 72);
  });

  test('unfolds all and folds all by one button', async () => {
    const page = await openTree();
    await page.getByRole('button', { name: '展开全部' }).click();
    await page.getByRole('button', { name: '收起全部' }).waitFor();
    await expectCount(items(page), 72);
    await page.getByRole('button', { name: '收起全部' }).click();
    await page.getByRole('button', { name: '展开全部' }).waitFor();
  });

  test('keeps what was unfolded and searched while one looks at stations', async () => {
    const page = await openTree();
    await page.getByRole('searchbox').fill('huang');
    await page.getByText(/^找到/).waitFor();
    await items(page).filter({ hasText: '黄闸湾村' }).last().waitFor();
    const before = await items(page).count();
    await items(page).filter({ hasText: '黄闸湾村' }).last().click();
    await detail(page, '黄闸湾村').waitFor();
    await expectCount(items(page), before);
  });

  test('opens a station by its address, on its tab, with its path and its window named', async () => {
    const id = await idOf('620981105202');
    const page = await openTree(`/stations/${id}?tab=history`);
    await detail(page, '黄闸湾村').waitFor();
    await page.getByRole('tab', { name: '变更历史', selected: true }).waitFor();
    const path = page.getByRole('navigation', { name: '路径' });
    expect(await path.getByRole('link').allInnerTexts()).toEqual(['玉门市', '黄闸湾镇']);
    expect(await page.title()).toBe('黄闸湾村 · 连心');
  });

  test('tells of an id that is nobody’s', async () => {
    const page = await openTree('/stations/00000000-0000-7000-8000-00000000ffff');
    await page.getByRole('alert').getByText('没有这条记录').waitFor();
  });
});

describe('another day', () => {
  test('is shown to be read, and today is one click away', async () => {
    const page = await openTree();
    await page.getByRole('button', { name: '更名' }).waitFor();
    await page.getByLabel('截至日').fill('2020-06-30');
    await page.getByText('这是 2020年6月30日 的阵地树').waitFor();
    await page.getByText('2020年6月30日： 1 中心 · 12 所 · 59 站').waitFor();
    await expectCount(page.getByRole('button', { name: '更名' }), 0);
    expect(page.url()).toContain('asOf=2020-06-30');
    await page.getByRole('button', { name: '回到今天' }).click();
    await page.getByRole('button', { name: '更名' }).waitFor();
  });

  test('before the county had offices is empty', async () => {
    const page = await openConsole(actors.admin(), '/stations?asOf=2015-12-31');
    await page.getByText('1 中心 · 0 所 · 0 站').waitFor();
    await items(page).first().waitFor();
    await expectCount(items(page), 1);
  });
});

describe('who sees what', () => {
  test('an editor reads the tree and finds no button that changes it', async () => {
    const page = await openConsole(actors.editor('training', 'chijin'), `/stations/${await idOf('620981102')}`);
    await detail(page, '赤金镇').waitFor();
    await page.getByText('下级：8 站').waitFor();
    for (const name of ['新设下级', '更名', '撤并']) await expectCount(page.getByRole('button', { name }), 0);
    await items(page).first().focus();
    await page.keyboard.press('F2');
    await expectCount(page.getByRole('dialog'), 0);
  });

  test('an editor is told what is missing to see people', async () => {
    const page = await openConsole(
      actors.editor('training', 'chijin'),
      `/stations/${await idOf('620981102')}?tab=people`,
    );
    await page.getByText('您没有权限').waitFor();
  });

  test('an administrator sees who works at a town and below, and its programmes', async () => {
    const id = await idOf('620981105');
    const page = await openTree(`/stations/${id}?tab=people`);
    await page.getByText('本级及下级共 10 人').waitFor();
    await page.getByText('office.huangzhawan@620981').waitFor();
    await visit(page, `/stations/${id}?tab=programmes`);
    await page.getByText(/本级及下级共 \d+ 个项目/).waitFor();
    const programme = page.getByRole('tabpanel').getByRole('link').first();
    const title = await programme.innerText();
    await programme.click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  test('a stranger who follows a link signs in and is there', async () => {
    const page = await openConsole(actors.anonymous, `/stations/${await idOf('620981105')}`);
    await page.getByRole('heading', { name: '登录' }).waitFor();
    expect(page.url()).toContain(`${await consoleOrigin()}/#/stations/`);
  });
});
