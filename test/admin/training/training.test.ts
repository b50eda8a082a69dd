import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { expectCount } from '../../support/browser.js';
import { openConsole, visit } from '../../support/console.js';
import { create, read } from '../../support/programmes.js';

const CHIJIN = '620981102';
const editor = actors.editor('training', 'chijin');
const office = actors.office('chijin');
async function fillIn(page: Page, title: string): Promise<void> {
  // The list that was left has a 名称 too, to sort by.
  await page.getByRole('button', { name: '保存' }).waitFor();
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('开始日期').fill('2026-12-01');
  await page.getByLabel('结束日期').fill('2027-02-28');
  for (const [label, option] of [
    ['培训类别', '实用技术'],
    ['培训形式', '现场教学'],
    ['培训对象', '农户'],
    ['资金来源', '财政专项资金'],
  ] as const) {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  }
  await page.getByLabel('计划场次').fill('１２');
  await page.getByLabel('预算（元）').fill('12,000.50');
  await page.getByLabel('负责人').fill('王和（示例）');
  await page.getByLabel('实施方案').fill('分三期举办。');
}

async function step(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

function idOf(page: Page): string {
  return /trainingProgrammes\/([^/]+)/.exec(page.url())?.[1] ?? '';
}

describe('the pages of training programmes', () => {
  it('let the town’s editor create and submit, and its director approve', async () => {
    const page = await openConsole(editor, '/trainingProgrammes');
    await page.getByRole('button', { name: '新建' }).click();
    await fillIn(page, '枸杞修剪现场教学');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { level: 1, name: '枸杞修剪现场教学' }).waitFor();
    const id = idOf(page);
    expect(await read(editor, 'training', id)).toMatchObject({
      state: 'DRAFT',
      budget: '12000.50',
      station: { code: CHIJIN },
    });
    await step(page, '提交');
    await page.getByText(/下一步由本乡镇所长.*批准/).waitFor();
    const director = await openConsole(office, `/trainingProgrammes/${id}/show`);
    await step(director, '批准');
    await director.getByText(/^已批准 · 自/).waitFor();
    expect(await read(editor, 'training', id)).toMatchObject({ state: 'APPROVED' });
  });

  it('ask for a comment before returning, and show it among the steps', async () => {
    const made = await create(editor, 'training', CHIJIN, { title: '电焊工培训班' });
    const page = await openConsole(editor, `/trainingProgrammes/${made.id}/show`);
    await step(page, '提交');
    const director = await openConsole(office, `/trainingProgrammes/${made.id}/show`);
    await director.getByRole('button', { name: '退回' }).click();
    const dialog = director.getByRole('dialog');
    await dialog.getByRole('button', { name: '退回', disabled: true }).waitFor();
    await dialog.getByLabel(/意见/).fill('请写明每场费用');
    await dialog.getByRole('button', { name: '退回' }).click();
    await dialog.waitFor({ state: 'detached' });
    await director.getByText('请写明每场费用').waitFor();
    expect(await read(editor, 'training', made.id)).toMatchObject({ state: 'RETURNED' });
  });

  it('lay a budget with three decimals on its field and write nothing', async () => {
    const before = await titles();
    const page = await openConsole(editor, '/trainingProgrammes/create');
    await fillIn(page, '预算有三位小数');
    await page.getByLabel('预算（元）').fill('12.345');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(/至多两位小数/).waitFor();
    expect(await page.getByLabel('预算（元）').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('名称').inputValue()).toBe('预算有三位小数');
    expect(await titles()).toEqual(before);
    await page.getByLabel('预算（元）').fill('12.34');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { level: 1, name: '预算有三位小数' }).waitFor();
  });

  it('lay a period that ends before it starts on its field, and save once it is put right', async () => {
    const page = await openConsole(editor, '/trainingProgrammes/create');
    await fillIn(page, '期间倒置');
    await page.getByLabel('结束日期').fill('2026-11-01');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('[aria-invalid=true]').first().waitFor();
    expect(await page.getByLabel('结束日期').getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel('结束日期').fill('2027-03-01');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { level: 1, name: '期间倒置' }).waitFor();
    expect(await read(editor, 'training', idOf(page))).toMatchObject({ endsOn: '2027-03-01' });
  });

  it('keep the list’s filters in the URL', async () => {
    const filter = encodeURIComponent(JSON.stringify({ state: ['DRAFT'] }));
    const page = await openConsole(editor, `/trainingProgrammes?filter=${filter}`);
    await page.getByRole('button', { name: '去掉筛选：状态: 草稿' }).waitFor();
    const rows = page.locator('tbody tr');
    await rows.first().waitFor();
    for (const row of await rows.allInnerTexts()) expect(row).toContain('草稿');
    await visit(page, '/trainingProgrammes');
    await expectCount(page.getByRole('button', { name: /去掉筛选/ }), 0);
  });
});

async function titles(): Promise<string[]> {
  const { trainingProgrammes } = await data(editor, '{ trainingProgrammes(first: 100) { nodes { title } } }');
  return trainingProgrammes.nodes.map(({ title }: { title: string }) => title).sort();
}
