import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, today } from '../../../api/kernel/index.js';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { mistakes, stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';
import {
  enrol,
  enrolmentsOf,
  makeCourse,
  makePeople,
  makeSessions,
  makeTraining,
  staffOf,
  take,
} from '../../support/training.js';

const { editor, office, clerk, lead } = staffOf('chijin');

let village = '';
let programmeId = '';
let people: { id: string; name: string; householdId: string }[] = [];
let courseId = '';
let sessionId = '';

const idsOf = (...places: number[]) => places.map((place) => people[place]?.id);

/** Who is marked in the session: name and whether they were there. */
async function marked(id = sessionId): Promise<Record<string, boolean>> {
  const query =
    'query ($id: ID!) { courseSession(id: $id) { presentCount attendances { isPresent person { name } } } }';
  const { courseSession } = await data(lead, query, { id });
  const rows = courseSession.attendances as { isPresent: boolean; person: { name: string } }[];
  expect(courseSession.presentCount).toBe(rows.filter((row) => row.isPresent).length);
  return Object.fromEntries(rows.map(({ person, isPresent }) => [person.name, isPresent]));
}

beforeAll(async () => {
  village = await stationId('620981102200');
  programmeId = (await makeTraining(editor, office, village)).id;
  people = await makePeople(clerk, village, 6);
  courseId = (await makeCourse(editor, programmeId, { capacity: 4 })).id;
  await enrol(clerk, { courseId, personIds: idsOf(0, 1, 2, 3, 4) });
  sessionId = (await makeSessions(editor, courseId, ['2026-03-05']))[0].id;
});

describe('a roster', () => {
  it('is taken in one go, and corrected in another; what is so already is skipped', async () => {
    const first = (await take(lead, { sessionId, presentIds: idsOf(0, 1), absentIds: idsOf(2) })).data.answer.roster;
    expect(first).toMatchObject({ isWritten: true, doneCount: 3, skippedCount: 0 });
    const second = (await take(clerk, { sessionId, presentIds: idsOf(1, 2) })).data.answer.roster;
    expect(second.rows.map((row: { outcome: string }) => row.outcome)).toEqual(['SKIPPED', 'DONE']);
    expect(Object.values(await marked())).toEqual([true, true, true]);
    expect((await enrolmentsOf(clerk, courseId)).map((one) => one.attendedCount)).toEqual([1, 1, 1, 0, 0]);
  });

  it('refuses a stranger to the course and who only waits, and then keeps nothing', async () => {
    const before = await marked();
    const { roster } = (await take(lead, { sessionId, presentIds: idsOf(3, 5, 4, 3) })).data.answer;
    expect(roster).toMatchObject({ isWritten: false, doneCount: 1, refusedCount: 3 });
    expect(roster.rows.map((row: { says: string }) => row.says)).toEqual([
      null,
      '未报名本课程。',
      '未报名本课程。',
      '名单中重复。',
    ]);
    expect(await marked()).toEqual(before);
  });

  it('takes pasted names: unknown and doubled ones are answered row by row, and nothing is half written', async () => {
    const before = await marked();
    const names = [people[3]?.name, '查无此人', people[0]?.name, people[3]?.name];
    const { roster } = (await take(lead, { sessionId, presentNames: names })).data.answer;
    expect(roster.rows.map(({ outcome, says }: { outcome: string; says: string }) => [outcome, says])).toEqual([
      ['DONE', null],
      ['REFUSED', '查无此人。'],
      ['SKIPPED', '已是这样。'],
      ['REFUSED', '名单中重复。'],
    ]);
    expect(await marked()).toEqual(before);
    const tried = (await take(lead, { sessionId, presentNames: [people[3]?.name], isTrial: true })).data.answer.roster;
    expect(tried).toMatchObject({ isWritten: false, doneCount: 1 });
    expect(await marked()).toEqual(before);
    const kept = (await take(lead, { sessionId, presentNames: [people[3]?.name] })).data.answer.roster;
    expect(kept.isWritten).toBe(true);
    expect((await marked())[people[3]?.name ?? '']).toBe(true);
  });

  it('is marked once a person also by two at once', async () => {
    const [, session] = await makeSessions(editor, courseId, ['2026-03-06']);
    const both = await Promise.all([1, 2].map(() => take(lead, { sessionId: session.id, presentIds: idsOf(0, 1) })));
    expect(both.map((one) => one.data.answer.roster.isWritten)).toEqual([true, true]);
    expect(Object.keys(await marked(session.id))).toHaveLength(2);
  });

  it('is not taken before the day, of a session called off, or of nobody', async () => {
    const later = addDays(today(), 1);
    const { answer: none } = (await take(lead, { sessionId })).data;
    expect(none.errors).toMatchObject([{ code: 'REQUIRED' }]);
    const off = (await makeSessions(editor, courseId, ['2026-03-07'])).at(-1);
    const change = `mutation ($id: ID!, $input: CourseSessionUpdateInput!) {
      answer: courseSessionUpdate(id: $id, version: 1, input: $input) { courseSession { id } errors { path code message } } }`;
    await data(editor, change, { id: off.id, input: { isCancelled: true } });
    expect(mistakes(await take(lead, { sessionId: off.id, presentIds: idsOf(0) }))).toEqual([
      ['WRONG_STATE', 'input.sessionId'],
    ]);
    expect(mistakes(await ask(editor, change, { id: sessionId, input: { isCancelled: true } }))).toEqual([
      ['WRONG_STATE', 'input.isCancelled'],
    ]);
    await asOwner(`update course_session set held_on = $1, is_cancelled = false where id = $2`, [later, off.id]);
    expect(mistakes(await take(lead, { sessionId: off.id, presentIds: idsOf(0) }))).toEqual([
      ['WRONG_STATE', 'input.sessionId'],
    ]);
  });

  it('is kept by editor, clerk and station lead, and by nobody else', async () => {
    const input = { sessionId, presentIds: idsOf(0) };
    for (const who of [editor, clerk, lead]) expect((await take(who, input)).data.answer.errors).toEqual([]);
    for (const who of [office, actors.editor('jobs', 'chijin'), actors.inspector()])
      expect(codes(await take(who, input))).toEqual(['FORBIDDEN']);
    expect(codes(await take(actors.clerk('huangzhawan'), input))).toEqual(['NOT_FOUND']);
    const [stranger] = await makePeople(actors.clerk('huangzhawan'), await stationId('620981105200'), 1);
    expect(codes(await take(clerk, { sessionId, presentIds: [stranger?.id] }))).toEqual(['NOT_FOUND']);
  });

  it('is refused by the database for a stranger, however it is written', async () => {
    const sql = `insert into attendance (tenant_id, id, course_id, session_id, enrolment_id, person_id, station_id, is_present)
      select tenant_id, gen_random_uuid(), course_id, session_id, enrolment_id, $1, station_id, true from attendance where session_id = $2 limit 1`;
    await expect(asOwner(sql, [people[5]?.id, sessionId])).rejects.toThrow(
      /attendance_enrolment_fkey|attendance_session_key/,
    );
  });
});
