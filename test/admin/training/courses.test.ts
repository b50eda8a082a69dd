import { beforeAll, describe, expect, it } from '@jest/globals';
import { expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole, visit } from '../../support/console.js';
import { stationId } from '../../support/programmes.js';
import { makePeople, makeTraining, staffOf } from '../../support/training.js';

const { editor, office, clerk } = staffOf('chijin');

let village = '';
let names: string[] = [];

beforeAll(async () => {
  village = await stationId('620981102200');
  await makeTraining(editor, office, village);
  names = (await makePeople(clerk, village, 4)).map(({ name }) => name);
}, 60_000);

describe('a course', () => {
  it('is opened, planned and filled by its editor: who finds no place waits, and moves up', async () => {
    const page = await openConsole(editor, '/courses/create');
    await page.getByLabel('培训项目').click();
    await page.getByRole('option', { name: '示例项目' }).first().click();
    await page.getByLabel('课程名称').fill('肉羊养殖（示例）');
    await page.getByLabel('名额').fill('3');
    await page.getByLabel('开始日期').fill('2026-03-02');
    await page.getByLabel('结束日期').fill('2026-03-31');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { level: 1, name: '肉羊养殖（示例）' }).waitFor();
    await page.getByRole('button', { name: '排课' }).click();
    const planning = page.getByRole('dialog');
    await planning.getByLabel('次数').fill('2');
    await planning.getByLabel('每隔几天').fill('7');
    await planning.getByLabel('主题').fill('羊舍与防疫');
    await planning.getByRole('button', { name: '排课' }).click();
    await page.getByText('已排 2 次课').waitFor();
    await page.getByRole('link', { name: '2026年3月9日' }).waitFor();
    await page.getByRole('button', { name: '批量报名' }).click();
    const enrolling = page.getByRole('dialog');
    await enrolling.getByLabel('姓名').fill(names.join('\n'));
    await enrolling.getByRole('button', { name: '核对' }).click();
    await enrolling.getByText('核对无误：可办 4 人（其中候补 1 人）').waitFor();
    await enrolling.getByRole('button', { name: '报名', exact: true }).click();
    await enrolling.getByText('已办 4 人（其中候补 1 人）').waitFor();
    await screenshot(page, 'enrol-desk');
    await enrolling.getByRole('button', { name: '关闭' }).click();
    await page.getByText('3 / 3，候补 1 人').waitFor();
    await page.getByRole('button', { name: `退出课程：${names[0]}` }).click();
    const leaving = page.getByRole('dialog');
    await leaving.getByLabel('退出原因').fill('外出务工');
    await leaving.getByRole('button', { name: '退出', exact: true }).click();
    await leaving.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '报名（3 人）' }).waitFor();
    expect(await page.getByText('候补', { exact: false }).count()).toBe(0);
    await screenshot(page, 'course-desk');
  }, 60_000);

  it('shows how far training has reached, with the names of who is missing, on a phone too', async () => {
    const asked = `/trainingCoverage?audience=ALL&within=${village}&from=2026-01-01&to=2026-12-31`;
    const page = await openConsole(editor, asked);
    await page.getByRole('heading', { name: '还没有参加的人（4）' }).waitFor();
    await page.getByText('0 / 4').waitFor();
    await page.getByText(names[0] ?? '', { exact: false }).waitFor();
    await screenshot(page, 'coverage-desk');
    const phone = await openConsole(editor, asked, { width: 'phone' });
    await phone.getByRole('heading', { name: '还没有参加的人（4）' }).waitFor();
    await expectNoSidewaysScroll(phone);
    await screenshot(phone, 'coverage-phone');
    await visit(phone, '/courses');
    await phone.getByRole('link', { name: '肉羊养殖（示例）' }).click();
    await phone.getByRole('heading', { level: 1, name: '肉羊养殖（示例）' }).waitFor();
    await expectNoSidewaysScroll(phone);
    await screenshot(phone, 'course-phone');
  }, 60_000);
});
