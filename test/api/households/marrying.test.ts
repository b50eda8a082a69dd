import { beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, today } from '../../../api/kernel/index.js';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { makeJobs } from '../../support/jobs.js';
import type { Made } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { enrol, enrolmentsOf, makeCourse, makePeople, makeTraining, staffOf } from '../../support/training.js';

const { editor, office, clerk } = staffOf('chijin');
const there = staffOf('huangzhawan');
const jobs = actors.editor('jobs', 'chijin');
const admin = actors.admin();
const elsewhere = actors.clerk('daye', '450481');

const reason = '婚嫁迁入（示例）';
const join = `mutation ($input: MembershipMoveInput!) { membershipMove(input: $input) {
  membership { id household { id } } errors { path code message } } }`;
const file = `query ($id: ID!) { household(id: $id) { size memberships { validTo person { id
  enrolments(where: { state: { in: [APPLIED, ENROLLED, WAITING] } }) { nodes { id version state course { title } } }
  dispatches { id version state employerName } placements { id version title validTo } } } } }`;
const lists = `{ checkIns(first: 50) { nodes { id version months member { person { id } } } }
  jobSeekers(first: 50, where: { state: { in: [SEEKING] } }) { nodes { id version person { id } } }
  trainingDemands(first: 50, where: { state: { in: [REQUESTED] } }) { nodes { id version person { id } } } }`;
const retention = `query ($asOf: Date) { dispatchRetention(asOf: $asOf) { total { departed returned checks { months due done employed rows { id } } } } }`;

let [town, before, after] = ['', '', ''];
/** Who marries, and of her own people a brother who stays. */
let [bride, brother]: { id: string }[] = [{ id: '' }, { id: '' }];
let [parents, into] = ['', ''];
let batch: Made;
let seats: { running: Made; full: Made };

async function giveTraining(): Promise<{ running: Made; full: Made }> {
  const programme = await makeTraining(editor, office, town);
  const running = await makeCourse(editor, programme.id, { title: '刺绣班' });
  const full = await makeCourse(editor, programme.id, { title: '家政班', capacity: 1 });
  await enrol(editor, { courseId: running.id, personIds: [bride?.id] });
  await enrol(editor, { courseId: full.id, personIds: [brother?.id, bride?.id] });
  const item = await data(
    editor,
    `mutation ($input: TrainingMenuItemCreateInput!) { trainingMenuItemCreate(input: $input) { trainingMenuItem { id } errors { message } } }`,
    { input: { stationId: town, title: '烹饪', category: 'TECHNIQUE' } },
  );
  const { trainingDemandCreate } = await data(
    clerk,
    'mutation ($input: TrainingDemandCreateInput!) { trainingDemandCreate(input: $input) { errors { path message } } }',
    { input: { itemId: item.trainingMenuItemCreate.trainingMenuItem.id, personId: bride?.id, priority: 'USUAL' } },
  );
  expect(trainingDemandCreate.errors).toEqual([]);
  return { running, full };
}

async function giveJobs(): Promise<void> {
  const away = await makeJobs.programme(jobs, office, town, 'LABOUR_DISPATCH');
  const employer = await makeJobs.employer(jobs, town, { name: '远行铝业' });
  const opening = await makeJobs.opening(jobs, away.id, { employerId: employer.id });
  batch = await makeJobs.batch(jobs, opening.id);
  await makeJobs.departed(jobs, await makeJobs.members(jobs, batch.id, [bride?.id ?? '']));
  const welfare = await makeJobs.programme(jobs, office, town, 'PUBLIC_WELFARE');
  const post = await makeJobs.opening(jobs, welfare.id);
  await makeJobs.placement(jobs, { openingId: post.id, personId: bride?.id, validTo: addDays(today(), 90) });
  await makeJobs.seeker(clerk, bride?.id ?? '');
}

const move = (by: typeof clerk, input: object = {}) =>
  ask(by, join, { input: { personId: bride?.id, householdId: into, relation: 'CHILD_IN_LAW', reason, ...input } });

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
async function brideOf(by: typeof clerk): Promise<any> {
  const { household } = await data(by, file, { id: into });
  return household.memberships.find((one: { person: Made }) => one.person.id === bride?.id).person;
}

/** How many people of households a village counts as of a day. */
async function people(within: string, asOf: string): Promise<number> {
  const query = `query ($within: ID, $asOf: Date) { trainingCoverage(audience: ALL, period: { from: "2026-01-01", to: "2026-01-31" }, within: $within, asOf: $asOf) { personsTotal } }`;
  return (await data(actors.director(), query, { within, asOf })).trainingCoverage.personsTotal;
}

const withdraw = (by: typeof clerk, { id, version }: Made) =>
  ask(
    by,
    `mutation ($id: ID!, $version: Int!) { enrolmentWithdraw(id: $id, version: $version, reason: "已外嫁（示例）") { errors { code } } }`,
    { id, version },
  );

const ofBride = (page: { nodes: { person?: Made; member?: { person: Made } }[] }) =>
  page.nodes.filter(({ person, member }) => (person ?? member?.person)?.id === bride?.id);

beforeAll(async () => {
  [town, before, after] = (await Promise.all(
    ['620981102', '620981102201', '620981105202'].map((code) => stationId(code)),
  )) as [string, string, string];
  const people = await makePeople(clerk, before, 2);
  [bride, brother] = [people[1], people[0]] as [{ id: string }, { id: string }];
  parents = people[0]?.householdId ?? '';
  into = (await makeHousehold(there.clerk, after)).id;
  await makePerson(there.clerk, { householdId: into, relation: 'HEAD', name: '白安石' });
  seats = await giveTraining();
  await giveJobs();
}, 120_000);

describe('a person who marries into another town', () => {
  test('is not taken there by either town alone, for it takes the right to move at both ends', async () => {
    expect(codes(await move(clerk))).toEqual(['NOT_FOUND']);
    expect(codes(await move(there.clerk))).toEqual(['NOT_FOUND']);
    expect(codes(await move(elsewhere))).toEqual(['NOT_FOUND']);
    expect(codes(await move(editor))).toEqual(['FORBIDDEN']);
  });

  test('is taken there by the county’s administrator, once', async () => {
    const done = await move(admin);
    expect(done.data.membershipMove).toMatchObject({ errors: [], membership: { household: { id: into } } });
    expect((await move(admin)).data.membershipMove.errors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  test('is seen with all that is open for her in the file of the new household', async () => {
    const person = await brideOf(there.clerk);
    expect(person.enrolments.nodes).toMatchObject([
      { state: 'ENROLLED', course: { title: '刺绣班' } },
      { state: 'WAITING', course: { title: '家政班' } },
    ]);
    expect(person.dispatches).toMatchObject([{ state: 'DEPARTED', employerName: '远行铝业' }]);
    expect(person.placements).toMatchObject([{ title: '示例岗位' }]);
    expect((await data(clerk, 'query ($id: ID!) { person(id: $id) { id } }', bride)).person).toBeNull();
    expect((await data(elsewhere, file, { id: into })).household).toBeNull();
  });

  test('is on the lists of the new town’s clerk, and on none of the old one’s', async () => {
    const now = await data(there.clerk, lists);
    expect(ofBride(now.checkIns)).toHaveLength(3);
    expect(ofBride(now.jobSeekers)).toHaveLength(1);
    expect(ofBride(now.trainingDemands)).toHaveLength(1);
    const old = await data(clerk, lists);
    for (const name of ['checkIns', 'jobSeekers', 'trainingDemands'])
      expect([name, ofBride(old[name])]).toEqual([name, []]);
    const other = await data(elsewhere, lists);
    for (const name of ['checkIns', 'jobSeekers', 'trainingDemands'])
      expect([name, ofBride(other[name])]).toEqual([name, []]);
  });
});

describe('what is still to be done for her', () => {
  test('is done by the new town: a check-in, the way home, the search; the old one is told to whom to turn', async () => {
    const [checkIn] = ofBride((await data(there.clerk, lists)).checkIns) as unknown as Made[];
    const given = { id: checkIn?.id, version: checkIn?.version };
    const enter = `mutation ($id: ID!, $version: Int!) { checkInEnter(id: $id, version: $version, input: { isEmployed: true }) {
      checkIn { isEmployed } errors { path message } } }`;
    expect(codes(await ask(clerk, enter, given))).toEqual(['NOT_FOUND']);
    expect(codes(await ask(elsewhere, enter, given))).toEqual(['NOT_FOUND']);
    expect((await data(there.clerk, enter, given)).checkInEnter).toMatchObject({ errors: [] });
    expect(codes(await ask(there.clerk, enter, given))).toEqual(['STALE']);
    const [seeker] = ofBride((await data(there.clerk, lists)).jobSeekers) as unknown as Made[];
    const giveUp =
      'mutation ($id: ID!, $version: Int!) { jobSeekerWithdraw(id: $id, version: $version) { errors { message } } }';
    const search = { id: seeker?.id, version: seeker?.version };
    expect(codes(await ask(clerk, giveUp, search))).toEqual(['NOT_FOUND']);
    expect((await data(there.clerk, giveUp, search)).jobSeekerWithdraw.errors).toEqual([]);
  });

  test('is the end of her post too, which stays a post of the old town', async () => {
    const person = await brideOf(there.clerk);
    const [post] = person.placements;
    const end = `mutation ($id: ID!, $version: Int!, $validTo: Date!) {
      placementEnd(id: $id, version: $version, validTo: $validTo, reason: FAMILY) { placement { validTo } errors { path message } } }`;
    const given = { id: post.id, version: post.version, validTo: addDays(today(), 1) };
    expect(codes(await ask(jobs, end, given))).toEqual(['NOT_FOUND']);
    const done = await data(actors.editor('jobs', 'huangzhawan'), end, given);
    expect(done.placementEnd).toMatchObject({ errors: [], placement: { validTo: given.validTo } });
  });

  test('gives her the place for which she waited, once it is free', async () => {
    const [first] = await enrolmentsOf(editor, seats.full.id);
    expect((await withdraw(editor, first)).data.enrolmentWithdraw.errors).toEqual([]);
    expect((await brideOf(there.clerk)).enrolments.nodes[1]).toMatchObject({ state: 'ENROLLED' });
  });

  test('is leaving a course that she cannot reach any more, and whoever waits gets her place', async () => {
    const third = (await makePeople(clerk, before, 1))[0];
    await enrol(editor, { courseId: seats.full.id, personIds: [third?.id] });
    const hers = (await brideOf(there.clerk)).enrolments.nodes[1];
    expect(codes(await withdraw(elsewhere, hers))).toEqual(['NOT_FOUND']);
    expect(codes(await withdraw(actors.editor('jobs', 'huangzhawan'), hers))).toEqual(['FORBIDDEN']);
    expect(codes(await withdraw(there.clerk, { ...hers, version: hers.version - 1 }))).toEqual(['STALE']);
    expect((await withdraw(there.clerk, hers)).data.enrolmentWithdraw.errors).toEqual([]);
    expect(codes(await withdraw(there.clerk, hers))).toEqual(['STALE']);
    const seen = await enrolmentsOf(editor, seats.full.id);
    expect(seen.map(({ state }) => state)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'ENROLLED']);
  });

  test('is coming home, with which the batch of the old town is back', async () => {
    const [went] = (await brideOf(there.clerk)).dispatches;
    const back = `mutation ($id: ID!, $version: Int!) { dispatchMemberReturn(id: $id, version: $version, input: { reason: FAMILY }) {
      dispatchMember { state } errors { path message } } }`;
    const given = { id: went.id, version: went.version };
    expect(codes(await ask(clerk, back, given))).toEqual(['FORBIDDEN']);
    expect((await data(there.clerk, back, given)).dispatchMemberReturn).toMatchObject({ errors: [] });
    const { dispatchBatches } = await data(jobs, '{ dispatchBatches(first: 50) { nodes { id state } } }');
    expect(dispatchBatches.nodes.find(({ id }: Made) => id === batch.id)).toMatchObject({ state: 'RETURNED' });
  });
});

describe('the figures of where it happened', () => {
  test('stay there: who left, and how many of them stayed, also once the new town has asked', async () => {
    const here = (await data(clerk, retention)).dispatchRetention.total;
    expect(here).toMatchObject({ departed: 1, checks: [{ months: 1, due: 1, done: 1, employed: 1 }, {}, {}] });
    expect(here.checks[0].rows).toHaveLength(1);
    expect((await data(there.clerk, retention)).dispatchRetention.total).toMatchObject({ departed: 0 });
  });

  test('are the same as ever on the day before', async () => {
    const asOf = addDays(today(), -1);
    expect(await people(before, asOf)).toBe(3);
    expect(await people(after, asOf)).toBe(1);
    expect(await people(before, today())).toBe(2);
    expect(await people(after, today())).toBe(2);
  });
});

describe('a merger that is undone', () => {
  test('takes what is open for its people back to where they were', async () => {
    const { id, version } = (
      await data(clerk, 'query ($id: ID!) { household(id: $id) { id version } }', { id: parents })
    ).household;
    const beside = (await makeHousehold(clerk, await stationId('620981102202'))).id;
    await makeJobs.seeker(clerk, brother?.id ?? '');
    const merge = `mutation ($id: ID!, $version: Int!, $input: HouseholdMergeInput!) {
      householdMerge(id: $id, version: $version, input: $input) { householdChange { id } errors { path message } } }`;
    const input = { intoId: beside, relations: [{ personId: brother?.id, relation: 'HEAD' }], reason };
    const { householdMerge } = await data(clerk, merge, { id, version, input });
    expect(householdMerge.errors).toEqual([]);
    expect(await searchAt()).toBe('620981102202');
    const undo = `mutation ($id: ID!) { householdChangeUndo(id: $id, reason: "误并（示例）") { errors { path message } } }`;
    expect((await data(clerk, undo, householdMerge.householdChange)).householdChangeUndo.errors).toEqual([]);
    expect(await searchAt()).toBe('620981102201');
  });
});

async function searchAt(): Promise<string> {
  const query =
    '{ jobSeekers(first: 50, where: { state: { in: [SEEKING] } }) { nodes { person { id } station { code } } } }';
  const found = (await data(clerk, query)).jobSeekers.nodes.find(
    ({ person }: { person: Made }) => person.id === brother?.id,
  );
  return found.station.code;
}
