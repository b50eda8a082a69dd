import { expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole } from '../../support/console.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { makeJobs } from '../../support/jobs.js';
import { stationId } from '../../support/programmes.js';
import { enrol, makeCourse, makePeople, makeTraining, staffOf } from '../../support/training.js';

const { editor, office, clerk } = staffOf('chijin');
const there = staffOf('huangzhawan');
const jobs = actors.editor('jobs', 'chijin');

/** Somebody of one town with a course and a job abroad, and a household of another that she marries into. */
async function married(): Promise<{ into: string; name: string }> {
  const [town, village] = [await stationId('620981102'), await stationId('620981102201')];
  const [, bride] = await makePeople(clerk, village, 2);
  const course = await makeCourse(editor, (await makeTraining(editor, office, town)).id, { title: '刺绣班' });
  await enrol(editor, { courseId: course.id, personIds: [bride?.id] });
  const away = await makeJobs.programme(jobs, office, town, 'LABOUR_DISPATCH');
  const employer = await makeJobs.employer(jobs, town, { name: '远行铝业' });
  const opening = await makeJobs.opening(jobs, away.id, { employerId: employer.id });
  const batch = await makeJobs.batch(jobs, opening.id);
  await makeJobs.departed(jobs, await makeJobs.members(jobs, batch.id, [bride?.id ?? '']));
  const into = (await makeHousehold(there.clerk, await stationId('620981105202'))).id;
  await makePerson(there.clerk, { householdId: into, relation: 'HEAD', name: '白安石' });
  return { into, name: bride?.name ?? '' };
}

it('the county’s administrator lets somebody join, and the file shows what she brought along', async () => {
  const { into, name } = await married();
  const admin = await openConsole(actors.admin(), `/households/${into}/show`);
  await admin.getByRole('button', { name: '从登记人员中迁入' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('combobox').first().fill(name);
  await admin.getByRole('option', { name: new RegExp(name) }).click();
  await dialog.getByLabel(/^与户主关系/).click();
  await admin.getByRole('option', { name: '女婿、儿媳' }).click();
  await dialog.getByLabel(/^事由/).fill('婚嫁迁入（示例）');
  await screenshot(admin, 'brought-join-desk');
  await dialog.getByRole('button', { name: '保存' }).click();
  await admin.getByText('成员已迁入').waitFor();
  const { household } = await data(actors.admin(), 'query ($id: ID!) { household(id: $id) { size } }', { id: into });
  expect(household.size).toBe(2);
  const page = await openConsole(there.clerk, `/households/${into}/show`, { width: 'phone' });
  await page.getByText(`${name} · 刺绣班`).waitFor();
  await page.getByText(/远行铝业/).waitFor();
  await screenshot(page, 'brought-phone');
  await expectNoSidewaysScroll(page);
  await expectNoSeriousFindings(page);
}, 60_000);
