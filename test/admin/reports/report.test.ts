import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { actors } from '../../support/actors.js';
import { app, data, useRecords } from '../../support/app.js';
import { expectCount, expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole } from '../../support/console.js';

beforeAll(async () => {
  useRecords();
  await app();
}, 180_000);

const county = '653123';
const director = () => actors.director(county);
const leader = () => actors.leader(county);

/** The night school of one village: sessions, and people who came to several of them. */
const SCHOOL = 'metrics=TRAINING_PERSON_TIMES,TRAINING_PERSONS&unit=month&from=2019-01-01&asOf=2019-01-31';

const query = `query ($metrics: [MetricKey!]!, $compare: ReportComparison) {
  report(metrics: $metrics, period: { month: "2019-01" }, asOf: "2019-01-31", compare: $compare) {
    total { cells { value compared } }
    lines { label cells { value } } } }`;

/** The figures of January 2019 as the server counts them. */
async function january(metrics: string[], compare?: string) {
  const { report } = await data(director(), query, { metrics, compare });
  return report as {
    total: { cells: { value: string; compared: string | null }[] };
    lines: { label: string; cells: { value: string }[] }[];
  };
}

const table = (page: Page) => page.getByRole('region', { name: '数据表' });
const row = (page: Page, name: RegExp) => table(page).getByRole('row', { name });
const number = (text: string) => Number(text.replace(/[,※]/g, ''));
const crumbs = (page: Page) => page.getByRole('navigation', { name: '路径' });

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

describe('the report builder', () => {
  it('is built by hand: metrics from the catalogue, a month, a day; and its address brings the same report again', async () => {
    const { total } = await january(['TRAINING_PERSON_TIMES', 'TRAINING_SESSIONS']);
    const page = await openConsole(leader(), '/reports');
    await page.getByRole('button', { name: '选择指标…' }).click();
    const dialog = page.getByRole('dialog', { name: '选择指标' });
    await dialog.getByRole('checkbox', { name: /^项目数/ }).uncheck();
    await dialog.getByRole('checkbox', { name: /^户数/ }).uncheck();
    await dialog.getByRole('textbox').fill('场次');
    await dialog.getByRole('checkbox', { name: /^户数/ }).waitFor({ state: 'detached' });
    expect(await dialog.getByRole('checkbox').count()).toBeLessThan(10);
    await dialog.getByText('期间内举办、未取消的课次。', { exact: true }).waitFor();
    await dialog.getByRole('checkbox', { name: /^培训场次/ }).check();
    await dialog.getByRole('button', { name: '确认' }).click();
    await choose(page, '期间', '月');
    await choose(page, '年份', '2019年');
    await page.getByText(/2019年\d+月 · 数据截至/).waitFor();
    await choose(page, '月份', '1月');
    await page.getByText(/2019年1月 · 数据截至/).waitFor();
    await page.getByLabel('截至日', { exact: true }).fill('2019-01-31');
    await page.getByText('2019年1月 · 数据截至2019年1月31日').waitFor();
    await row(page, /^合计 12,200/).waitFor();
    const figures = await row(page, /^合计/).getByRole('cell').allInnerTexts();
    expect(figures.map(number)).toEqual(total.cells.map(({ value }) => Number(value)));
    const again = await openConsole(leader(), page.url().split('#')[1]);
    await row(again, /^合计 12,200/).waitFor();
    expect(await row(again, /^合计/).getByRole('cell').allInnerTexts()).toEqual(figures);
  });

  it('leads from a town to its villages, to the rows, to the record, and back again', async () => {
    const page = await openConsole(director(), `/reports?${SCHOOL}`);
    await row(page, /^色提力乡/)
      .getByRole('link', { name: '色提力乡' })
      .click();
    await page.getByRole('heading', { level: 1, name: '统计报表 · 色提力乡' }).waitFor();
    const figure = row(page, /^帕其英也尔村/)
      .getByRole('link')
      .last();
    const count = number(await figure.innerText());
    await figure.click();
    await page.getByRole('heading', { level: 1, name: '帕其英也尔村 · 培训人数' }).waitFor();
    await page.getByText(`您可以看的明细共 ${count.toLocaleString('en')} 行。`).waitFor();
    await page.getByRole('button', { name: /^再看一些/ }).click();
    await page.locator('tbody tr').nth(79).waitFor();
    const first = page.locator('tbody tr').first().getByRole('link');
    const name = await first.innerText();
    await first.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await crumbs(page)
      .getByRole('link', { name: /返回帕其英也尔村 · 培训人数/ })
      .click();
    await page.getByRole('heading', { level: 1, name: '帕其英也尔村 · 培训人数' }).waitFor();
    await crumbs(page).getByRole('link', { name: '色提力乡' }).click();
    await row(page, /^帕其英也尔村/).waitFor();
    await crumbs(page).getByRole('link', { name: '统计报表' }).click();
    await row(page, /^英吉沙镇/).waitFor();
    expect(page.url()).toContain('from=2019-01-01');
    expect(page.url()).not.toContain('within=');
  });

  it('compares with the period before, with the change in figures and in words', async () => {
    const { total } = await january(['TRAINING_PERSON_TIMES'], 'PREVIOUS');
    const [{ value, compared }] = total.cells as [{ value: string; compared: string }];
    expect([Number(value), Number(compared)]).toEqual([12200, 300]);
    const page = await openConsole(
      director(),
      '/reports?metrics=TRAINING_PERSON_TIMES&unit=month&from=2019-01-01&asOf=2019-01-31',
    );
    await choose(page, '对比', '与上期比（环比）');
    await row(page, /^合计 12,200 300 \+11,900/).waitFor();
    await page.getByText(/上期 300 人次，增减 \+11,900 人次/).waitFor();
    await page.getByText(/对比期 2018年12月1日 – 2018年12月31日/).waitFor();
    await page.getByRole('combobox', { name: '对比' }).click();
    expect(await page.getByRole('option', { name: '与计划比' }).getAttribute('aria-disabled')).toBe('true');
    const planned = await openConsole(director(), '/reports?metrics=TRAINING_SESSIONS&unit=month&from=2019-01-01');
    await choose(planned, '对比', '与计划比');
    await planned.getByRole('columnheader', { name: '完成' }).waitFor();
  });

  it('says where a figure is counted anew and that lines do not add up to it', async () => {
    const page = await openConsole(director(), `/reports?${SCHOOL}`);
    await row(page, /^合计 12,200 1,501※/).waitFor();
    await page.getByText(/※ 合计是整体重新计算的/).waitFor();
    await page
      .getByRole('columnheader', { name: /培训人数/ })
      .getByRole('button', { name: '说明：培训人数' })
      .click();
    const about = page.getByRole('dialog', { name: '培训人数' });
    await about.getByText('期间内到过课的人，无论参加几场，每人只计一次。').waitFor();
    await about.getByText('2019年1月31日').waitFor();
    await page.keyboard.press('Escape');
    await choose(page, '图中指标', '培训人数');
    await page.getByRole('button', { name: '占比' }).click();
    await page.getByText(/各部分不能相加，所以没有占比图/).waitFor();
  });

  it('switches the chart in place, and each chart has its figures', async () => {
    const page = await openConsole(director(), `/reports?${SCHOOL}`);
    await page.evaluate('window.isSame = true');
    await page.locator('canvas').waitFor();
    await page.getByRole('button', { name: '走势' }).click();
    const course = page.getByRole('region', { name: '走势的数据' });
    await course.getByRole('row', { name: /培训人次 0 .* 300 12,200$/ }).waitFor();
    await page.locator('canvas').waitFor();
    expect(page.url()).toContain('view=line');
    await page.getByRole('button', { name: '占比' }).click();
    await course.waitFor({ state: 'detached' });
    await page.getByRole('img', { name: '培训人次的图；数字见下面的表。' }).waitFor();
    expect(await page.evaluate('window.isSame')).toBe(true);
    await expectNoSeriousFindings(page);
  });

  it('splits by what all metrics know, and lets go of a split that a new metric does not know', async () => {
    const page = await openConsole(director(), '/reports?metrics=INDUSTRY_PROJECTS&split=FUND&unit=upTo&to=2020-12-31');
    await page.getByRole('columnheader', { name: '财政专项' }).first().waitFor();
    expect(page.url()).toContain('split=FUND');
    await page.getByRole('button', { name: '选择指标…' }).click();
    await page.getByRole('checkbox', { name: /^户数/ }).check();
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByText('所选指标没有共同的细分').waitFor();
    expect(page.url()).not.toContain('split=');
  });

  it('keeps favourites of each person apart, in this browser', async () => {
    const page = await openConsole(director(), `/reports?${SCHOOL}`);
    await page.getByRole('button', { name: '收藏' }).click();
    const kept = page.getByRole('dialog', { name: '收藏' });
    await kept.getByText('还没有收藏。').waitFor();
    await kept.getByLabel('把当前报表收藏为').fill('一月夜校');
    await kept.getByRole('button', { name: '收藏', exact: true }).click();
    await kept.getByRole('link', { name: '一月夜校' }).waitFor();
    await page.goto(page.url().replace(/#.*/, '#/reports'));
    await page.reload();
    await page.getByRole('button', { name: '收藏' }).click();
    await page.getByRole('link', { name: '一月夜校' }).click();
    await row(page, /^合计 12,200/).waitFor();
  });

  it('names metrics of a link that the catalogue does not know, and a day to come is refused in words', async () => {
    const page = await openConsole(director(), '/reports?metrics=TRAINING_SESSIONS,NO_SUCH');
    await page.getByText('不认识的指标：NO_SUCH。请重新选择指标。').waitFor();
    await row(page, /^合计/).waitFor();
    const future = await openConsole(director(), '/reports?asOf=2099-01-01');
    await future.getByRole('alert').getByText('截至日不得晚于今天。').waitFor();
  });
});

describe('rights over rows', () => {
  it('show a county leader every sum, tell them that rows are not theirs, and lead nowhere', async () => {
    const page = await openConsole(leader(), `/reports?${SCHOOL}`);
    await page.getByText('您可以看合计；明细不在您的权限内，所以数字不能点开。').waitFor();
    await row(page, /^合计 12,200 1,501/).waitFor();
    await expectCount(row(page, /^合计/).getByRole('link'), 0);
    const rows = await openConsole(leader(), `/reports/rows?${SCHOOL}&of=TRAINING_PERSONS&line=total`);
    await rows.getByText('另有 1,501 行不在您的权限内。').waitFor();
    await expectCount(rows.getByRole('table'), 0);
  });

  it('open to a reviewer of money the industry’s programmes alone, and say how many others there are', async () => {
    const of = 'metrics=PROGRAMMES_COUNT&unit=upTo&to=2020-12-31&split=KIND';
    const page = await openConsole(actors.finance(county), `/reports?${of}`);
    const figures = row(page, /^合计/).getByRole('link');
    await figures.first().waitFor();
    const counts = (await figures.allInnerTexts()).map(number);
    const sum = counts.reduce((total, count) => total + count, 0);
    const whole = 'metrics=PROGRAMMES_COUNT&unit=upTo&to=2020-12-31&of=PROGRAMMES_COUNT&line=total';
    const rows = await openConsole(actors.finance(county), `/reports/rows?${whole}`);
    const told = await rows.getByText(/另有 \d+ 行不在您的权限内/).innerText();
    const [seen = 0, outside = 0] = [...told.matchAll(/\d+/g)].map(Number);
    expect(seen + outside).toBe(sum);
    expect([seen > 0, outside > 0]).toEqual([true, true]);
    await expectCount(rows.locator('tbody tr'), seen);
  });
});

describe('the sheet of paper', () => {
  it('has title, unit, period, day, the table, what is counted and who signs', async () => {
    const page = await openConsole(leader(), `/print/report?${SCHOOL}`);
    await page.getByRole('heading', { level: 1, name: '英吉沙县培训人次、培训人数统计表' }).waitFor();
    for (const text of ['填报单位：英吉沙县', '统计期间：2019年1月', '数据截至2019年1月31日'])
      await page.getByText(text, { exact: true }).waitFor();
    await page.getByRole('row', { name: /^合计 12,200 1,501※/ }).waitFor();
    await page.getByText(/培训人数：期间内到过课的人/).waitFor();
    for (const who of ['单位负责人', '审核人', '填表人', '报出日期']) await page.getByText(`${who}：`).waitFor();
    await expectCount(page.getByRole('navigation'), 0);
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('button', { name: '打印' }).waitFor({ state: 'hidden' });
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(1);
    await screenshot(page, 'report-paper');
  });

  it('is opened from the report with the same parameters', async () => {
    const page = await openConsole(leader(), `/reports?${SCHOOL}&compare=PREVIOUS`);
    const [sheet] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: '打印' }).click(),
    ]);
    await sheet.getByRole('row', { name: /^合计 12,200 300 \+11,900/ }).waitFor();
  });
});

describe('the report as a file', () => {
  const take = async (page: Page, form: RegExp) => {
    await page.getByRole('button', { name: '导出' }).click();
    const dialog = page.getByRole('dialog', { name: '导出“统计报表”' });
    await dialog.getByText('与页面上的报表一致；您可以导出的单位才有数。').waitFor();
    await dialog.getByRole('radio', { name: form }).check();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: '导出', exact: true }).click(),
    ]);
    await dialog.waitFor({ state: 'detached' });
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };

  it('says what the page says, as a workbook and as CSV', async () => {
    const page = await openConsole(director(), `/reports?${SCHOOL}&compare=PREVIOUS`);
    await row(page, /^合计 12,200 300/).waitFor();
    const { name, bytes } = await take(page, /Excel/);
    expect(name).toBe('统计报表 英吉沙县 2019-01-31.xlsx');
    const rows = (await readSheet(bytes, 1)) as unknown[][];
    expect(rows[0]?.slice(0, 4)).toEqual(['单位代码', '单位', '培训人次（人次）', '上期：培训人次（人次）']);
    expect(rows[1]?.slice(0, 5)).toEqual([null, '合计', 12200, 300, 1501]);
    expect(rows.length).toBe((await table(page).locator('tbody tr').count()) + 1);
    const csv = await take(page, /CSV/);
    expect(csv.bytes.toString('utf8').split('\r\n')[1]).toMatch(/^,合计,12200,300,1501,/);
  });

  it('is not offered to a leader, who reads sums, and a refusal stays in the dialog', async () => {
    const page = await openConsole(leader(), `/reports?${SCHOOL}`);
    await row(page, /^合计 12,200/).waitFor();
    await expectCount(page.getByRole('button', { name: '导出' }), 0);
    const future = await openConsole(director(), '/reports?asOf=2099-01-01');
    await future.getByRole('button', { name: '导出' }).click();
    const dialog = future.getByRole('dialog');
    await dialog.getByRole('button', { name: '导出', exact: true }).click();
    await dialog.getByText('截至日不得晚于今天。').waitFor();
  });
});

describe('the report on a phone', () => {
  it('is cards that fit, with what is asked folded away, and opens the rows of a figure', async () => {
    const page = await openConsole(director(), `/reports?${SCHOOL}&compare=PREVIOUS`, { width: 'phone' });
    const cards = page.getByRole('list', { name: '数据表' }).getByRole('listitem');
    await cards
      .filter({ hasText: '色提力乡' })
      .first()
      .getByText(/\+11,900/)
      .waitFor();
    await page.getByText('另有 15 个单位各项均为 0').waitFor();
    await expectCount(page.getByRole('combobox', { name: '对比' }), 0);
    await page.getByRole('button', { name: '修改条件' }).click();
    await page.getByRole('combobox', { name: '对比' }).waitFor();
    await expectNoSidewaysScroll(page);
    await cards.first().getByRole('link').last().click();
    await page.getByRole('heading', { level: 1, name: '合计 · 培训人数' }).waitFor();
    await expectNoSidewaysScroll(page);
  });
});
