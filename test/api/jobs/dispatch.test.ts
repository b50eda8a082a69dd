import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { makeJobs } from '../../support/jobs.js';
import type { Made } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';

const [editor, director, clerk] = [actors.countyEditor('jobs'), actors.director(), actors.clerk('chijin')];
const addMembers = `mutation ($id: ID!, $input: DispatchMembersAddInput!, $key: String) {
  dispatchMembersAdd(id: $id, input: $input, idempotencyKey: $key) {
    dispatchBatch { members { batchNumber employerName grade wage state person { name } station { code } } }
    errors { path code message } } }`;
const checkIn = `mutation ($id: ID!, $version: Int!, $input: CheckInEnterInput!) {
  checkInEnter(id: $id, version: $version, input: $input) { checkIn { version isEmployed wage isOverdue } errors { path code } } }`;
const depart = `mutation ($id: ID!, $version: Int!, $day: Date) { dispatchBatchDepart(id: $id, version: $version, day: $day) {
  dispatchBatch { state day } errors { path code } } }`;
const createBatch = `mutation ($input: DispatchBatchCreateInput!, $key: String) { dispatchBatchCreate(input: $input, idempotencyKey: $key) {
  dispatchBatch { id number version } errors { path code } } }`;

let county = '';
let opening: Made;
let batch: Made;
const people: { id: string; name: string }[] = [];

beforeAll(async () => {
  county = await stationId('620981');
  const village = await stationId('620981102200');
  const home = await makeHousehold(clerk, village);
  for (const [i, name] of ['单明', '李和', '李和', '赵小'].entries()) {
    const birthDay = name === '赵小' ? '2013-05-05' : `198${i}-01-01`;
    people.push(await makePerson(clerk, { householdId: home.id, relation: 'OTHER', name, birthDay }));
  }
  const programme = await makeJobs.programme(editor, director, county, 'LABOUR_DISPATCH');
  const { id: employerId } = await makeJobs.employer(editor, county);
  opening = await makeJobs.opening(editor, programme.id, { employerId, headcount: 3 });
  batch = await makeJobs.batch(editor, opening.id);
}, 60_000);

describe('an opening of labour dispatch', () => {
  const query = `mutation ($input: OpeningCreateInput!) { openingCreate(input: $input) {
    opening { kind wageBands { grade wageFrom wageTo basis } } errors { path code } } }`;

  it('keeps what a worker said as quoted bands, and refuses one that stands on its head or pays below nothing', async () => {
    const { openings } = await data(
      editor,
      'query ($id: ID!) { openings(where: { id: { in: [$id] } }) { nodes { programme { id } employer { id } } } }',
      { id: opening.id },
    );
    const { programme, employer } = openings.nodes[0];
    const input = { programmeId: programme.id, employerId: employer.id, title: '铝业工人', headcount: 10 };
    const band = (wageFrom: string, wageTo?: string) => ({ grade: 'TECHNICAL', wageFrom, wageTo, basis: 'QUOTED' });
    const good = await data(editor, query, { input: { ...input, wageBands: [band('4500')] } });
    const asQuoted = { grade: 'TECHNICAL', wageFrom: '4500.00', wageTo: '4500.00', basis: 'QUOTED' };
    expect(good.openingCreate.opening).toEqual({ kind: 'LABOUR_DISPATCH', wageBands: [asQuoted] });
    const wrong = await data(editor, query, {
      input: { ...input, work: 'CULTURE', wageBands: [band('4500', '3500')] },
    });
    expect(wrong.openingCreate.errors).toEqual([
      { path: ['input', 'work'], code: 'INVALID' },
      { path: ['input', 'wageBands', '0', 'wageTo'], code: 'INVALID' },
    ]);
    expect(codes(await ask(editor, query, { input: { ...input, wageBands: [band('-1')] } }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('is added to approved programmes alone, and by nobody of another kind', async () => {
    const draft = await data(
      editor,
      `mutation ($input: JobProgrammeCreateInput!) { jobProgrammeCreate(input: $input) { jobProgramme { id } } }`,
      {
        input: {
          stationId: county,
          title: '草稿',
          startsOn: '2026-01-01',
          endsOn: '2026-12-31',
          jobKind: 'PUBLIC_WELFARE',
          postsOffered: 1,
        },
      },
    );
    const post = { title: '保洁', work: 'SANITATION', monthlyPay: '600', headcount: 1 };
    const input = { programmeId: draft.jobProgrammeCreate.jobProgramme.id, ...post };
    const { openingCreate } = await data(editor, query, { input });
    expect(openingCreate.errors).toEqual([{ path: ['input', 'programmeId'], code: 'WRONG_STATE' }]);
    expect(codes(await ask(actors.countyEditor('training'), query, { input }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.countyEditor('jobs', '450481'), query, { input }))).toEqual(['NOT_FOUND']);
  });
});

describe('a batch', () => {
  it('is given the next number, the same one for the same key, and another for each of two at once', async () => {
    const input = { openingId: opening.id, day: '2026-04-01', transport: 'NONE' };
    const [first, again] = await Promise.all([1, 2].map(() => data(editor, createBatch, { input, key: 'once' })));
    expect(again.dispatchBatchCreate.dispatchBatch).toEqual(first.dispatchBatchCreate.dispatchBatch);
    const two = await Promise.all([1, 2].map(() => data(editor, createBatch, { input })));
    expect(two.map((one) => one.dispatchBatchCreate.dispatchBatch.number).sort()).toEqual([3, 4]);
    const taken = await data(editor, createBatch, { input: { ...input, number: 3 } });
    expect(taken.dispatchBatchCreate.errors).toEqual([{ path: ['input', 'number'], code: 'TAKEN' }]);
  });

  it('answers a pasted list line by line, and takes nobody while one line is wrong', async () => {
    const names = ['单明', '李和', '无名', '赵小', '单 明'].map((name) => ({ name }));
    const { dispatchMembersAdd } = await data(editor, addMembers, { id: batch.id, input: { names, grade: 'GENERAL' } });
    expect(dispatchMembersAdd.dispatchBatch).toBeNull();
    expect(dispatchMembersAdd.errors).toMatchObject([
      { path: ['input', 'names', '1', 'name'], code: 'INVALID', message: '有 2 个人叫李和，请写明出生日期。' },
      { path: ['input', 'names', '2', 'name'], code: 'NOT_FOUND', message: '查无此人：无名。' },
      { path: ['input', 'names', '3', 'name'], code: 'INVALID', message: '赵小未满 16 周岁。' },
      { path: ['input', 'names', '4', 'name'], code: 'TAKEN', message: '单明在名单里重复。' },
    ]);
    const { dispatchBatch } = await data(editor, 'query ($id: ID!) { dispatchBatch(id: $id) { members { id } } }', {
      id: batch.id,
    });
    expect(dispatchBatch.members).toEqual([]);
  });

  it('takes people once, however often the button is pressed, and where they live their clerk sees them', async () => {
    const names = [
      { name: '单明', grade: 'TECHNICAL', wage: '4500' },
      { name: '李和', birthDay: '1981-01-01' },
    ];
    const input = { names, grade: 'GENERAL' };
    const said = await Promise.all([1, 2].map(() => data(editor, addMembers, { id: batch.id, input, key: 'roster' })));
    for (const { dispatchMembersAdd } of said) expect(dispatchMembersAdd.dispatchBatch.members).toHaveLength(2);
    const again = await data(editor, addMembers, { id: batch.id, input });
    expect(again.dispatchMembersAdd.errors[0]).toMatchObject({ code: 'TAKEN', message: '单明已在示例铝业第 1 批。' });
    const { dispatchMembers } = await data(
      clerk,
      '{ dispatchMembers { nodes { batchNumber employerName wage batch { id } person { name } } } }',
    );
    expect(dispatchMembers.nodes[0]).toEqual({
      batchNumber: 1,
      employerName: '示例铝业',
      wage: '4500.00',
      batch: null,
      person: { name: '单明' },
    });
    const other = await data(actors.clerk('huangzhawan'), '{ dispatchMembers { totalCount } }');
    expect(other.dispatchMembers.totalCount).toBe(0);
  });

  it('takes no more than the opening has places for', async () => {
    const more = await makePerson(clerk, {
      stationId: await stationId('620981102'),
      name: '周多',
      birthDay: '1990-01-01',
    });
    const input = { personIds: [people[2]?.id, more.id], grade: 'GENERAL' };
    const { dispatchMembersAdd } = await data(editor, addMembers, { id: batch.id, input });
    expect(dispatchMembersAdd.errors).toMatchObject([{ code: 'OUT_OF_RANGE', message: '名额只剩 1 个。' }]);
  });

  it('leaves once, in the version that was seen, and is then closed to new people', async () => {
    const stale = await ask(editor, depart, { id: batch.id, version: 9 });
    expect(codes(stale)).toEqual(['STALE']);
    expect(codes(await ask(clerk, depart, { ...batch }))).toEqual(['FORBIDDEN']);
    const late = await data(editor, depart, { ...batch, day: '2199-01-01' });
    expect(late.dispatchBatchDepart.errors).toEqual([{ path: ['day'], code: 'OUT_OF_RANGE' }]);
    const two = await Promise.all([1, 2].map(() => ask(editor, depart, { ...batch })));
    expect(two.flatMap(codes)).toEqual(['STALE']);
    const input = { personIds: [people[2]?.id], grade: 'GENERAL' };
    const { dispatchMembersAdd } = await data(editor, addMembers, { id: batch.id, input });
    expect(dispatchMembersAdd.errors).toMatchObject([{ code: 'WRONG_STATE', message: '该批次已出发，现在不能办理。' }]);
  });
});

describe('a check-in', () => {
  const due = '{ checkIns { nodes { id version months dueOn isOverdue member { person { name } } } } }';

  it('is due after one, three and six months, and the clerk of the town enters it', async () => {
    const { checkIns } = await data(clerk, due);
    expect(checkIns.nodes.map((one: { dueOn: string }) => one.dueOn)).toEqual(
      ['2026-04-10', '2026-06-10', '2026-09-10'].flatMap((day) => [day, day]),
    );
    expect(checkIns.nodes[0].isOverdue).toBe(true);
    const [{ id, version }] = checkIns.nodes;
    const lacking = await data(clerk, checkIn, { id, version, input: { isEmployed: false, wage: '1' } });
    expect(lacking.checkInEnter.errors).toEqual([
      { path: ['input', 'reason'], code: 'REQUIRED' },
      { path: ['input', 'wage'], code: 'INVALID' },
    ]);
    const early = await data(clerk, checkIn, { id, version, input: { isEmployed: true, on: '2026-03-01' } });
    expect(early.checkInEnter.errors).toEqual([{ path: ['input', 'on'], code: 'OUT_OF_RANGE' }]);
    const done = await data(clerk, checkIn, {
      id,
      version,
      input: { isEmployed: true, wage: '4600', on: '2026-04-12' },
    });
    expect(done.checkInEnter.checkIn).toEqual({ version: 2, isEmployed: true, wage: '4600.00', isOverdue: false });
    expect(codes(await ask(clerk, checkIn, { id, version, input: { isEmployed: true } }))).toEqual(['STALE']);
    const beside = await ask(actors.clerk('huangzhawan'), checkIn, { id, version: 2, input: { isEmployed: true } });
    expect(codes(beside)).toEqual(['NOT_FOUND']);
  });

  it('counts for retention with numerator, denominator and the rows behind', async () => {
    const query = `query ($asOf: Date) { dispatchRetention(asOf: $asOf) {
      byBatch { label departed returned checks { months due done employed rows { id } } } byTown { label station { code } departed } total { departed } } }`;
    const { dispatchRetention } = await data(clerk, query, { asOf: '2026-05-01' });
    expect(dispatchRetention.byBatch).toMatchObject([{ label: '示例铝业第 1 批', departed: 2, returned: 0 }]);
    const [one, three] = dispatchRetention.byBatch[0].checks;
    expect(one).toMatchObject({ months: 1, due: 2, done: 1, employed: 1 });
    expect(one.rows).toHaveLength(2);
    expect(three).toMatchObject({ months: 3, due: 0, rows: [] });
    expect(dispatchRetention.byTown).toMatchObject([{ label: '赤金镇', station: { code: '620981102' }, departed: 2 }]);
  });

  it('is not asked of who is back; with the last of them the batch is back', async () => {
    const back = `mutation ($id: ID!, $version: Int!) { dispatchMemberReturn(id: $id, version: $version, input: { on: "2026-07-01", reason: FAMILY }) {
      dispatchMember { state checkIns { isEmployed reason } } errors { code } } }`;
    const { dispatchMembers } = await data(clerk, '{ dispatchMembers { nodes { id version } } }');
    const [first, second] = dispatchMembers.nodes;
    const { dispatchMemberReturn } = await data(clerk, back, first);
    expect(dispatchMemberReturn.dispatchMember).toMatchObject({
      state: 'RETURNED',
      checkIns: [{ isEmployed: true }, { isEmployed: null }, { isEmployed: false, reason: 'FAMILY' }],
    });
    const again = await data(clerk, back, { ...first, version: first.version + 1 });
    expect(again.dispatchMemberReturn.errors).toEqual([{ code: 'WRONG_STATE' }]);
    await data(editor, back, second);
    const { dispatchBatch } = await data(editor, 'query ($id: ID!) { dispatchBatch(id: $id) { state } }', {
      id: batch.id,
    });
    expect(dispatchBatch.state).toBe('RETURNED');
  });
});
