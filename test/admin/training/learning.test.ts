import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { expectCount, expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole, visit } from '../../support/console.js';
import {
  type MadeCourse,
  makeDemand,
  makeHeldTest,
  makeMenuItem,
  makeSessionOf,
  makeTestedCourse,
} from '../../support/learning.js';
import { stationId } from '../../support/programmes.js';

const editor = actors.editor('training', 'chijin');
const clerk = actors.clerk('chijin');
const names = ['李安', '王和', '赵清', '周明'];

let course: MadeCourse;

beforeAll(async () => {
  const village = await stationId('620981102200');
  course = await makeTestedCourse({ editor, director: actors.office('chijin'), clerk }, village, names, 'COMPLETED');
});

describe('a level test in the console', () => {
  it('is scored by keyboard and by a pasted column, tried out, and placed', async () => {
    const test = await makeHeldTest(editor, course);
    const page = await openConsole(editor, `/levelTests/${test.id}/show`);
    const first = page.getByLabel('1 号 李安 的成绩');
    await first.fill('90');
    await first.press('Enter');
    expect(await page.getByLabel('2 号 王和 的成绩').evaluate((box) => box === document.activeElement)).toBe(true);
    await page.getByLabel('2 号 王和 的成绩').evaluate((box) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', '70\n101\n20');
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByRole('button', { name: '保存成绩' }).click();
    await page.getByText('须在 0 与 100 之间。').waitFor();
    await page.getByLabel('3 号 赵清 的成绩').fill('10');
    await page.getByRole('button', { name: '保存成绩' }).click();
    await page.getByText('有成绩 4 人，其中调班 2 人；缺考 0 人，留在原班。').waitFor();
    await screenshot(page, 'levelTest-scored');
    await expectNoSeriousFindings(page);
    await page.getByRole('button', { name: '按此分班' }).click();
    await page.getByRole('dialog').getByText('C → A：1 人').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '按此分班' }).click();
    await page.getByText('调班名单（2 人）').waitFor();
    const read = `query ($id: ID!) { levelTest(id: $id) { state results { nodes { score placedIn { name } } } } }`;
    const { levelTest } = await data(editor, read, { id: test.id });
    expect(levelTest.state).toBe('PLACED');
    expect(levelTest.results.nodes.map(({ placedIn }: { placedIn: { name: string } }) => placedIn.name)).toEqual([
      'A',
      'B',
      'C',
      'C',
    ]);
  });

  it('answers a pasted list line by line, and writes none of it where one is wrong', async () => {
    const test = await makeHeldTest(editor, course, '2026-05');
    const page = await openConsole(editor, `/levelTests/${test.id}/show`, { width: 'phone' });
    await page.getByRole('button', { name: '粘贴成绩单' }).click();
    await page.getByLabel('每行一人：姓名 成绩').fill('李安\t88\n不在册 60');
    await page.getByRole('dialog').getByRole('button', { name: '保存成绩' }).click();
    await page.getByText('第 2 行：名册中没有“不在册”。').waitFor();
    await page.getByLabel('每行一人：姓名 成绩').fill('李安\t88\n王和 60');
    await page.getByRole('dialog').getByRole('button', { name: '保存成绩' }).click();
    await page.getByText('有成绩 2 人，其中调班', { exact: false }).waitFor();
    await expectNoSidewaysScroll(page);
    await screenshot(page, 'levelTest-phone');
  });
});

describe('the demand board', () => {
  it('leads from a figure to its wishes, and schedules them with an answer for each', async () => {
    const item = await makeMenuItem(editor, await stationId('620981102'), '肉羊舍饲育肥');
    await makeDemand(clerk, { itemId: item.id, personId: course.enrolments[0]?.personId, priority: 'HIGH' });
    await makeDemand(clerk, { itemId: item.id, stationId: course.stationId, people: 9 });
    await makeSessionOf(course, '2026-05-08');
    const page = await openConsole(editor, '/trainingDemands');
    await screenshot(page, 'demandBoard');
    await page
      .getByRole('row', { name: /肉羊舍饲育肥/ })
      .getByRole('link', { name: /10（急需 1）/ })
      .click();
    await page.getByRole('button', { name: '全选' }).click();
    await page.getByText('已选 2 条，10 人').waitFor();
    await page.getByRole('button', { name: '排入课次' }).click();
    await page.getByRole('dialog').getByLabel('课程').click();
    await page.getByRole('option', { name: /农民夜校/ }).click();
    await page.getByRole('dialog').getByLabel('课次').click();
    await page.getByRole('option', { name: /示例/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '排入课次' }).click();
    await page.getByText('办理 2 条，未办 0 条').waitFor();
    await visit(page, '/trainingDemands');
    const row = page.getByRole('row', { name: /肉羊舍饲育肥/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(expect.arrayContaining(['10', '0', '10', '0', '0']));
  });
});

describe('certificates', () => {
  it('are issued to those who completed the course, and stand on a sheet each', async () => {
    const page = await openConsole(editor, `/trainingCertificates?course=${course.id}`);
    await page.getByRole('button', { name: '批量发证' }).click();
    await page.getByText('将为 4 名尚无证书的结业人员发证。').waitFor();
    await page.getByLabel('发证单位').fill('赤金镇人民政府（示例）');
    await page.getByRole('dialog').getByRole('button', { name: '批量发证' }).click();
    await page.getByText('结业 4 人，已发证 4 份').waitFor();
    await screenshot(page, 'certificates');
    await visit(page, `/print/certificates/${course.id}`);
    await page.getByText('李安 同志：').waitFor();
    await expectCount(page.getByRole('heading', { name: '培训结业证书', level: 2 }), 4);
    await expectNoSeriousFindings(page);
    await expectNoSidewaysScroll(page);
    await screenshot(page, 'certificate-print');
  });
});
