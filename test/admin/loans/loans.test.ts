import { it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { expectCount, expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole } from '../../support/console.js';
import { makeHousehold } from '../../support/households.js';
import { stationId } from '../../support/programmes.js';
import { actOnLoan, doneOf, makeLoan } from '../../support/projects.js';

const editor = actors.editor('industry', 'chijin');

it('a loan is entered by the number of the household, granted, and repaid in part', async () => {
  const { code } = await makeHousehold(actors.clerk('chijin'), await stationId('620981102200'));
  const days = { on: ['Date!', '2026-01-10'], dueOn: ['Date!', '2026-02-10'] } as Record<string, [string, unknown]>;
  doneOf(await actOnLoan(editor, 'loanGrant', await makeLoan(editor, code, { amount: '8000.00' }), days));
  const page = await openConsole(editor, '/loans/create');
  await page.getByLabel('户编号').fill(code);
  await page.getByLabel('金额（元）').fill('30,000');
  await page.getByLabel('放款机构').fill('农村信用社（示例）');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { level: 1, name: '小额信贷 30,000 元' }).waitFor();
  await page.getByRole('button', { name: '放款', exact: true }).click();
  await page.getByLabel('到期日').fill('2099-12-31');
  await page.getByRole('dialog').getByRole('button', { name: '放款', exact: true }).click();
  await page.getByRole('button', { name: '登记还款' }).click();
  await page.getByRole('dialog').getByLabel('金额（元）').fill('12,000');
  await page.getByRole('dialog').getByRole('button', { name: '登记还款' }).click();
  await page.getByText('18,000', { exact: true }).waitFor();
  await expectNoSeriousFindings(page);
  await screenshot(page, 'loan-desk');
  const list = await openConsole(editor, '/loans', { width: 'phone' });
  await list.getByText(/余额 26,000.00 元，其中逾期 8,000.00 元/).waitFor();
  await expectNoSidewaysScroll(list);
  await expectNoSeriousFindings(list);
  await screenshot(list, 'loans-phone');
  await expectCount(list.getByText('逾期', { exact: true }), 1);
});
