import { describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole } from '../../support/console.js';
import { type Cells, imported, inventedNumber, xlsxOf } from '../../support/exchange.js';
import { stationId } from '../../support/programmes.js';

const clerk = actors.clerk('chijin');
const row = (code: string, serial: number, cells: Cells = {}): Cells => ({
  户编号: code,
  所在村居: '620981102200',
  与户主关系: '户主',
  姓名: '单明',
  身份证号: inventedNumber(serial, '19660606'),
  电话: '13800138000',
  ...cells,
});

/** 户编号,村,关系,姓名,出生日期,备注 and one household of 单明, in GBK as Chinese Windows writes it. */
const gbk = Buffer.from(
  'bba7b1e0bac52cb4e52cb9d8cfb52cd0d5c3fb2cb3f6c9fac8d5c6da2cb1b8d7a20d0a' +
    '4b2d392c3632303938313130323230302cbba7d6f72cb5a5c3f72c313936362f362f362c0d0a',
  'hex',
);

describe('importing in the console', () => {
  it('goes from the file by its check to the register and back, on a desk', async () => {
    await imported(clerk, await stationId('620981102'), [row('K-1', 1)]);
    const page = await openConsole(clerk, '/importBatches');
    await page.getByRole('link', { name: '户和人.xlsx' }).waitFor();
    await page.getByRole('button', { name: '导入文件' }).click();
    const [template] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载模板' }).click(),
    ]);
    expect(template.suggestedFilename()).toBe('户和人导入模板.xlsx');
    const rows = [
      row('K-1', 1, { 电话: '13900139009' }),
      row('K-2', 2),
      row('K-2', 3, { 与户主关系: '儿孑', 姓名: '单小' }),
    ];
    await page
      .getByLabel('文件', { exact: true })
      .setInputFiles({ name: '赤金.xlsx', mimeType: '', buffer: await xlsxOf(rows) });
    await screenshot(page, 'import-1-file-desk');
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '上传' }).click();
    await page.getByRole('heading', { level: 1, name: '赤金.xlsx' }).waitFor();
    expect(await page.getByLabel(/^姓名/).inputValue()).toBe('NAME');
    await screenshot(page, 'import-2-columns-desk');
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByText('是否为“儿子”？').waitFor();
    await screenshot(page, 'import-3-failed-desk');
    await page.getByRole('button', { name: /^更新/ }).click();
    await page.getByText('139****9009').waitFor();
    await screenshot(page, 'import-3-changes-desk');
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('将新建 1 人（新户 1 户），更新 1 行，跳过 0 行。').waitFor();
    await screenshot(page, 'import-4-commit-desk');
    await dialog.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('button', { name: '撤销这批导入' }).waitFor();
    await screenshot(page, 'import-5-result-desk');
    const [failed] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载有误的行' }).click(),
    ]);
    expect(failed.suggestedFilename()).toBe('未导入的行.xlsx');
    const count = async () =>
      (await data(clerk, '{ households(where: { code: { in: ["K-2"] } }) { totalCount } }')).households.totalCount;
    expect(await count()).toBe(1);
    await page.getByRole('button', { name: '撤销这批导入' }).click();
    await dialog.getByLabel(/^事由/).fill('村名不对（示例）');
    await dialog.getByRole('button', { name: '撤销这批导入' }).click();
    await page.getByText(/整批撤销：村名不对/).waitFor();
    expect(await count()).toBe(0);
  }, 60_000);

  it('takes a csv from Chinese Windows on a phone, and says when a file is no table', async () => {
    const page = await openConsole(clerk, '/importBatches/create', { width: 'phone' });
    const file = page.getByLabel('文件', { exact: true });
    await file.setInputFiles({ name: '照片.xlsx', mimeType: '', buffer: Buffer.from([0xff, 0xd8, 0, 1]) });
    await page.getByRole('button', { name: '上传' }).click();
    await page.getByText('这不是表格文件，请上传 .xlsx 或 .csv。').waitFor();
    await file.setInputFiles({ name: '户籍.csv', mimeType: 'text/csv', buffer: gbk });
    await expectNoSidewaysScroll(page);
    await screenshot(page, 'import-1-file-phone');
    await page.getByRole('button', { name: '上传' }).click();
    await page.getByLabel(/^备注/).waitFor();
    for (const target of [page.getByLabel(/^备注/), page.getByRole('button', { name: '核对', exact: true })])
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await screenshot(page, 'import-2-columns-phone');
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByText('K-9', { exact: true }).waitFor();
    await screenshot(page, 'import-3-check-phone');
    await expectNoSidewaysScroll(page);
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click();
    await page.getByRole('button', { name: '撤销这批导入' }).waitFor();
    await screenshot(page, 'import-5-result-phone');
    await expectNoSidewaysScroll(page);
  }, 60_000);
});
