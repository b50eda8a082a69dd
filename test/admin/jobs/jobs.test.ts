import { beforeAll, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { actors } from '../../support/actors.js';
import { expectCount, expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole, visit } from '../../support/console.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { makeJobs } from '../../support/jobs.js';
import type { Made } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';

const [editor, director, clerk] = [actors.countyEditor('jobs'), actors.director(), actors.clerk('chijin')];
let batch: Made;
let opening: Made;
let posts: Made;
let dispatch: Made;
let seeker: Made;

beforeAll(async () => {
  const [county, village] = [await stationId('620981'), await stationId('620981102200')];
  const home = await makeHousehold(clerk, village);
  const people = [];
  for (const name of ['单明', '李和', '王平', '赵安']) {
    const input = { householdId: home.id, relation: 'OTHER', name, birthDay: '1985-01-01' };
    people.push(await makePerson(clerk, input));
  }
  dispatch = await makeJobs.programme(editor, director, county, 'LABOUR_DISPATCH');
  const employer = await makeJobs.employer(editor, county);
  const wageBands = [{ grade: 'TECHNICAL', wageFrom: '4500', basis: 'QUOTED' }];
  opening = await makeJobs.opening(editor, dispatch.id, { employerId: employer.id, headcount: 30, wageBands });
  batch = await makeJobs.batch(editor, opening.id);
  posts = await makeJobs.programme(editor, director, county, 'PUBLIC_WELFARE');
  const post = await makeJobs.opening(editor, posts.id, { title: '城乡保洁岗', headcount: 5 });
  await makeJobs.placement(editor, { openingId: post.id, personId: people[2]?.id, validFrom: '2026-03-16' });
  seeker = await makeJobs.seeker(clerk, people[3]?.id ?? '', { skills: ['保洁'], wageWished: '500.00' });
}, 120_000);

async function look(page: Page, name: string): Promise<void> {
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await screenshot(page, name);
  await expectNoSidewaysScroll(page);
  await expectNoSeriousFindings(page);
}

test('a batch is filled from a pasted list, answered line by line, and leaves with its count first', async () => {
  const page = await openConsole(editor, `/dispatchBatches/${batch.id}/show`);
  await page.getByRole('button', { name: '加入人员' }).click();
  await page.getByLabel('粘贴名单').fill('单明\n无名\n李和 1985-01-01 4500');
  await page.getByRole('button', { name: '加入 3 人' }).click();
  await page.getByText('第 2 行：查无此人：无名。').first().waitFor();
  await screenshot(page, 'batch-paste-desk');
  await page.getByLabel('粘贴名单').fill('单明\n李和 1985-01-01 4500');
  await page.getByRole('button', { name: '加入 2 人' }).click();
  await page.getByRole('cell', { name: '单明', exact: true }).waitFor();
  await page.getByRole('cell', { name: '4,500 元' }).waitFor();
  await page.getByRole('button', { name: '出发', exact: true }).click();
  await page.getByText('共 2 人记为已输出，并排定 6 次回访').waitFor();
  await page.getByRole('button', { name: '2 人出发' }).click();
  await page.getByRole('button', { name: '单明 满 1 月 逾期未访' }).waitFor();
  await look(page, 'batch-desk');
}, 120_000);

test('an agreement is entered beside the opening whose batches go by it', async () => {
  const page = await openConsole(editor, `/openings/${opening.id}/show`);
  await page.getByRole('button', { name: '登记协议' }).click();
  await page.getByLabel(/协议名称/).fill('劳务协议（示例）');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('劳务协议（示例）').waitFor();
  await look(page, 'opening-dispatch-desk');
}, 120_000);

test('the clerk of the town asks on a phone who is still there, and the figure opens its people', async () => {
  const page = await openConsole(clerk, '/checkIns', { width: 'phone' });
  await page.getByRole('button', { name: '今天应访' }).click();
  await page.getByRole('button', { name: '单明 满 1 月 逾期未访' }).click();
  await page.getByRole('radio', { name: '离岗' }).check();
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('请选择离岗原因。').waitFor();
  await screenshot(page, 'check-in-phone');
  await page.getByRole('radio', { name: '在岗' }).check();
  await page.getByLabel('现月工资（元）').fill('4600');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await look(page, 'check-ins-phone');
  await visit(page, '/dispatchBatches/retention');
  await look(page, 'retention-phone');
  await page.getByRole('button', { name: /示例铝业第 1 批满 1 个月：1 \/ 2/ }).click();
  await page.getByRole('dialog').getByText('单明').waitFor();
}, 120_000);

test('posts have their holders, their pay sheet with the sum of its lines, and a sheet for paper', async () => {
  const page = await openConsole(editor, `/jobProgrammes/${posts.id}/show`);
  await page.getByRole('link', { name: '城乡保洁岗' }).waitFor();
  await look(page, 'programme-openings-desk');
  await page.getByRole('link', { name: '城乡保洁岗' }).click();
  await page.getByRole('cell', { name: '王平', exact: true }).waitFor();
  await look(page, 'opening-desk');
  await page.getByRole('button', { name: '续期/离岗：王平' }).click();
  await page.getByLabel('期满日期').fill('2027-01-01');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('提前离岗请选择原因。').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  await visit(page, `/jobProgrammes/${posts.id}/pay?month=2026-03`);
  await page.getByText('1 人，合计 309.67 元').waitFor();
  await look(page, 'pay-desk');
  await visit(page, `/print/paySheet/${posts.id}/2026-03`);
  await page.getByRole('heading', { name: '公益岗补贴发放表' }).waitFor();
  await expectCount(page.getByRole('cell', { name: '309.67' }), 2);
  await look(page, 'pay-print');
}, 120_000);

test('an opening that fits shows its reasons, and a person is placed by a person', async () => {
  const page = await openConsole(editor, `/jobSeekers/${seeker.id}/show`);
  await page.getByText('月工资最高 600.00 元，达到期望的 500.00 元。').waitFor();
  await look(page, 'seeker-desk');
  await page.getByRole('button', { name: '安排上岗' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '安排上岗' }).click();
  await page.getByText('已上岗', { exact: true }).waitFor();
  const phone = await openConsole(editor, '/placements', { width: 'phone' });
  await phone.getByText('赵安').waitFor();
  await look(phone, 'placements-phone');
  await visit(phone, `/jobProgrammes/${dispatch.id}/show`);
  await look(phone, 'programme-openings-phone');
  await visit(phone, `/dispatchBatches/${batch.id}/show`);
  await look(phone, 'batch-phone');
}, 120_000);

test('an opening is changed by its editor, but never to fewer places than are taken', async () => {
  const page = await openConsole(editor, `/openings/${opening.id}/show`);
  await page.getByRole('button', { name: '修改岗位' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('岗位名称').fill('铝业普工（示例）');
  await dialog.getByLabel('名额（人）').fill('0');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('1', { exact: false }).first().waitFor();
  await dialog.getByLabel('名额（人）').fill('25');
  await dialog.getByLabel('技能要求').fill('电焊 驾驶');
  await screenshot(page, 'opening-edit-desk');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { level: 1, name: '铝业普工（示例）' }).waitFor();
  await page.getByText('电焊、驾驶').waitFor();
  await look(page, 'opening-desk');
}, 60_000);
