import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { expectCount, expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole, visit } from '../../support/console.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { industryRecords, makeContract, stepContract } from '../../support/industry.js';
import { idOf } from '../stations/stations.js';

const editor = actors.editor('industry', 'chijin');
const clerk = actors.clerk('chijin');

let made: Record<string, string> = {};
const heads = ['钱安', '孙和', '周平'];
const codes: string[] = [];

beforeAll(async () => {
  made = await industryRecords(editor, await idOf('620981102'));
  for (const name of heads) {
    const { id, code } = await makeHousehold(clerk, String(made.village));
    await makePerson(clerk, { householdId: id, relation: 'HEAD', name });
    codes.push(code);
  }
});

const linesOf = async () => {
  const query = `query ($where: DistributionFilter) { distributions(where: $where) {
    nodes { quantity { amount } isSigned onDay household { headName } } } }`;
  const { distributions } = await data(clerk, query, {
    where: { item: { in: [made.item] }, on: { from: '2026-06-01', to: '2026-06-01' } },
  });
  return distributions.nodes as { quantity: { amount: string }; isSigned: boolean; household: { headName: string } }[];
};

describe('the pages of distributions', () => {
  it('take a village’s distribution by keyboard and by paste, on a phone, and say what becomes of each row', async () => {
    const page = await openConsole(clerk, '/distributions/enter', { width: 'phone' });
    await page.getByRole('combobox', { name: '产业项目' }).click();
    await page.getByRole('option', { name: /示例项目/ }).click();
    await page.getByRole('combobox', { name: '品目' }).click();
    await page.getByRole('option').first().click();
    await page.getByLabel('发放日期').fill('2026-06-01');
    await page.getByRole('button', { name: /村居/ }).click();
    const search = page
      .getByRole('dialog')
      .getByRole('searchbox')
      .or(page.getByRole('dialog').getByRole('textbox'))
      .first();
    await search.fill(String(made.villageName));
    await page
      .getByRole('treeitem')
      .filter({ hasText: String(made.villageName) })
      .last()
      .click();
    await page.getByLabel('赵和平的数量').fill('100');
    await page.keyboard.press('Enter');
    await page.keyboard.type('60');
    await page.keyboard.press('ArrowDown');
    const paste = `${codes[1]}\t孙和\t1,200\n查无此人\t5`;
    await page.getByLabel('孙和的数量').evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, paste);
    await page.getByText(/粘贴填入 1 户。以下各行找不到对应的户/).waitFor();
    expect(await page.getByLabel('孙和的数量').inputValue()).toBe('1200');
    await page.getByLabel('钱安已签字').uncheck();
    await screenshot(page, 'distribution-enter-phone');
    await expectNoSidewaysScroll(page);
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/将登记 3 户的/).waitFor();
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('已登记 3 户，未登记 0 户。').waitFor();
    const lines = await linesOf();
    expect(lines.map((line) => [line.household.headName, line.quantity.amount, line.isSigned]).toSorted()).toEqual(
      [
        ['赵和平', '100.000', true],
        ['钱安', '60.000', false],
        ['孙和', '1200.000', true],
      ].toSorted(),
    );
  });

  it('show sums by item and unit, and take a line back', async () => {
    const page = await openConsole(clerk, '/distributions');
    await page.getByRole('button', { name: /1,460 株/ }).waitFor();
    await screenshot(page, 'distributions-desk');
    await page.getByRole('row', { name: /孙和/ }).getByRole('button', { name: '冲销' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/原因/).fill('户号填错');
    await dialog.getByRole('button', { name: '冲销' }).click();
    await page.getByRole('button', { name: /260 株/ }).waitFor();
    expect(await linesOf()).toHaveLength(4);
    await page.setViewportSize({ width: 390, height: 844 });
    await screenshot(page, 'distributions-phone');
    await expectNoSidewaysScroll(page);
  });

  it('stand on the sheet that households sign, and in the file of the household', async () => {
    const page = await openConsole(clerk, '/print/distributions');
    await page.getByRole('heading', { level: 1, name: '物资发放签领表' }).waitFor();
    await page.getByRole('row', { name: /钱安/ }).waitFor();
    await expectCount(page.getByRole('row', { name: /孙和/ }), 0);
    await screenshot(page, 'distribution-sheet-desk');
    await visit(page, `/households/${made.household}/show`);
    await page.getByRole('heading', { name: '领取的物资' }).waitFor();
    await page
      .getByText(/代养分红 · 羊 7 头（只）/)
      .first()
      .waitFor();
    await screenshot(page, 'household-desk');
  });
});

describe('the pages of livestock contracts', () => {
  it('sign a contract, show its schedule, and enter what is delivered', async () => {
    const terms = { householdId: made.household, programmeId: made.programme, startsOn: '2026-03-01' };
    const query = '{ cooperatives { nodes { id } } }';
    const cooperativeId = (await data(editor, query)).cooperatives.nodes[0].id;
    const contract = await stepContract(
      editor,
      await makeContract(editor, { ...terms, cooperativeId }),
      1,
      '2026-03-01',
    );
    const page = await openConsole(editor, `/livestockContracts/${contract.id}/show`);
    await page.getByRole('button', { name: '签约' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '签约' }).click();
    await page.getByText('应分 3，已兑付 0').first().waitFor();
    await expectCount(page.getByText('应分 4，已兑付 0'), 2);
    await page.getByRole('button', { name: '登记兑付' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('头（只）数').fill('4');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText(/本期还应兑付 3 头/).waitFor();
    await dialog.getByLabel('头（只）数').fill('2');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('应分 3，已兑付 2').waitFor();
    await screenshot(page, 'contract-desk');
    await expectNoSeriousFindings(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await screenshot(page, 'contract-phone');
    await expectNoSidewaysScroll(page);
    await visit(page, '/livestockContracts/overdue');
    await page.getByLabel('截至日').fill('2027-06-30');
    await page.getByText('共 2 期').waitFor();
    await screenshot(page, 'overdue-phone');
    await visit(page, '/livestockContracts');
    await screenshot(page, 'contracts-phone');
  });

  it('make a contract from the form, and a wish of a household', async () => {
    const page = await openConsole(editor, '/livestockContracts/create');
    await screenshot(page, 'contract-create-desk');
    await expectNoSeriousFindings(page);
    await visit(page, '/intentions');
    await page.getByRole('button', { name: '登记意愿' }).first().click();
    await screenshot(page, 'intention-dialog-desk');
    await expectNoSeriousFindings(page);
  });
});
