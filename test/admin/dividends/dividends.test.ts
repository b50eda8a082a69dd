import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { actors } from '../../support/actors.js';
import { app, data, useRecords } from '../../support/app.js';
import { expectCount, expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole, visit } from '../../support/console.js';

const county = '653123';
const editor = actors.editor('industry', 'setili', county);
let zone = '';

beforeAll(async () => {
  useRecords();
  await app();
  const query = '{ industryProgrammes(where: { category: { in: [BREEDING_ZONE] } }) { nodes { id } } }';
  zone = (await data(editor, query)).industryProgrammes.nodes[0].id;
}, 180_000);

/** Looks at a page: nothing serious by axe, no sideways scroll, and a picture where they are asked for. */
async function look(page: Page, name: string): Promise<void> {
  await expectNoSeriousFindings(page);
  await expectNoSidewaysScroll(page);
  await screenshot(page, name);
}

/** Takes one step of a dividend, and answers what the dialog said of its effect. */
async function step(page: Page, verb: string): Promise<string> {
  await page.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog');
  const said = (await dialog.textContent()) ?? '';
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  return said;
}

describe('the page of a village project', () => {
  it.each(['desk', 'phone'] as const)('shows its steps, money, households and dividend on a %s', async (width) => {
    const page = await openConsole(editor, `/industryProgrammes/${zone}/show`, { width });
    await page.getByRole('heading', { name: '建设环节' }).waitFor();
    await page.getByText('160 户', { exact: true }).waitFor();
    await page.getByText('2018年3月16日', { exact: true }).first().waitFor();
    await look(page, `village-project-${width}`);
    await page.getByRole('link', { name: '标准化养殖小区 2019 年预计分红' }).click();
    await page.getByRole('heading', { level: 1, name: '标准化养殖小区 2019 年预计分红' }).waitFor();
    await page.getByText('1–25 / 685').waitFor();
    await look(page, `dividend-${width}`);
  });
});

describe('a dividend', () => {
  it('is worked out, saved, declared, published, reviewed, paid and reconciled: 375,000.00 over 685 people', async () => {
    const page = await openConsole(editor, '/dividendPlans/create');
    await page.getByLabel('产业项目').click();
    await page.getByRole('option', { name: /标准化养殖小区/ }).click();
    await page.getByLabel('名称').fill('2020 年分红');
    await page.getByLabel('年度').fill('2020');
    await page.getByLabel('分红总额（元）').fill('375,000');
    await page.getByLabel('名单基准日').fill('2019-01-31');
    await page.getByRole('button', { name: '测算' }).click();
    await page.getByText('547.44 – 547.45').waitFor();
    await page.getByText(/余 360 分.*前 360 份（共 685 份）各多 1 分/).waitFor();
    await look(page, 'dividend-create-desk');
    await page.getByRole('button', { name: '按此测算保存' }).click();
    await page.getByRole('heading', { level: 1, name: '2020 年分红' }).waitFor();
    expect(await step(page, '确定分红')).toContain('685 份、375,000 元');
    await step(page, '公示');
    await page.getByText('已公示', { exact: true }).first().waitFor();
    await expectCount(page.getByRole('button', { name: '审核通过' }), 0);
    const at = page.url().split('#')[1] ?? '';
    const reviewer = await openConsole(actors.finance(county), at);
    await step(reviewer, '审核通过');
    await visit(page, '/dividendPlans');
    await visit(page, at);
    expect(await step(page, '发放')).toContain('685 份、合计 375,000 元');
    await page.getByRole('button', { name: '核对', exact: true }).waitFor();
    await step(page, '核对');
    await page.getByRole('button', { name: '核对', exact: true }).waitFor({ state: 'detached' });
    await look(page, 'dividend-reconciled-desk');
  }, 90_000);

  it('has a notice on A4 with every share, and a list', async () => {
    const { dividendPlans } = await data(editor, '{ dividendPlans(first: 1) { nodes { id } } }');
    const page = await openConsole(editor, `/print/dividendPlans/${dividendPlans.nodes[0].id}`);
    await page.getByRole('heading', { level: 1, name: '分红公示' }).waitFor();
    await expectCount(page.getByRole('row'), 686);
    await page.emulateMedia({ media: 'print' });
    for (const width of ['desk', 'phone'] as const) {
      const list = await openConsole(editor, '/dividendPlans', { width });
      await list.getByText('标准化养殖小区 2019 年预计分红').waitFor();
      await look(list, `dividends-${width}`);
      await visit(list, '/dividendPlans/create');
      await list.getByLabel('名称').waitFor();
      await look(list, `dividend-form-${width}`);
    }
  }, 60_000);
});
