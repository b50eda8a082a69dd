import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { actors } from '../../support/actors.js';
import { expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole } from '../../support/console.js';
import { act, batchOf, type Cells, checked, inventedNumber, rowsOf } from '../../support/exchange.js';
import { stationId } from '../../support/programmes.js';

const clerk = actors.clerk('chijin');
let town = '';

beforeAll(async () => {
  town = await stationId('620981102');
});

/** A head whose number has lost a digit, a wife misspelt, a son who waits for the head, and somebody else of an unknown village. */
const family = (code: string, serial: number): Cells[] => [
  {
    户编号: code,
    所在村居: '620981102200',
    与户主关系: '户主',
    姓名: '单明',
    身份证号: inventedNumber(serial, '19660606').slice(0, -1),
  },
  { 户编号: code, 与户主关系: '媳妇儿', 姓名: '李安', 身份证号: inventedNumber(serial + 1, '19680606') },
  { 户编号: code, 与户主关系: '儿孑', 姓名: '单和' },
  { 户编号: `${code}-9`, 所在村居: '没有的村', 与户主关系: '户主', 姓名: '王平' },
];

const cell = (page: Page, row: number, heading: string) => page.getByLabel(`改正第 ${row} 行“${heading}”`);

describe('cells of a file', () => {
  it('are named in English too', async () => {
    const { id } = await checked(clerk, town, family('KC-4', 430));
    const page = await openConsole(clerk, `/importBatches/${id}/show`, { locale: 'en' });
    await page.getByLabel('Correct “与户主关系” of row 3').waitFor();
    await page.getByRole('button', { name: 'Write “儿子”' }).click();
    await page.getByText('Corrections (1)').click();
    await page.getByRole('button', { name: 'Correct again' }).waitFor();
    await screenshot(page, 'correct-en-desk');
  }, 60_000);

  it('are corrected where they stand, by keyboard alone', async () => {
    const { id } = await checked(clerk, town, family('KC-1', 400));
    const page = await openConsole(clerk, `/importBatches/${id}/show`);
    const number = cell(page, 2, '身份证号');
    await number.waitFor();
    await screenshot(page, 'correct-1-desk');
    await expectNoSeriousFindings(page);
    await number.focus();
    await page.keyboard.type(inventedNumber(400, '19660606'));
    await page.keyboard.press('Enter');
    await number.waitFor({ state: 'detached' });
    const relation = cell(page, 3, '与户主关系');
    expect(await relation.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('妻');
    await page.keyboard.press('Tab');
    await relation.waitFor({ state: 'detached' });
    expect(await batchOf(clerk, id)).toMatchObject({ createdCount: 2, failedCount: 2 });
    await page.getByRole('button', { name: '改为“儿子”' }).click();
    await cell(page, 4, '与户主关系').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^有误 1/ }).waitFor();
    await cell(page, 5, '所在村居').fill('620981102201');
    await page.keyboard.press('Enter');
    await page.getByText('已改正，没有有误的行了。').waitFor();
    await page.getByText('没有这样的行。').waitFor();
    await page.getByText('改正记录（4）').click();
    await page.getByText('媳妇儿').waitFor();
    await screenshot(page, 'correct-2-record-desk');
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('dialog').getByText('将新建 4 人（新户 2 户）').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('button', { name: '撤销这批导入' }).waitFor();
    await page.getByText('改正记录（4）').waitFor();
  }, 60_000);

  it('say what is wrong with them still, and nothing is sent twice or after Escape', async () => {
    const { id } = await checked(clerk, town, family('KC-2', 410));
    const page = await openConsole(clerk, `/importBatches/${id}/show`);
    const village = cell(page, 5, '所在村居');
    await village.fill('也没有的村');
    await page.keyboard.press('Escape');
    expect(await village.inputValue()).toBe('没有的村');
    await village.fill('也没有的村');
    await page.keyboard.press('Enter');
    await page.getByText('已改正，还有 4 行有误。').waitFor();
    await village.press('Enter');
    await village.blur();
    await page.getByText('改正记录（1）').waitFor();
    await act(clerk, 'importBatchCorrect', id, { input: { row: 3, column: 3, value: '妻' } });
    await village.fill('620981102201');
    await page.keyboard.press('Enter');
    await page
      .getByText(/已被|刷新|改动|版本/)
      .first()
      .waitFor();
    await screenshot(page, 'correct-3-stale-desk');
    const left = await rowsOf(clerk, id, 'FAIL');
    expect(left.at(-1)).toMatchObject({ number: 5, faults: [{ value: '也没有的村' }] });
  }, 60_000);

  it('are corrected on a phone', async () => {
    const { id } = await checked(clerk, town, family('KC-3', 420));
    const page = await openConsole(clerk, `/importBatches/${id}/show`, { width: 'phone' });
    const relation = cell(page, 3, '与户主关系');
    await relation.waitFor();
    for (const target of [relation, page.getByRole('button', { name: '改为“儿子”' })])
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await screenshot(page, 'correct-1-phone');
    await expectNoSidewaysScroll(page);
    await expectNoSeriousFindings(page);
    await relation.fill('妻');
    await page.keyboard.press('Enter');
    await relation.waitFor({ state: 'detached' });
    await page.getByText('改正记录（1）').click();
    await page.getByRole('button', { name: /^再改 3/ }).click();
    await relation.fill('配偶');
    await page.keyboard.press('Enter');
    await page.getByText('改正记录（2）').waitFor();
    await screenshot(page, 'correct-2-phone');
    await expectNoSidewaysScroll(page);
    await expectNoSeriousFindings(page);
  }, 60_000);
});
