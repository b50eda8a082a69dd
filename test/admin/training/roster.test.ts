import { beforeAll, describe, expect, it } from '@jest/globals';
import { data } from '../../support/app.js';
import { expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole } from '../../support/console.js';
import { stationId } from '../../support/programmes.js';
import { enrol, makeCourse, makePeople, makeSessions, makeTraining, staffOf } from '../../support/training.js';

const { editor, office, clerk, lead } = staffOf('chijin');

let courseId = '';
let sessions: { id: string }[] = [];
let people: { id: string; name: string }[] = [];

beforeAll(async () => {
  const village = await stationId('620981102200');
  const { id } = await makeTraining(editor, office, village);
  people = await makePeople(clerk, village, 100);
  courseId = (await makeCourse(editor, id, { title: '设施蔬菜栽培（示例）', capacity: 100 })).id;
  await enrol(clerk, { courseId, personIds: people.map((one) => one.id) });
  sessions = await makeSessions(editor, courseId, ['2026-03-05', '2026-03-12', '2026-03-19']);
}, 120_000);

const roster = (place: number) => `/courses/${courseId}/sessions/${sessions[place]?.id}`;

/** Who was there, as the server has it. */
async function present(place: number): Promise<[present: number, absent: number]> {
  const query = 'query ($id: ID!) { courseSession(id: $id) { attendances { isPresent } } }';
  const { courseSession } = await data(lead, query, { id: sessions[place]?.id });
  const marks = (courseSession.attendances as { isPresent: boolean }[]).map((one) => one.isPresent);
  return [marks.filter(Boolean).length, marks.filter((one) => !one).length];
}

describe('a roster of 100 people', () => {
  it('is taken by keyboard alone: down the list, a name looked for, the rest absent, saved', async () => {
    const page = await openConsole(lead, roster(0));
    const list = page.getByRole('list', { name: '签到表' });
    await list.getByRole('button').first().focus();
    for (let i = 0; i < 90; i += 1) await page.keyboard.press(i % 2 ? 'Enter' : 'Space');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('0');
    await page.getByText('到课 90 人，缺课 4 人，未记 6 人').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByText('到课 91 人，缺课 3 人，未记 6 人').waitFor();
    await page.getByLabel('查找姓名或序号').fill(people[99]?.name ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('到课 92 人，缺课 3 人，未记 5 人').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('已办 95 人').waitFor();
    expect(await present(0)).toEqual([92, 3]);
    await page.getByRole('button', { name: '其余记缺课' }).click();
    await page.getByRole('button', { name: '保存签到（5）' }).click();
    await page.getByText('已办 5 人').waitFor();
    expect(await present(0)).toEqual([92, 8]);
    await screenshot(page, 'roster-desk');
  }, 60_000);

  it('is pasted from a sheet: what is wrong is said row by row, and nothing is written before it is right', async () => {
    const page = await openConsole(lead, roster(1));
    await page.getByRole('button', { name: '粘贴名单' }).click();
    const dialog = page.getByRole('dialog');
    const names = people.slice(0, 3).map((one) => one.name);
    await dialog.getByLabel('姓名').fill(`姓名\t户\n${names[0]}\t1\n查无此人\t2\n${names[1]}\t3`);
    await dialog.getByRole('button', { name: '核对' }).click();
    await dialog.getByText('有 1 行不能办，全部未写入（可办 2 人）').waitFor();
    await dialog.getByText('不予办理：查无此人。').waitFor();
    await dialog.getByRole('button', { name: '记为到课', disabled: true }).waitFor();
    expect(await present(1)).toEqual([0, 0]);
    await screenshot(page, 'roster-paste-desk');
    await dialog.getByLabel('姓名').fill(names.join('\n'));
    await dialog.getByRole('button', { name: '核对' }).click();
    await dialog.getByText('核对无误：可办 3 人').waitFor();
    await dialog.getByRole('button', { name: '记为到课' }).click();
    await dialog.getByText('已办 3 人').waitFor();
    expect(await present(1)).toEqual([3, 0]);
    await dialog.getByRole('button', { name: '关闭' }).click();
    await page.getByText('到课 3 人，缺课 0 人，未记 97 人').waitFor();
  }, 60_000);

  it('is ticked by touch on a phone, without sideways scroll and open to all', async () => {
    const page = await openConsole(lead, roster(2), { width: 'phone' });
    const list = page.getByRole('list', { name: '签到表' });
    const lines = list.getByRole('button');
    await lines.nth(0).tap();
    await lines.nth(1).tap();
    await lines.nth(1).tap();
    await page.getByText('到课 1 人，缺课 1 人，未记 98 人').waitFor();
    const box = await lines.nth(0).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await expectNoSidewaysScroll(page);
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '保存签到（2）' }).tap();
    await page.getByText('已办 2 人').waitFor();
    expect(await present(2)).toEqual([1, 1]);
    await screenshot(page, 'roster-phone');
  }, 60_000);
});
