import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Download, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { today } from '../../../api/kernel/index.js';
import { expectCount, expectNoSeriousFindings, expectNoSidewaysScroll, screenshot } from '../../support/browser.js';
import { openConsole } from '../../support/console.js';
import { makeHousehold, makePerson, makeStatus } from '../../support/households.js';
import { stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';
import { enrol, makeCourse, makePeople, makeSessions, makeTraining, staffOf, take } from '../../support/training.js';

const { editor, office, clerk, lead } = staffOf('chijin');
let courseId = '';
let sessionId = '';

beforeAll(async () => {
  const village = await stationId('620981102200');
  for (const [i, name] of ['郑安', '郑和', '郑乐'].entries()) {
    const { id } = await makeHousehold(clerk, village, { code: `X-${i}`, address: '=1+1' });
    await makePerson(clerk, { householdId: id, relation: 'HEAD', name });
    if (i > 0) await makeStatus(clerk, id, { status: 'EXITED' });
  }
  const people = (await makePeople(clerk, village, 3)).map(({ id }) => id);
  courseId = (await makeCourse(editor, (await makeTraining(editor, office, village)).id)).id;
  await enrol(clerk, { courseId, personIds: people });
  sessionId = (await makeSessions(editor, courseId, ['2026-03-05']))[0].id;
  await take(lead, { sessionId, presentIds: people.slice(0, 2), absentIds: people.slice(2) });
});

/** Opens the dialog, takes the form that is named and waits for the file. */
async function download(page: Page, form: RegExp | null, verb = '导出'): Promise<Download> {
  const dialog = page.getByRole('dialog');
  if (form) await dialog.getByRole('radio', { name: form }).check();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: verb, exact: true }).click(),
  ]);
  await dialog.waitFor({ state: 'detached' });
  return file;
}

describe('exporting in the console', () => {
  it('saves the list as it is filtered, saying first how many rows it will be', async () => {
    const filter = encodeURIComponent(JSON.stringify({ status: ['EXITED'] }));
    const page = await openConsole(clerk, `/households?filter=${filter}`);
    await page.getByRole('link', { name: '郑和' }).waitFor();
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByText('共 2 行，与当前筛选一致。').waitFor();
    await screenshot(page, 'export-dialog-desk');
    await expectNoSeriousFindings(page);
    const file = await download(page, null);
    expect(file.suggestedFilename()).toBe(`户清单 玉门市 ${today()}.xlsx`);
    const bytes = readFileSync(await file.path());
    const rows = (await readSheet(bytes, 1)) as unknown[][];
    expect(rows.map((row) => [row[0], row[1], row[6]])).toEqual([
      ['户编号', '户主', '住址'],
      ['X-1', '郑和', '=1+1'],
      ['X-2', '郑乐', '=1+1'],
    ]);
    expect(((await readSheet(bytes, 2)) as unknown[][]).find(([name]) => name === '筛选：户类别')).toEqual([
      '筛选：户类别',
      '脱贫户',
    ]);
    await page.getByText(`已导出 户清单 玉门市 ${today()}.xlsx`).waitFor();
  });

  it('saves a CSV on a phone, in English', async () => {
    const page = await openConsole(clerk, '/households', { width: 'phone', locale: 'en' });
    await page.getByRole('link', { name: '郑和' }).waitFor();
    await screenshot(page, 'export-list-phone');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByText('4 rows, as filtered now.').waitFor();
    await screenshot(page, 'export-dialog-phone');
    await expectNoSidewaysScroll(page);
    await expectNoSeriousFindings(page);
    const file = await download(page, /CSV/, 'Export');
    const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
    expect(lines[0]).toBe('\ufeffNumber,Head,Town,Village,Members,Status,Address,Struck off');
    expect(lines.filter((line) => line.startsWith('X-') && line.includes(`,'=1+1,`))).toHaveLength(3);
  });

  it('saves the names of a course and the marks of a session', async () => {
    const page = await openConsole(clerk, `/courses/${courseId}/show`);
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByText('共 3 行').waitFor();
    await screenshot(page, 'export-course-desk');
    expect((await download(page, null)).suggestedFilename()).toMatch(/^报名名单/);
    const phone = await openConsole(clerk, `/courses/${courseId}/show`, { width: 'phone' });
    await phone.getByRole('button', { name: '导出' }).waitFor();
    await screenshot(phone, 'export-course-phone');
    await expectNoSidewaysScroll(phone);
    const session = await openConsole(clerk, `/courses/${courseId}/sessions/${sessionId}`);
    await session.getByRole('button', { name: '导出' }).click();
    const file = await download(session, /CSV/);
    const marks = readFileSync(await file.path(), 'utf8')
      .split('\r\n')
      .slice(1, -1);
    expect(marks.map((line) => line.split(',').at(-1)).sort()).toEqual(['否', '是', '是']);
  });

  it('is not offered to who may only read, nor where there is nothing', async () => {
    const page = await openConsole(lead, '/households');
    await page.getByRole('link', { name: '郑和' }).waitFor();
    await expectCount(page.getByRole('button', { name: '导出' }), 0);
    const empty = await openConsole(clerk, '/loans');
    await empty.getByText('还没有小额信贷。').waitFor();
    await expectCount(empty.getByRole('button', { name: '导出' }), 0);
  });

  it('shows the server’s refusal in its dialog', async () => {
    const page = await openConsole(office, '/households');
    await page.getByRole('button', { name: '导出' }).click();
    await asOwner(
      `update "grant" g set valid_to = '2020-01-02' from "user" u where u.id = g.user_id and u.account = 'office.chijin@620981'`,
    );
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '导出', exact: true }).click();
    await dialog.getByText('您在此处没有“导出清单和报表”的权限').first().waitFor();
    await screenshot(page, 'export-refused-desk');
  });
});
