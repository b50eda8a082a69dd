import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { expectCount, expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole, visit } from '../../support/console.js';
import { makeFamily, makePerson, makeStatus } from '../../support/households.js';
import { stationId } from '../../support/programmes.js';

const clerk = actors.clerk('chijin');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const dialog = (page: Page) => page.getByRole('dialog');
let village = '';

beforeAll(async () => {
  village = await stationId('620981102200');
});

describe('the town’s clerk in the console', () => {
  it('enters a household and its head, and is told beside the field of a wrong number', async () => {
    const page = await openConsole(clerk, `/households/create?stationId=${village}`);
    await page.getByLabel('住址').fill('示例 12 号');
    await button(page, '保存').click();
    await page.getByRole('heading', { level: 1, name: '（无户主）户' }).waitFor();
    await page.getByRole('link', { name: '新增成员' }).click();
    await page.getByLabel(/^姓名/).fill('卫宁');
    await page.getByLabel(/^身份证号/).fill('999999198001010378');
    await page.getByLabel(/^与户主关系/).click();
    await page.getByRole('option', { name: '户主' }).click();
    await button(page, '保存').click();
    await page.getByText('身份证号校验位不符，请核对。').waitFor();
    await page.getByLabel(/^身份证号/).fill('99999919800101037x');
    await page.getByLabel(/^电话/).fill('13912345678');
    await button(page, '保存').click();
    await page.getByRole('heading', { level: 1, name: '卫宁户' }).waitFor();
    await page.getByText('9999************7X').waitFor();
    expect(await page.content()).not.toContain('13912345678');
  });

  it('finds households by tab and pinyin, and sees the whole file on one page', async () => {
    const family = await makeFamily(clerk, village, ['褚安', '褚惠', '褚和']);
    await makeStatus(clerk, family.id, { status: 'SUBSISTENCE', from: '2018-01-01' });
    const page = await openConsole(clerk, '/households');
    await button(page, '低保').click();
    await page.getByRole('searchbox').fill('chua');
    await page.getByRole('link', { name: '褚安' }).click();
    await page.getByRole('heading', { level: 1, name: '褚安户' }).waitFor();
    for (const name of ['成员', '户类别', '大事记', '所在村居'])
      await page.getByRole('heading', { level: 2, name }).waitFor();
    await page.getByText('认定为低保户').waitFor();
    await screenshot(page, 'household-file');
  });

  it('gives a status, splits a household, and undoes it', async () => {
    const family = await makeFamily(clerk, village, ['蒋安', '蒋惠', '蒋和']);
    const page = await openConsole(clerk, `/households/${family.id}/show`);
    await button(page, '认定类别').click();
    await dialog(page).getByLabel('户类别').click();
    await page.getByRole('option', { name: '建档立卡户' }).click();
    await dialog(page).getByLabel('起始日期').fill('2022-01-01');
    await button(page, '保存').click();
    await dialog(page).getByText('此类别只在2014 至 2020 年认定。').waitFor();
    await dialog(page).getByLabel('起始日期').fill('2016-01-01');
    await button(page, '保存').click();
    await page.getByText('2016年1月1日起').first().waitFor();
    await button(page, '办理').click();
    await page.getByRole('menuitem', { name: '分户' }).click();
    await dialog(page).getByLabel('蒋和').click();
    await page.getByRole('option', { name: '户主' }).click();
    await dialog(page).getByLabel('事由').fill('成家立户');
    await screenshot(page, 'household-split');
    await dialog(page).getByRole('button', { name: '分户' }).click();
    await page.getByRole('heading', { level: 1, name: '蒋和户' }).waitFor();
    await button(page, '撤销').click();
    await dialog(page).getByLabel(/^原因/).fill('录错');
    await dialog(page).getByRole('button', { name: '撤销' }).click();
    await page.getByText('该户已注销').waitFor();
    await visit(page, `/households/${family.id}/show`);
    await page.getByText('3 人').waitFor();
  });

  it('is shown a number for a reason, and how many are left today', async () => {
    const { id } = await makeFamily(clerk, village, ['沈安', '沈惠', '沈和']);
    const person = await makePerson(clerk, { householdId: id, relation: 'CHILD', name: '沈远', phone: '13812348829' });
    const page = await openConsole(clerk, `/persons/${person.id}/show`);
    await button(page, /^显示: 电话/).click();
    await dialog(page).getByRole('button', { name: '显示', disabled: true }).waitFor();
    await dialog(page).getByLabel(/^原因/).fill('电话通知培训');
    await dialog(page).getByRole('button', { name: '显示' }).click();
    await page.getByText('13812348829').waitFor();
    await page.getByText(/今天还可查看 \d+ 次/).waitFor();
    const { auditEntries } = await data(
      actors.admin(),
      '{ auditEntries(where: { act: { in: ["personReveal"] } }) { nodes { reason by } } }',
    );
    expect(auditEntries.nodes).toContainEqual({ reason: '电话通知培训', by: 'clerk.chijin@620981' });
  });

  it('prints the statement on a sheet without the shell', async () => {
    const { id } = await makeFamily(clerk, village, ['韩安', '韩惠', '韩和']);
    const page = await openConsole(clerk, `/print/households/${id}`);
    await page.getByRole('heading', { level: 1, name: '帮扶受益明细表' }).waitFor();
    await expectCount(page.getByRole('navigation'), 0);
    await page.getByRole('cell', { name: '韩惠' }).waitFor();
    await page.getByText('截至打印之日没有记录。').first().waitFor();
    for (const table of await page.getByRole('table').all())
      expect(await table.getByRole('row').count()).toBeGreaterThan(1);
    await screenshot(page, 'household-print');
  });

  it('reads it all on a phone without scrolling sideways', async () => {
    const { id, members } = await makeFamily(clerk, village, ['杨安', '杨惠', '杨和']);
    const page = await openConsole(clerk, `/households/${id}/show`, { width: 'phone' });
    for (const path of [
      `/households/${id}/show`,
      '/households',
      `/persons/${members[0]?.id}/show`,
      `/print/households/${id}`,
    ]) {
      await visit(page, path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectNoSidewaysScroll(page);
      await screenshot(page, `phone${path.replaceAll('/', '-').replace(/[0-9a-f-]{30,}/, '')}`);
    }
  });

  it('sees on a phone two lines a household, so that many are in view, in either language', async () => {
    const family = await makeFamily(clerk, village, ['秦安', '秦惠', '秦和']);
    await makeStatus(clerk, family.id, { status: 'SUBSISTENCE', from: '2018-01-01' });
    for (const locale of ['zh-CN', 'en'] as const) {
      const page = await openConsole(clerk, '/households', { width: 'phone', locale });
      const line = page.getByRole('main').getByRole('listitem').filter({ hasText: '秦安' });
      await line.getByRole('link', { name: '秦安' }).waitFor();
      expect(await line.innerText()).toContain(family.code);
      const heights = await page
        .getByRole('main')
        .getByRole('listitem')
        .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().height));
      expect(heights.length).toBeGreaterThan(3);
      expect(Math.max(...heights)).toBeLessThanOrEqual(72);
      const target = await line.getByRole('link').boundingBox();
      expect(target?.height ?? 0).toBeGreaterThanOrEqual(32);
      await expectNoSidewaysScroll(page);
      await expectNoSeriousFindings(page);
      await screenshot(page, `households-phone-${locale}`);
    }
  });
});

describe('an editor in the console', () => {
  it('reads the file and is offered no act', async () => {
    const { id } = await makeFamily(clerk, village, ['朱安', '朱惠', '朱和']);
    const page = await openConsole(actors.editor('training', 'chijin'), `/households/${id}/show`);
    await page.getByRole('heading', { level: 1, name: '朱安户' }).waitFor();
    for (const name of ['办理', '认定类别', '迁出']) await expectCount(button(page, name), 0);
  });
});
