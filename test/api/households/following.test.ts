import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import {
  makeContract,
  makeCooperative,
  makeDistribution,
  makeIntention,
  makeItem,
  stepContract,
} from '../../support/industry.js';
import { makeJobs } from '../../support/jobs.js';
import { type Made, make, programmeInput } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { enrol, makeCourse, makeTraining, staffOf, take } from '../../support/training.js';

const { editor, office, clerk } = staffOf('chijin');
const industry = actors.editor('industry', 'chijin');
const jobs = actors.editor('jobs', 'chijin');
const admin = actors.admin();

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

/** The two village leads between whom the household moves, and everything that it had before. */
let [before, after] = ['', ''];
let [leadBefore, leadAfter]: [Actor, Actor] = [{}, {}];
let household: Made & { code: string };
let person: Made;
const had: Record<string, Made> = {};

/** Makes somebody who works in the town the lead of a village. */
async function leadOf(at: string, somebody: Actor): Promise<Actor> {
  const search = somebody.account?.split('@')[0];
  const { users } = await data(
    admin,
    'query ($search: String) { users(where: { search: $search }) { nodes { id account } } }',
    {
      search,
    },
  );
  const { id } = users.nodes.find((user: { account: string }) => user.account === somebody.account);
  const give = 'mutation ($input: GrantCreateInput!) { grantCreate(input: $input) { errors { path message } } }';
  const input = { userId: id, role: 'STATION_LEAD', stationId: at, validFrom: '2026-01-01' };
  expect((await data(admin, give, { input })).grantCreate.errors).toEqual([]);
  return somebody;
}

async function running(kind: 'industry', by: Actor, at: string): Promise<Made> {
  let made = await make.programme(by, kind, programmeInput(kind, at));
  for (const step of ['Submit', 'Approve', 'Start'])
    made = await make.step(step === 'Approve' ? office : by, kind, step, made);
  return made;
}

async function giveTraining(): Promise<void> {
  const programme = await makeTraining(editor, office, before);
  const course = await makeCourse(editor, programme.id, { title: '养殖技术班' });
  await enrol(editor, { courseId: course.id, personIds: [person.id] });
  had.course = course;
  const holder = await data(
    clerk,
    'mutation ($input: KnowHowHolderCreateInput!) { knowHowHolderCreate(input: $input) { knowHowHolder { id version } errors { message } } }',
    { input: { personId: person.id, topic: '养羊', trainedOn: '2026-03-01' } },
  );
  had.holder = holder.knowHowHolderCreate.knowHowHolder;
}

async function giveJobs(): Promise<void> {
  const town = await stationId('620981102');
  const programme = await makeJobs.programme(jobs, office, town, 'LABOUR_DISPATCH');
  const employer = await makeJobs.employer(jobs, town, { name: '远行铝业' });
  const opening = await makeJobs.opening(jobs, programme.id, { employerId: employer.id });
  had.seeker = await makeJobs.seeker(clerk, person.id);
  const batch = await makeJobs.batch(jobs, opening.id);
  const joined = await makeJobs.members(jobs, batch.id, [person.id]);
  await makeJobs.departed(jobs, joined);
  const other = await makePerson(clerk, { householdId: household.id, relation: 'CHILD', name: '周安禾' });
  had.second = await makeJobs.seeker(clerk, other.id);
}

async function giveIndustry(): Promise<void> {
  const programme = await running('industry', industry, before);
  const item = await makeItem(industry);
  const quantity = { amount: '20', unit: 'PLANT' };
  const rows = [{ householdId: household.id, quantity }];
  had.line = await makeDistribution(industry, {
    programmeId: programme.id,
    itemId: item.id,
    onDay: '2026-05-06',
    rows,
  });
  had.programme = programme;
  had.item = item;
  had.intention = await makeIntention(clerk, { householdId: household.id, itemId: item.id, year: 2026, quantity });
  const cooperative = await makeCooperative(industry, await stationId('620981102'));
  const terms = { householdId: household.id, programmeId: programme.id, cooperativeId: cooperative.id };
  const contract = await makeContract(industry, { ...terms, startsOn: '2026-03-01' });
  had.contract = await stepContract(industry, contract, 3, '2026-03-01');
}

const file = `query ($id: ID!) { household(id: $id) {
  enrolments { nodes { id state attendedCount course { title } } }
  dispatches { id state employerName } distributions { nodes { id onDay } } livestockContracts { nodes { id state } } } }`;

const lists = `query ($village: ID!) {
  checkIns(first: 50) { nodes { member { person { id } } } }
  jobSeekers(first: 50, where: { state: { in: [SEEKING] } }) { nodes { id } }
  knowHowHolders(first: 50) { nodes { id } }
  intentions(first: 50, where: { within: $village }) { nodes { id } }
  livestockContracts(first: 50, where: { within: $village }) { nodes { id } }
  livestockInstalments(first: 50, where: { within: $village }) { totalCount } }`;

const ids = (page: Shape): string[] => page.nodes.map((node: Made) => node.id);

beforeAll(async () => {
  [before, after] = [await stationId('620981102201'), await stationId('620981102202')];
  [leadBefore, leadAfter] = [
    await leadOf(before, actors.helper('chijin')),
    await leadOf(after, actors.volunteer('chijin')),
  ];
  household = await makeHousehold(clerk, before);
  person = await makePerson(clerk, { householdId: household.id, relation: 'HEAD', name: '周安远' });
  await giveTraining();
  await giveJobs();
  await giveIndustry();
  const query = 'query ($id: ID!) { household(id: $id) { id version } }';
  const seen = (await data(clerk, query, { id: household.id })).household;
  const { householdMove } = await data(
    clerk,
    `mutation ($id: ID!, $version: Int!, $input: HouseholdMoveInput!) {
       householdMove(id: $id, version: $version, input: $input) { errors { path message } } }`,
    { ...seen, input: { stationId: after, reason: '易地搬迁（示例）' } },
  );
  expect(householdMove.errors).toEqual([]);
}, 120_000);

describe('what a household was given before it moved', () => {
  test('is in its file for the lead of the new village, with the course that it was', async () => {
    const { household: seen } = await data(leadAfter, file, { id: household.id });
    expect(seen.enrolments.nodes).toMatchObject([{ state: 'ENROLLED', course: { title: '养殖技术班' } }]);
    expect(seen.dispatches).toMatchObject([{ state: 'DEPARTED', employerName: '远行铝业' }]);
    expect(ids(seen.distributions)).toEqual([had.line?.id]);
    expect(ids(seen.livestockContracts)).toEqual([had.contract?.id]);
  });

  test('is answered for by the new village alone: it looks at what is alive, the old one is told to whom to turn', async () => {
    const check = `mutation ($input: SurvivalCheckCreateInput!) { survivalCheckCreate(input: $input) {
      survivalCheck { id } errors { path message } } }`;
    const input = { distributionId: had.line?.id, onDay: '2026-06-01', alive: '18' };
    const refused = await ask(leadBefore, check, { input });
    expect(codes(refused)).toEqual(['FORBIDDEN']);
    expect(refused.errors?.[0]?.message).toMatch(/已迁到您的范围之外/);
    const done = await data(leadAfter, check, { input });
    expect(done.survivalCheckCreate.errors).toEqual([]);
  });

  test('stays in the figures of the old village, and comes into none of the new one', async () => {
    const query = `query ($within: ID!, $item: ID!) { distributions(where: { within: $within, item: { in: [$item] } }) { totalCount } }`;
    const item = had.item?.id;
    const counts = [];
    for (const within of [before, after])
      counts.push((await data(clerk, query, { within, item })).distributions.totalCount);
    expect(counts).toEqual([1, 0]);
    expect((await data(leadBefore, query, { within: before, item })).distributions.totalCount).toBe(1);
  });

  test('leaves the course with who gives it: attendance is taken there, and counted in the file of the new village', async () => {
    const sessions = `mutation ($input: CourseSessionsCreateInput!) { courseSessionsCreate(input: $input) {
      course { sessions { id } } errors { message } } }`;
    const { courseSessionsCreate } = await data(editor, sessions, {
      input: { courseId: had.course?.id, days: ['2026-04-01'], topic: '饲养' },
    });
    const [session] = courseSessionsCreate.course.sessions;
    const taken = await take(editor, { sessionId: session.id, presentNames: ['周安远'] });
    expect(taken.data.answer).toMatchObject({ errors: [], roster: { isWritten: true } });
    const { household: seen } = await data(leadAfter, file, { id: household.id });
    expect(seen.enrolments.nodes).toMatchObject([{ attendedCount: 1 }]);
  });

  test('is of no use to a village that has nothing to do with it', async () => {
    const third = await leadOf(await stationId('620981102203'), actors.person('team.chijin@620981'));
    expect((await data(third, file, { id: household.id })).household).toBeNull();
    const check = `mutation ($input: SurvivalCheckCreateInput!) { survivalCheckCreate(input: $input) { errors { message } } }`;
    const input = { distributionId: had.line?.id, onDay: '2026-06-02', alive: '18' };
    expect(codes(await ask(third, check, { input }))).toEqual(['NOT_FOUND']);
  });
});

describe('what is still to be done for a household that moved', () => {
  test('is on the lists of the new village, and on none of the old one', async () => {
    const now = await data(leadAfter, lists, { village: after });
    expect(now.checkIns.nodes).toHaveLength(3);
    expect(now.checkIns.nodes[0].member.person.id).toBe(person.id);
    expect(ids(now.jobSeekers)).toEqual([had.second?.id]);
    expect(ids(now.knowHowHolders)).toEqual([had.holder?.id]);
    expect(ids(now.intentions)).toEqual([had.intention?.id]);
    expect(ids(now.livestockContracts)).toEqual([had.contract?.id]);
    expect(now.livestockInstalments.totalCount).toBe(4);
    const old = await data(leadBefore, lists, { village: before });
    for (const name of ['checkIns', 'jobSeekers', 'knowHowHolders', 'intentions', 'livestockContracts'])
      expect([name, old[name].nodes]).toEqual([name, []]);
  });

  test('is done by the new village: a check-in, the way home, the search, the wish', async () => {
    const query = '{ checkIns(first: 1) { nodes { id version member { id version } } } }';
    const [{ member, ...checkIn }] = (await data(leadAfter, query)).checkIns.nodes;
    const enter = `mutation ($id: ID!, $version: Int!) { checkInEnter(id: $id, version: $version, input: { isEmployed: true }) {
      checkIn { isEmployed } errors { path message } } }`;
    expect(codes(await ask(leadBefore, enter, checkIn))).toEqual(['NOT_FOUND']);
    expect((await data(leadAfter, enter, checkIn)).checkInEnter).toMatchObject({
      errors: [],
      checkIn: { isEmployed: true },
    });
    const back = `mutation ($id: ID!, $version: Int!) { dispatchMemberReturn(id: $id, version: $version, input: { reason: FAMILY }) {
      dispatchMember { state } errors { path message } } }`;
    expect(codes(await ask(leadBefore, back, member))).toEqual(['FORBIDDEN']);
    expect((await data(leadAfter, back, member)).dispatchMemberReturn).toMatchObject({ errors: [] });
    const end =
      'mutation ($id: ID!, $version: Int!) { jobSeekerWithdraw(id: $id, version: $version) { errors { message } } }';
    const { jobSeekers } = await data(
      leadAfter,
      '{ jobSeekers(where: { state: { in: [SEEKING] } }) { nodes { id version } } }',
    );
    expect((await data(leadAfter, end, jobSeekers.nodes[0])).jobSeekerWithdraw.errors).toEqual([]);
  });
});
