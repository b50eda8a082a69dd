import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { makeItem } from '../../support/industry.js';
import { makeJobs } from '../../support/jobs.js';
import { type Made, make, programmeInput } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { asApplication, asOwner, refusalOf } from '../../support/sql.js';
import { enrol, enrolmentsOf, makeCourse, makeSessions, makeTraining, staffOf } from '../../support/training.js';

const { editor, office, clerk, lead } = staffOf('chijin');
const sibling = staffOf('huangzhawan');
const county = actors.countyEditor('training');
const industry = actors.editor('industry', 'chijin');
const jobs = actors.editor('jobs', 'chijin');

const siblingTown = '620981105';
let town = '';
let village = '';
let beside = '';

async function someone(by: Actor, at: string): Promise<Made & { householdId: string }> {
  const { id: householdId } = await makeHousehold(by, at);
  return { ...(await makePerson(by, { householdId, relation: 'HEAD', name: '周安和' })), householdId };
}

beforeAll(async () => {
  town = await stationId('620981102');
  const grants = '{ me { grants { station { id code } } } }';
  village = (await data(lead, grants)).me.grants[0].station.id;
  const { stations } = await data(
    clerk,
    'query ($within: ID!) { stations(where: { within: $within, level: { in: [VILLAGE] } }) { nodes { id } } }',
    { within: town },
  );
  beside = stations.nodes.find((one: { id: string }) => one.id !== village).id;
});

describe('a course that the town gives', () => {
  let course: { id: string; version: number };
  let programme: Made;
  let villager: Made;
  let neighbour: Made;

  beforeAll(async () => {
    programme = await makeTraining(editor, office, town);
    course = await makeCourse(editor, programme.id, { capacity: 2 });
    villager = await someone(lead, village);
    neighbour = await someone(clerk, beside);
    await enrol(clerk, { courseId: course.id, personIds: [neighbour.id] });
  });

  test('is seen by the village’s lead, with its places and sessions', async () => {
    await makeSessions(editor, course.id, ['2026-03-05']);
    const query = `query ($id: ID!) { course(id: $id) { title capacity enrolledCount waitingCount sessions { heldOn }
      classGroups { enrolledCount } programme { state } enrolments { totalCount } } }`;
    const { course: seen } = await data(lead, query, { id: course.id });
    expect(seen).toMatchObject({
      capacity: 2,
      enrolledCount: 1,
      sessions: [{ heldOn: '2026-03-05' }],
      classGroups: [{ enrolledCount: 1 }],
    });
    expect(seen.enrolments.totalCount).toBe(0);
    const { courses } = await data(lead, '{ courses(first: 100) { nodes { id } } }');
    expect(courses.nodes.map((one: Made) => one.id)).toContain(course.id);
  });

  test('takes a villager whom the lead enrols; of the others the lead sees the number alone', async () => {
    const answer = await enrol(lead, { courseId: course.id, personIds: [villager.id] });
    expect(answer.data.answer).toMatchObject({
      errors: [],
      roster: { isWritten: true, rows: [{ outcome: 'DONE', state: 'ENROLLED', enrolment: { no: 2 } }] },
    });
    expect((await enrolmentsOf(lead, course.id)).map((one) => one.person.id)).toEqual([villager.id]);
    expect(await enrolmentsOf(editor, course.id)).toHaveLength(2);
    const { course: seen } = await data(lead, 'query ($id: ID!) { course(id: $id) { enrolledCount } }', course);
    expect(seen.enrolledCount).toBe(2);
  });

  test('is full for the next villager, who waits', async () => {
    const next = await someone(lead, village);
    const answer = await enrol(lead, { courseId: course.id, personIds: [next.id] });
    expect(answer.data.answer.roster).toMatchObject({ waitingCount: 1, rows: [{ state: 'WAITING' }] });
  });

  test('enrols nobody of another village for the lead, by id or by name', async () => {
    const other = await someone(clerk, beside);
    expect(codes(await enrol(lead, { courseId: course.id, personIds: [other.id] }))).toEqual(['NOT_FOUND']);
    const stranger = await makePerson(clerk, { ...(await ofHousehold(beside)), name: '奚独一' });
    expect(stranger.name).toBe('奚独一');
    const byName = await enrol(lead, { courseId: course.id, names: ['奚独一'] });
    expect(byName.data.answer.roster).toMatchObject({ isWritten: false, rows: [{ outcome: 'REFUSED' }] });
  });

  test('is the town’s to plan, to take attendance of, to complete and to withdraw from', async () => {
    const [mine] = await enrolmentsOf(lead, course.id);
    const refused = [
      ask(lead, 'mutation ($id: ID!) { enrolmentsComplete(courseId: $id) { errors { code } } }', course),
      ask(lead, 'mutation ($id: ID!) { enrolmentsAdmit(courseId: $id) { errors { code } } }', course),
      ask(
        lead,
        'mutation ($id: ID!, $version: Int!) { enrolmentWithdraw(id: $id, version: $version, reason: "外出") { errors { code } } }',
        mine,
      ),
    ];
    for (const answer of await Promise.all(refused)) expect(codes(answer)).toEqual(['FORBIDDEN']);
    const update = `mutation ($id: ID!, $version: Int!) { courseUpdate(id: $id, version: $version, input: { capacity: 9 }) { errors { code } } }`;
    expect(codes(await ask(lead, update, course))).toEqual(['FORBIDDEN']);
  });

  test('shows nothing else of the town: no step, no revision, no draft, and nothing of a sibling town', async () => {
    const query = `query ($id: ID!) { trainingProgramme(id: $id) { state steps { act } revisions { no } } }`;
    expect((await data(lead, query, { ...programme })).trainingProgramme).toEqual({
      state: 'RUNNING',
      steps: [],
      revisions: [],
    });
    const draft = await make.programme(editor, 'training', programmeInput('training', town));
    expect((await data(lead, query, { ...draft })).trainingProgramme).toBeNull();
    const { programmes } = await data(lead, '{ programmes(first: 100) { nodes { station { id } } } }');
    expect(programmes.nodes.every((one: { station: Made }) => one.station.id === village)).toBe(true);
    expect(codes(await enrol(sibling.lead, { courseId: course.id, personIds: [villager.id] }))).toEqual(['NOT_FOUND']);
  });

  test('is not opened by reading alone: who may not enrol anywhere is refused, as is a partner', async () => {
    expect(codes(await enrol(jobs, { courseId: course.id, personIds: [villager.id] }))).toEqual(['FORBIDDEN']);
    const key = await make.key(actors.admin(), { scopes: ['TRAINING'], stationIds: [village] });
    const partner = actors.partner(key.secret);
    expect((await data(partner, 'query ($id: ID!) { course(id: $id) { id } }', course)).course).toBeNull();
  });

  test('is closed to the village once its programme is no longer under way', async () => {
    const ended = await makeTraining(editor, office, town, 'FINISHED');
    const running = await makeTraining(editor, office, town);
    const late = await makeCourse(editor, running.id);
    await make.step(editor, 'training', 'Finish', running);
    expect(ended.id).not.toBe(running.id);
    expect(codes(await enrol(lead, { courseId: late.id, personIds: [villager.id] }))).toEqual(['NOT_FOUND']);
    expect((await enrol(clerk, { courseId: late.id, personIds: [villager.id] })).data.answer.errors).toMatchObject([
      { code: 'WRONG_STATE' },
    ]);
  });

  test('of two who enrol for the last place at once, from village and town, one gets it', async () => {
    const narrow = await makeCourse(editor, programme.id, { capacity: 1 });
    const [mine, theirs] = [await someone(lead, village), await someone(clerk, beside)];
    const answers = await Promise.all([
      enrol(lead, { courseId: narrow.id, personIds: [mine.id] }),
      enrol(clerk, { courseId: narrow.id, personIds: [theirs.id] }),
    ]);
    const states = answers.map((answer) => answer.data.answer.roster.rows[0].state);
    expect(states.sort()).toEqual(['ENROLLED', 'WAITING']);
  });

  test('of the county is open to a town’s clerk and a village’s lead alike', async () => {
    const root = await stationId('620981');
    const wide = await makeCourse(county, (await makeTraining(county, actors.director(), root)).id);
    for (const [by, at] of [
      [clerk, beside],
      [lead, village],
    ] as const) {
      const person = await someone(by, at);
      const answer = await enrol(by, { courseId: wide.id, personIds: [person.id] });
      expect(answer.data.answer).toMatchObject({ errors: [], roster: { doneCount: 1 } });
    }
  });

  test('the database itself lets a village’s lead into no course that is not offered', async () => {
    const [tenant] = await asOwner<{ id: number }>(`select id from tenant where code = '620981'`);
    const draftOf = await makeTraining(sibling.editor, sibling.office, await stationId(siblingTown));
    const foreign = await makeCourse(sibling.editor, draftOf.id);
    const [row] = await asOwner<{ g: string; s: string }>(
      'select g.id as g, g.station_id as s from class_group g where g.course_id = $1',
      [foreign.id],
    );
    const insert = `insert into enrolment (tenant_id, id, course_id, class_group_id, station_id, person_id, no, state, state_since)
      values ($1, gen_random_uuid(), $2, $3, $4, $5, 1, 'ENROLLED', current_date)`;
    await asApplication({ tenant: tenant?.id ?? 0, stations: village }, async (client) => {
      const values = [tenant?.id, foreign.id, row?.g, row?.s, villager.id];
      expect(await refusalOf(client, insert, values)).toMatch(/^42501 new row violates row-level security/);
      const { rowCount } = await client.query('update course set title = title where id = $1', [course.id]);
      expect(rowCount).toBe(0);
    });
  });
});

async function ofHousehold(at: string): Promise<{ householdId: string; relation: string }> {
  return { householdId: (await makeHousehold(clerk, at)).id, relation: 'HEAD' };
}

describe('what a town’s industry programme gives out', () => {
  const enter = `mutation ($input: DistributionsCreateInput!) { distributionsCreate(input: $input) {
    entry { doneCount skippedCount rows { no reason distribution { id } } } errors { path code message } } }`;

  test('the lead enters for the village’s own households, and for no other', async () => {
    let programme = await make.programme(industry, 'industry', programmeInput('industry', town));
    for (const step of ['Submit', 'Approve', 'Start'])
      programme = await make.step(step === 'Approve' ? office : industry, 'industry', step, programme);
    const item = await makeItem(industry);
    const [mine, theirs] = [await makeHousehold(lead, village), await makeHousehold(clerk, beside)];
    const quantity = { amount: '5', unit: 'PLANT' };
    const input = { programmeId: programme.id, itemId: item.id, onDay: '2026-05-06' };
    const rows = [mine, theirs].map(({ id }) => ({ householdId: id, quantity }));
    const said = await data(lead, enter, { input: { ...input, rows } });
    expect(said.distributionsCreate).toMatchObject({
      errors: [],
      entry: { doneCount: 1, skippedCount: 1, rows: [{ reason: null }, { reason: '没有这户。' }] },
    });
    await data(clerk, enter, { input: { ...input, rows: rows.slice(1) } });
    const lines = `query ($id: ID!) { distributions(where: { programme: { in: [$id] } }) { totalCount } }`;
    expect((await data(lead, lines, { ...programme })).distributions.totalCount).toBe(1);
    expect((await data(clerk, lines, { ...programme })).distributions.totalCount).toBe(2);
    const picked = '{ industryProgrammes(first: 100) { nodes { id } } }';
    const ids = (await data(lead, picked)).industryProgrammes.nodes.map((one: Made) => one.id);
    expect(ids).toContain(programme.id);
    const edit = `mutation ($id: ID!, $version: Int!) { industryProgrammeFinish(id: $id, version: $version) { errors { code } } }`;
    expect(codes(await ask(lead, edit, { ...programme }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(sibling.lead, enter, { input: { ...input, rows } }))).toEqual(['NOT_FOUND']);
  });
});

describe('a batch of workers that the town sends', () => {
  const add = `mutation ($id: ID!, $input: DispatchMembersAddInput!) { dispatchMembersAdd(id: $id, input: $input) {
    dispatchBatch { id version members { person { id } } } errors { path code message } } }`;

  test('takes villagers whom the lead adds, as long as there are places, and is the town’s to let go', async () => {
    const programme = await makeJobs.programme(jobs, office, town, 'LABOUR_DISPATCH');
    const employer = await makeJobs.employer(jobs, town, { name: '远方铝业' });
    const opening = await makeJobs.opening(jobs, programme.id, { employerId: employer.id, headcount: 2 });
    const batch = await makeJobs.batch(jobs, opening.id);
    const theirs = await someone(clerk, beside);
    await makeJobs.members(jobs, batch.id, [theirs.id]);
    const mine = await someone(lead, village);
    const input = { personIds: [mine.id], grade: 'GENERAL' };
    const said = await data(lead, add, { id: batch.id, input });
    expect(said.dispatchMembersAdd).toMatchObject({
      errors: [],
      dispatchBatch: { members: [{ person: { id: mine.id } }] },
    });
    const third = await someone(lead, village);
    const full = await data(lead, add, { id: batch.id, input: { ...input, personIds: [third.id] } });
    expect(full.dispatchMembersAdd.errors).toMatchObject([{ code: 'OUT_OF_RANGE', message: '名额只剩 0 个。' }]);
    const foreign = await data(lead, add, { id: batch.id, input: { ...input, personIds: [theirs.id] } });
    expect(foreign.dispatchMembersAdd.errors[0]).toMatchObject({ code: 'NOT_FOUND' });
    const depart =
      'mutation ($id: ID!, $version: Int!) { dispatchBatchDepart(id: $id, version: $version) { errors { code } } }';
    expect(codes(await ask(lead, depart, { ...batch }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(sibling.lead, add, { id: batch.id, input }))).toEqual(['NOT_FOUND']);
  });
});
