import { beforeAll, describe, expect, test } from '@jest/globals';
import { today } from '../../../api/kernel/index.js';
import { type Actor, actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { makeDistribution, makeItem } from '../../support/industry.js';
import { makeJobs } from '../../support/jobs.js';
import { type Made, make, programmeInput } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { enrol, makeCourse, makeTraining, staffOf, take } from '../../support/training.js';

const { editor, office, clerk } = staffOf('chijin');
const industry = actors.editor('industry', 'chijin');
const jobs = actors.editor('jobs', 'chijin');
const admin = actors.admin();
const reason = '撤并（示例）';

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

let [gone, kept, town] = ['', '', ''];
let leadKept: Actor = {};
const had: Record<string, Made> = {};

async function leadOf(at: string, somebody: Actor): Promise<Actor> {
  const search = somebody.account?.split('@')[0];
  const query = 'query ($search: String) { users(where: { search: $search }) { nodes { id account } } }';
  const { users } = await data(admin, query, { search });
  const { id } = users.nodes.find((user: { account: string }) => user.account === somebody.account);
  const give = 'mutation ($input: GrantCreateInput!) { grantCreate(input: $input) { errors { path message } } }';
  const input = { userId: id, role: 'STATION_LEAD', stationId: at, validFrom: '2026-01-01' };
  expect((await data(admin, give, { input })).grantCreate.errors).toEqual([]);
  return somebody;
}

/** A village with a course under way, a post with its holder, a distribution and a loan; its programmes are the town's. */
async function giveRecords(): Promise<void> {
  const { id: householdId, code } = await makeHousehold(clerk, gone);
  const person = await makePerson(clerk, { householdId, relation: 'HEAD', name: '周安芳' });
  const training = await makeTraining(editor, office, town);
  const course = { stationId: gone, startsOn: '2026-03-02', endsOn: '2026-12-31' };
  had.course = await makeCourse(editor, training.id, course);
  await enrol(clerk, { courseId: had.course?.id, personIds: [person.id] });
  const work = await makeJobs.programme(jobs, office, town, 'PUBLIC_WELFARE');
  had.opening = await makeJobs.opening(jobs, work.id, { stationId: gone });
  had.placement = await makeJobs.placement(jobs, { openingId: had.opening?.id, personId: person.id });
  let raising = await make.programme(industry, 'industry', programmeInput('industry', town));
  for (const step of ['Submit', 'Approve', 'Start'])
    raising = await make.step(step === 'Approve' ? office : industry, 'industry', step, raising);
  const item = await makeItem(industry);
  const rows = [{ householdId, quantity: { amount: '20', unit: 'PLANT' } }];
  had.item = item;
  had.line = await makeDistribution(industry, { programmeId: raising.id, itemId: item.id, onDay: '2026-05-06', rows });
  const lend = `mutation ($input: LoanCreateInput!) { loanCreate(input: $input) { loan { id version } errors { path message } } }`;
  const loan = { householdCode: code, amount: '30000', lender: '示例农商行', appliedOn: '2026-05-01' };
  const { loanCreate } = await data(industry, lend, { input: loan });
  had.loan = loanCreate.loan;
}

async function versionOf(id: string): Promise<Made> {
  return (await data(admin, 'query ($id: ID!) { station(id: $id) { id version } }', { id })).station;
}

beforeAll(async () => {
  town = await stationId('620981102');
  [gone, kept] = [await stationId('620981102204'), await stationId('620981102205')];
  leadKept = await leadOf(kept, actors.helper('chijin'));
  await giveRecords();
}, 120_000);

const refused = /1 户.*1 门课程未办结.*1 个岗位未办结.*1 条上岗记录未办结.*1 笔贷款未办结/;

describe('a village with open records', () => {
  test('tells before it is closed how many of each there are', async () => {
    const preview = `query ($id: ID!, $act: StationAct!, $from: Date!) { stationActPreview(id: $id, act: $act, from: $from) {
      programmes openProgrammes households openRecords refusal } }`;
    const { stationActPreview: seen } = await data(admin, preview, { id: gone, act: 'CLOSE', from: today() });
    expect(seen).toMatchObject({ openProgrammes: 0, households: 1, openRecords: 4 });
    expect(seen.refusal).toMatch(refused);
  });

  test('is not closed without somebody to take them over, and says the same', async () => {
    const close = `mutation ($id: ID!, $version: Int!, $input: StationCloseInput!) {
      stationClose(id: $id, version: $version, input: $input) { station { id } errors { path code message } } }`;
    const { stationClose } = await data(admin, close, { ...(await versionOf(gone)), input: { from: today(), reason } });
    expect(stationClose).toMatchObject({ station: null, errors: [{ path: ['input', 'handOverToId'] }] });
    expect(stationClose.errors[0].message).toMatch(refused);
  });

  test('counts no record that is over', async () => {
    const end = `mutation ($id: ID!, $version: Int!) { loanWithdraw(id: $id, version: $version, reason: "不再申请") { errors { message } } }`;
    const other = `mutation ($input: LoanCreateInput!) { loanCreate(input: $input) { loan { id version } errors { message } } }`;
    const query = 'query ($id: ID!) { loan(id: $id) { household { code } } }';
    const { code: householdCode } = (await data(industry, query, { id: had.loan?.id })).loan.household;
    const input = { householdCode, amount: '100', lender: '示例农商行', appliedOn: '2026-05-01' };
    const made = (await data(industry, other, { input })).loanCreate.loan;
    const preview = `query ($id: ID!, $from: Date!) { stationActPreview(id: $id, act: CLOSE, from: $from) { openRecords } }`;
    const count = async () => (await data(admin, preview, { id: gone, from: today() })).stationActPreview.openRecords;
    expect(await count()).toBe(5);
    expect((await data(industry, end, made)).loanWithdraw.errors).toEqual([]);
    expect(await count()).toBe(4);
  });
});

describe('a village that is merged into another', () => {
  beforeAll(async () => {
    const merge = `mutation ($id: ID!, $version: Int!, $input: StationMergeInput!) {
      stationMerge(id: $id, version: $version, input: $input) { station { closedOn } errors { path message } } }`;
    const input = { intoId: kept, from: today(), reason };
    const { stationMerge } = await data(admin, merge, { ...(await versionOf(gone)), input });
    expect(stationMerge.errors).toEqual([]);
  });

  const lists = `query ($within: ID!, $item: ID!) {
    courses(where: { within: $within }) { nodes { id enrolments { nodes { person { name } } } } }
    openings(where: { within: $within }) { nodes { id } }
    placements(where: { within: $within }) { nodes { id } }
    distributions(where: { within: $within, item: { in: [$item] } }) { nodes { id } }
    loans(where: { within: $within, state: { in: [APPLIED] } }) { nodes { id } } }`;
  const all = () => ({
    courses: { nodes: [{ id: had.course?.id, enrolments: { nodes: [{ person: { name: '周安芳' } }] } }] },
    openings: { nodes: [{ id: had.opening?.id }] },
    placements: { nodes: [{ id: had.placement?.id }] },
    distributions: { nodes: [{ id: had.line?.id }] },
    loans: { nodes: [{ id: had.loan?.id }] },
  });

  test('hands its records to the successor, whose lead sees every one of them', async () => {
    expect(await data(leadKept, lists, { within: kept, item: had.item?.id })).toEqual(all());
  });

  test('lets the successor’s lead and the town go on with them', async () => {
    const check = `mutation ($input: SurvivalCheckCreateInput!) { survivalCheckCreate(input: $input) { errors { message } } }`;
    const input = { distributionId: had.line?.id, onDay: '2026-06-01', alive: '18' };
    expect((await data(leadKept, check, { input })).survivalCheckCreate.errors).toEqual([]);
    const sessions = `mutation ($input: CourseSessionsCreateInput!) { courseSessionsCreate(input: $input) {
      course { sessions { id } } errors { message } } }`;
    const planned = { courseId: had.course?.id, days: ['2026-04-01'], topic: '饲养' };
    const { courseSessionsCreate } = await data(editor, sessions, { input: planned });
    expect(courseSessionsCreate.errors).toEqual([]);
    const [session] = courseSessionsCreate.course.sessions;
    const taken = await take(leadKept, { sessionId: session.id, presentNames: ['周安芳'] });
    expect(taken.data.answer).toMatchObject({ errors: [], roster: { isWritten: true } });
    const end = `mutation ($id: ID!, $version: Int!) { placementEnd(id: $id, version: $version, validTo: "2026-06-01", reason: FAMILY) {
      placement { validTo } errors { path message } } }`;
    expect((await data(jobs, end, { ...had.placement })).placementEnd).toMatchObject({ errors: [] });
    const grant = `mutation ($id: ID!, $version: Int!) { loanGrant(id: $id, version: $version, on: "2026-05-10", dueOn: "2029-05-10") {
      loan { state } errors { path message } } }`;
    const { loan } = await data(industry, 'query ($id: ID!) { loan(id: $id) { id version } }', { id: had.loan?.id });
    expect((await data(industry, grant, loan)).loanGrant).toMatchObject({
      errors: [],
      loan: { state: 'GRANTED' },
    });
  });

  test('leaves what was given in the figures of where it was given', async () => {
    const query = `query ($item: ID!, $within: ID!) { distributions(where: { item: { in: [$item] }, within: $within }) { totalCount } }`;
    const count = async (within: string) =>
      (await data(clerk, query, { item: had.item?.id, within })).distributions.totalCount;
    expect([await count(gone), await count(kept), await count(town)]).toEqual([1, 1, 1]);
  });

  test('is nothing to the lead of another village', async () => {
    const other = await leadOf(await stationId('620981102206'), actors.volunteer('chijin'));
    const seen: Shape = await data(other, lists, { within: kept, item: had.item?.id });
    for (const name of ['openings', 'placements', 'distributions', 'loans']) expect(seen[name].nodes).toEqual([]);
    expect(seen.courses.nodes).toEqual([]);
    const check = `mutation ($input: SurvivalCheckCreateInput!) { survivalCheckCreate(input: $input) { errors { message } } }`;
    const input = { distributionId: had.line?.id, onDay: '2026-06-02', alive: '18' };
    expect(codes(await ask(other, check, { input }))).toEqual(['NOT_FOUND']);
  });
});
