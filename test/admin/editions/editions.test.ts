import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { actors } from '../../support/actors.js';
import { app, data } from '../../support/app.js';
import { expectCount, expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole, untilCalm, visit } from '../../support/console.js';
import { makeHousehold, makeStatus } from '../../support/households.js';
import { stationId } from '../../support/programmes.js';
import { briefInput, formInput, makeReports } from '../../support/reports.js';

const [director, leader, inspector] = [actors.director(), actors.leader(), actors.inspector()];
const clerk = actors.clerk('chijin');
const REPORT = 'metrics=STATIONS_COUNT,HOUSEHOLDS_COUNT&by=TOWNSHIP&unit=year&from=2024-01-01&asOf=2024-12-31';
let county = '';
let village = '';

beforeAll(async () => {
  await app();
  [county, village] = await Promise.all([stationId('620981'), stationId('620981102200')]);
  await makeHousehold(clerk, village);
  const { id } = await makeHousehold(clerk, village);
  await makeStatus(clerk, id, { status: 'REGISTERED', from: '2018-01-01' });
}, 120_000);

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const section = (page: Page, name: string) => page.locator('section', { has: page.getByRole('heading', { name }) });

describe('an edition', () => {
  it('is frozen in the report builder, commented on, and shows what has changed since', async () => {
    const page = await openConsole(director, `/reports?${REPORT}`);
    await page.getByRole('button', { name: '定稿' }).click();
    const dialog = page.getByRole('dialog', { name: '报告定稿' });
    await dialog.getByLabel('标题').fill('2024年底户数（示例）');
    await dialog.getByRole('button', { name: '定稿' }).click();
    await heading(page, '2024年底户数（示例）');
    await page.getByText('校验相符').waitFor();
    const table = page.getByRole('region', { name: '数据表' });
    const total = table.getByRole('row', { name: /^合计 \d+ 2※?$/ });
    await total.waitFor();
    await page.getByText('没有变动：按同样的条件和截至日重新计算，各数与定稿一致。').waitFor();
    await page.getByText('还没有批注。').waitFor();
    await page.getByLabel('写批注').fill('已与赤金镇核对。');
    await page.getByRole('button', { name: '添加批注' }).click();
    await section(page, '批注').getByRole('listitem').getByText('已与赤金镇核对。').waitFor();
    await makeHousehold(clerk, village);
    await page.reload();
    await page.getByText('有 2 个数与定稿不同').waitFor();
    const drift = page.getByRole('region', { name: '与现数的变动' });
    await drift.getByRole('row', { name: '赤金镇 户数 · 户 2 3' }).waitFor();
    await drift.getByRole('row', { name: '合计 户数 · 户 2 3' }).waitFor();
    await total.waitFor();
    await expectNoSeriousFindings(page);
    await screenshot(page, 'edition-drift-desk');
    await page.getByRole('button', { name: '导出' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: '导出', exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('2024年底户数（示例） 2024-12-31.xlsx');
    const kept = (await readSheet(readFileSync(await file.path()), 1)) as unknown[][];
    expect(kept[1]).toEqual([null, '合计', expect.any(Number), 2]);
    await page.getByRole('link', { name: '打开现数报表' }).click();
    await page
      .getByRole('region', { name: '数据表' })
      .getByRole('row', { name: /^合计 \d+ 3※?$/ })
      .waitFor();
    await page.getByText(/2024年 · 数据截至2024年12月31日/).waitFor();
  });

  it('is printed on A4 with its figures, who froze it, what was asked and its hash', async () => {
    const { id } = await makeReports.edition(director, { title: '打印的定稿（示例）' });
    const { edition } = await data(director, 'query ($id: ID!) { edition(id: $id) { hash } }', { id });
    const show = await openConsole(leader, `/editions/${id}/show`);
    const [page] = await Promise.all([
      show.context().waitForEvent('page'),
      show.getByRole('link', { name: '打印' }).click(),
    ]);
    await heading(page, '打印的定稿（示例）');
    for (const text of ['填报单位：玉门市', '统计期间：2024年', '数据截至2024年12月31日'])
      await page.getByText(text, { exact: true }).waitFor();
    await page.getByRole('row', { name: /^赤金镇 \d+ \d+$/ }).waitFor();
    await page.getByText(`校验码：${edition.hash} · 校验相符`).waitFor();
    await page.getByText(/^定稿人：.+ · \d+年\d+月\d+日/).waitFor();
    await page.getByText('统计到：各所').waitFor();
    for (const who of ['单位负责人', '审核人', '填表人', '报出日期']) await page.getByText(`${who}：`).waitFor();
    await page.emulateMedia({ media: 'print' });
    await expectCount(page.getByRole('navigation'), 0);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await screenshot(page, 'edition-paper');
    const none = await openConsole(leader, '/print/edition/none');
    await none.getByText('没有这条记录，或者它不在您的范围内。').waitFor();
  });

  it('is listed with its station, period and who froze it, and fits a phone', async () => {
    await makeReports.edition(director, { title: '手机上看的定稿（示例）' });
    const page = await openConsole(leader, '/editions', { width: 'phone' });
    await page.getByRole('link', { name: '手机上看的定稿（示例）' }).click();
    await heading(page, '手机上看的定稿（示例）');
    await page.getByRole('list', { name: '数据表' }).waitFor();
    await untilCalm(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, 'edition-phone');
  });

  it('is frozen by nobody who only inspects, and a refusal stays in the dialog', async () => {
    const page = await openConsole(inspector, `/reports?${REPORT}`);
    await page.getByRole('region', { name: '数据表' }).waitFor();
    await expectCount(page.getByRole('button', { name: '定稿' }), 0);
    const wrong = await openConsole(director, `/reports?${REPORT.replace('2024-12-31', '2199-01-01')}`);
    await wrong.getByRole('button', { name: '定稿' }).click();
    const dialog = wrong.getByRole('dialog');
    await dialog.getByLabel('标题').fill('将来的报告');
    await dialog.getByRole('button', { name: '定稿' }).click();
    await dialog.getByText('截至日不得晚于今天。').waitFor();
  });
});

describe('a template', () => {
  it('is retired with a reason, leaves the list, says so on its page, and comes back', async () => {
    await makeReports.brief(director, briefInput(county));
    const { id } = await makeReports.brief(
      director,
      briefInput(county, { titleZh: '旧简报（{period}）', titleEn: 'Old brief, {period}', period: '2024-Q1' }),
    );
    const page = await openConsole(director, `/briefs/${id}/show`);
    await heading(page, '旧简报（2024年第一季度）');
    await page.getByRole('button', { name: '停用' }).click();
    const dialog = page.getByRole('dialog', { name: '停用“旧简报（2024年第一季度）”' });
    await dialog.getByText('停用后不再出现在清单中').waitFor();
    expect(await dialog.getByRole('button', { name: '停用' }).isDisabled()).toBe(true);
    await dialog.getByLabel('原因').fill('上级已改用新模板。');
    await screenshot(page, 'brief-retire-desk');
    await dialog.getByRole('button', { name: '停用' }).click();
    await page.getByText(/^已于\d+年\d+月\d+日停用，只供查看。原因：上级已改用新模板。$/).waitFor();
    await expectCount(page.getByRole('button', { name: '修改' }), 0);
    await page.getByText(/玉门市共有\d+户/).waitFor();
    await expectNoSeriousFindings(page);
    await screenshot(page, 'brief-retired-desk');
    await visit(page, '/briefs');
    await page
      .getByRole('link', { name: /户数简报/ })
      .first()
      .waitFor();
    await expectCount(page.getByRole('link', { name: '旧简报（2024年第一季度）' }), 0);
    await visit(page, `/briefs?filter=${encodeURIComponent('{"isRetired":true}')}`);
    await page.getByRole('link', { name: '旧简报（2024年第一季度）' }).click();
    await page.getByRole('button', { name: '恢复使用' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复使用' }).click();
    await page.getByText('已恢复使用').waitFor();
    await page.getByRole('button', { name: '修改' }).waitFor();
    const english = await openConsole(leader, `/briefs/${id}/show`, { locale: 'en' });
    await heading(english, 'Old brief, the first quarter of 2024');
    await expectCount(page.getByRole('status').filter({ hasText: '停用' }), 0);
  });

  it('of a form is retired alike, and by nobody who only reads', async () => {
    const { id } = await makeReports.form(director, formInput(county, { title: '旧表（示例）' }));
    const reader = await openConsole(leader, `/reportForms/${id}/show`);
    await heading(reader, '旧表（示例）');
    await expectCount(reader.getByRole('button', { name: '停用' }), 0);
    const page = await openConsole(director, `/reportForms/${id}/show`, { width: 'phone', locale: 'en' });
    await page.getByRole('button', { name: 'Retire' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('Replaced.');
    await dialog.getByRole('button', { name: 'Retire' }).click();
    await page.getByText(/^Retired on .*, to be read only\. Reason: Replaced\.$/).waitFor();
    await untilCalm(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, 'form-retired-phone-en');
  });
});

describe('a brief', () => {
  it('is read in both languages, and a figure opens its rows and leads back', async () => {
    const { id } = await makeReports.brief(director, briefInput(county, { asOf: '2017-12-31', period: '2017' }));
    const page = await openConsole(director, `/briefs/${id}/show`);
    await heading(page, '玉门市户数简报（2017年12月31日）');
    await page.getByText(/^截至2017年12月31日，玉门市共有\d+户，其中建档立卡0户。$/).waitFor();
    await page.getByLabel('截至日').fill('2024-12-31');
    await page.getByRole('heading', { level: 2, name: '玉门市户数简报（2024年12月31日）' }).waitFor();
    await expectNoSeriousFindings(page);
    await screenshot(page, 'brief-desk');
    await page.getByRole('link', { name: '1', exact: true }).click();
    await heading(page, /^合计 · 户数 · 建档立卡户/);
    await page.getByText('您可以看的明细共 1 行。').waitFor();
    await page.getByRole('link', { name: /玉门市户数简报/ }).click();
    await page.getByRole('heading', { level: 2, name: '玉门市户数简报（2024年12月31日）' }).waitFor();
    const english = await openConsole(leader, `/briefs/${id}/show`, { locale: 'en', width: 'phone' });
    await english.getByText(/^As of 31 December 2017 there were \d+ households, 0 registered\.$/).waitFor();
    await expectCount(english.getByRole('heading', { level: 2 }), 0);
    await expectNoSidewaysScroll(english);
    await screenshot(english, 'brief-phone-en');
  });

  it('opens for a leader, who sees no rows, the report of the figure', async () => {
    const { id } = await makeReports.brief(director, briefInput(county));
    const page = await openConsole(leader, `/briefs/${id}/show`);
    await page.getByRole('link', { name: '1', exact: true }).click();
    await page.getByRole('columnheader', { name: /建档立卡/ }).waitFor();
    expect(page.url()).toContain('split=STATUS');
    expect(page.url()).toContain('asOf=2024-12-31');
  });

  it('of the county withholds its figures from a town, and tells it how to see its own', async () => {
    const { id } = await makeReports.brief(director, briefInput(county));
    const page = await openConsole(actors.office('chijin'), `/briefs/${id}/show`);
    const text = page.getByText('玉门市共有（无权查看）户，其中建档立卡（无权查看）户。');
    await text.waitFor();
    await page.getByText('文中有的数不在您的权限内；请把范围改为您任职的单位。').waitFor();
    await expectCount(text.getByRole('link'), 0);
    await visit(page, `/briefs/${id}/show?within=${await stationId('620981102')}`);
    await page.getByText(/赤金镇共有\d+户，其中建档立卡1户。/).waitFor();
  });

  it('is written with a preview that names each fault with its place and what comes near, and a stale one is told', async () => {
    const { id } = await makeReports.brief(director, briefInput(county));
    const page = await openConsole(director, `/briefs/${id}`);
    const [zh, en] = [page.getByLabel('中文正文'), page.getByLabel('英文正文')];
    await zh.fill('共{households.cont}户。');
    await en.fill('{households.count} households.');
    await page.getByRole('button', { name: '预览' }).click();
    const shown = page.getByRole('region', { name: '预览' });
    await shown.getByText(/第 1 行第 3 个字：没有指标 households.cont；相近的有 households.count/).waitFor();
    await expectNoSeriousFindings(page);
    await screenshot(page, 'brief-faults-desk');
    await zh.fill('共{households.count}户。');
    await page.getByRole('button', { name: '预览' }).click();
    await shown.getByText(/^共\d+户。$/).waitFor();
    const query = `mutation ($id: ID!, $input: BriefInput!) { briefUpdate(id: $id, version: 1, input: $input) { brief { version } } }`;
    await data(director, query, { id, input: briefInput(county, { titleEn: 'Somebody was first' }) });
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').getByText('Somebody was first').waitFor();
    await screenshot(page, 'brief-stale-desk');
  });

  it('is written by the centre alone: a leader has no button, and is told what is missing', async () => {
    const { id } = await makeReports.brief(director, briefInput(county));
    const page = await openConsole(leader, `/briefs/${id}/show`);
    await page.getByRole('link', { name: '1', exact: true }).waitFor();
    await expectCount(page.getByRole('button', { name: '修改' }), 0);
    await visit(page, `/briefs/${id}`);
    await page.getByText('编写简报模板').first().waitFor();
  });
});

describe('a form', () => {
  it('is filled in for the day that is chosen, and taken as a workbook by who may export', async () => {
    const { id } = await makeReports.form(director, formInput(county));
    const page = await openConsole(director, `/reportForms/${id}/show?period=2024&asOf=2024-12-31`);
    const sheet = page.getByRole('region', { name: '户数统计表（示例）' });
    const line = sheet.getByRole('row', { name: /^赤金镇 \d+ 1$/ });
    await line.waitFor();
    await expectNoSeriousFindings(page);
    await screenshot(page, 'form-desk');
    await expectCount(sheet.getByRole('row', { name: '县本级 0 0' }).getByRole('link'), 0);
    const cells = await line.getByRole('cell').allInnerTexts();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 Excel' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('户数统计表（示例） 2024-12-31.xlsx');
    const rows = await readSheet(readFileSync(await file.path()), 1);
    expect(rows.find(([name]) => name === '赤金镇')?.map(String)).toEqual(cells);
    await line.getByRole('link', { name: '1', exact: true }).click();
    await heading(page, /^合计 · 户数 · 建档立卡户/);
  });

  it('opens in the line of the county itself what stands there alone', async () => {
    const cells = [
      { at: 'A1', text: '{line}' },
      { at: 'B1', text: '{stations.count}' },
      { at: 'B2', text: '{stations.count}' },
    ];
    const input = formInput(county, { title: '阵地统计表（示例）', eachRow: 1, rowCount: 2, cells });
    const { id } = await makeReports.form(director, input);
    const page = await openConsole(director, `/reportForms/${id}/show`);
    const line = page.getByRole('row', { name: /^县本级/ });
    await line.waitFor();
    expect(await line.getByRole('cell').allInnerTexts()).toEqual(['县本级', '1', '']);
    await line.getByRole('link', { name: '1', exact: true }).click();
    await heading(page, '县本级 · 阵地数');
    await page.getByText('您可以看的明细共 1 行。').waitFor();
  });

  it('is read by a leader, who may not take it away, and scrolls inside its box on a phone', async () => {
    const { id } = await makeReports.form(director, formInput(county));
    const page = await openConsole(leader, `/reportForms/${id}/show`, { width: 'phone' });
    await page.getByRole('row', { name: /^合计/ }).waitFor();
    await expectCount(page.getByRole('button', { name: '下载 Excel' }), 0);
    await expectNoSidewaysScroll(page);
    await screenshot(page, 'form-phone');
  });
});
