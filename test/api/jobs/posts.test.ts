import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { makeJobs } from '../../support/jobs.js';
import type { Made } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';

const [editor, director, clerk] = [actors.countyEditor('jobs'), actors.director(), actors.clerk('chijin')];
const place = `mutation ($input: PlacementCreateInput!, $key: String) { placementCreate(input: $input, idempotencyKey: $key) {
  placement { id version title wage validFrom validTo person { name } } errors { path code message } } }`;
const end = `mutation ($id: ID!, $version: Int!, $validTo: Date!, $reason: LeavingReason) {
  placementEnd(id: $id, version: $version, validTo: $validTo, reason: $reason) { placement { validTo reason version } errors { path code } } }`;
const sheet = `query ($id: ID!, $month: Date!) { paySheet(programmeId: $id, month: $month) {
  month daysOfMonth rule total lines { from to days isFull amount placement { title person { name } } } } }`;

let programme: Made;
let post: Made;
let household: { id: string };
const people: { id: string; name: string }[] = [];

beforeAll(async () => {
  const village = await stationId('620981102200');
  household = await makeHousehold(clerk, village);
  for (const name of ['单明', '李和', '王平', '赵安', '孙立']) {
    const input = { householdId: household.id, relation: 'OTHER', name, birthDay: '1985-01-01' };
    people.push(await makePerson(clerk, input));
  }
  programme = await makeJobs.programme(editor, director, await stationId('620981'), 'PUBLIC_WELFARE');
  post = await makeJobs.opening(editor, programme.id, { title: '保洁员', headcount: 2, monthlyPay: '600.01' });
}, 120_000);

const who = (i: number): string => people[i]?.id ?? '';

describe('a public-welfare post', () => {
  it('says what is done and what it pays, and has no employer', async () => {
    const query = `mutation ($input: OpeningCreateInput!) { openingCreate(input: $input) { opening { id } errors { path code } } }`;
    const input = { programmeId: programme.id, title: '护林员', headcount: 0 };
    const { openingCreate } = await data(editor, query, { input });
    expect(openingCreate.errors).toEqual([
      { path: ['input', 'work'], code: 'REQUIRED' },
      { path: ['input', 'monthlyPay'], code: 'REQUIRED' },
      { path: ['input', 'headcount'], code: 'OUT_OF_RANGE' },
    ]);
  });

  it('is taken up once for one key, and pays what it pays', async () => {
    const input = { openingId: post.id, personId: who(0), validFrom: '2026-03-16', validTo: '2027-01-01' };
    const said = await Promise.all([1, 2].map(() => data(editor, place, { input, key: 'one' })));
    for (const { placementCreate } of said)
      expect(placementCreate.placement).toMatchObject({ title: '保洁员', wage: '600.01', person: { name: '单明' } });
    const { placements } = await data(editor, '{ placements { totalCount } }');
    expect(placements.totalCount).toBe(1);
    const paid = await data(editor, place, { input: { ...input, personId: who(1), wage: '1' } });
    expect(paid.placementCreate.errors).toMatchObject([{ path: ['input', 'wage'], code: 'INVALID' }]);
  });

  it('is changed by its editor; who holds it keeps the pay with which they took it up', async () => {
    const change = `mutation ($id: ID!, $version: Int!, $input: OpeningUpdateInput!) {
      openingUpdate(id: $id, version: $version, input: $input) { opening { version title headcount monthlyPay } errors { path code message } } }`;
    const { opening: seen } = await data(editor, 'query ($id: ID!) { opening(id: $id) { id version } }', {
      id: post.id,
    });
    const few = await data(editor, change, { ...seen, input: { headcount: 0, monthlyPay: null } });
    expect(few.openingUpdate.errors).toMatchObject([
      { path: ['input', 'headcount'], code: 'OUT_OF_RANGE' },
      { path: ['input', 'headcount'], code: 'OUT_OF_RANGE', message: '已有 1 人在岗，名额不能更少。' },
    ]);
    const input = { title: '村内保洁员', monthlyPay: '650' };
    const { openingUpdate } = await data(editor, change, { ...seen, input });
    expect(openingUpdate).toMatchObject({
      errors: [],
      opening: { title: '村内保洁员', headcount: 2, monthlyPay: '650.00' },
    });
    expect(codes(await ask(editor, change, { ...seen, input }))).toEqual(['STALE']);
    expect(codes(await ask(clerk, change, { ...seen, input }))).toEqual(['FORBIDDEN']);
    const { placements } = await data(editor, '{ placements { nodes { wage } } }');
    expect(placements.nodes).toEqual([{ wage: '600.01' }]);
    const now = { id: seen.id, version: openingUpdate.opening.version };
    await data(editor, change, { ...now, input: { title: '保洁员', monthlyPay: '600.01' } });
    const bands = [{ grade: 'GENERAL', wageFrom: '3000', basis: 'AGREED' }];
    const wrong = await data(editor, change, {
      id: now.id,
      version: now.version + 1,
      input: { wageBands: bands, work: null },
    });
    expect(wrong.openingUpdate.errors).toEqual([]);
  });

  it('is not held beside another, also where the other is in a town that the asker does not see', async () => {
    const town = await stationId('620981102');
    const here = await makeJobs.programme(
      actors.editor('jobs', 'chijin'),
      actors.office('chijin'),
      town,
      'PUBLIC_WELFARE',
    );
    const own = await makeJobs.opening(actors.editor('jobs', 'chijin'), here.id, { title: '护林员' });
    const input = { openingId: own.id, personId: who(0), validFrom: '2026-12-31' };
    const { placementCreate } = await data(actors.editor('jobs', 'chijin'), place, { input });
    const refused = { path: ['input', 'personId'], code: 'TAKEN', message: '该人员在本县已有其他公益岗。' };
    expect(placementCreate).toEqual({ placement: null, errors: [refused] });
    const later = await data(actors.editor('jobs', 'chijin'), place, { input: { ...input, validFrom: '2027-01-01' } });
    expect(later.placementCreate.errors).toEqual([]);
  });

  it('with one place left is taken by one of two at once', async () => {
    const say = (i: number) =>
      data(editor, place, { input: { openingId: post.id, personId: who(i), validFrom: '2026-05-01' } });
    const said = (await Promise.all([1, 2].map(say))).map(({ placementCreate }) => placementCreate);
    expect(said.filter(({ placement }) => placement)).toHaveLength(1);
    expect(said.flatMap(({ errors }) => errors)).toMatchObject([{ code: 'OUT_OF_RANGE', message: '名额 2 个已满。' }]);
  });

  it('is not taken up twice by one person at once', async () => {
    const other = await makeJobs.opening(editor, programme.id, { title: '养路工', headcount: 9 });
    const third = await makeJobs.opening(editor, programme.id, { title: '宣传员', headcount: 9 });
    const say = ({ id }: Made) =>
      data(editor, place, { input: { openingId: id, personId: who(3), validFrom: '2026-05-01' } });
    const said = (await Promise.all([other, third].map(say))).map(({ placementCreate }) => placementCreate);
    expect(said.filter(({ placement }) => placement)).toHaveLength(1);
    expect(said.flatMap(({ errors }) => errors)).toMatchObject([{ path: ['input', 'personId'], code: 'TAKEN' }]);
  });

  it('is paid by the day where the month is not whole, and the total is the sum of the lines', async () => {
    const { paySheet } = await data(editor, sheet, { id: programme.id, month: '2026-03-20' });
    expect(paySheet).toMatchObject({ month: '2026-03-01', daysOfMonth: 31 });
    expect(paySheet.rule).toContain('不足一分的舍去');
    const line = { from: '2026-03-16', to: '2026-03-31', days: 16, isFull: false, amount: '309.68' };
    expect(paySheet.lines).toMatchObject([line]);
    const may = (await data(editor, sheet, { id: programme.id, month: '2026-05-01' })).paySheet;
    expect(may.lines).toHaveLength(3);
    const fen = (text: string) => Math.round(Number(text) * 100);
    expect(fen(may.total)).toBe(
      may.lines.reduce((sum: number, { amount }: { amount: string }) => sum + fen(amount), 0),
    );
    expect(
      codes(await ask(actors.countyEditor('jobs', '450481'), sheet, { id: programme.id, month: '2026-05-01' })),
    ).toEqual(['NOT_FOUND']);
  });

  it('ends before its time with a reason, is prolonged while a place is free, and tells who is at the end', async () => {
    const list = `query ($by: Date!) { placements(where: { endsBy: $by }) { nodes { id version validTo } } }`;
    const { placements } = await data(editor, list, { by: '2027-01-31' });
    const [one] = placements.nodes;
    expect(placements.nodes).toMatchObject([{ validTo: '2027-01-01' }]);
    const bare = await data(editor, end, { ...one, validTo: '2026-10-01' });
    expect(bare.placementEnd.errors).toEqual([{ path: ['reason'], code: 'REQUIRED' }]);
    const beyond = await data(editor, end, { ...one, validTo: '2027-02-01' });
    expect(beyond.placementEnd.errors).toEqual([{ path: ['validTo'], code: 'TAKEN' }]);
    expect(codes(await ask(clerk, end, { ...one, validTo: '2026-10-01', reason: 'HEALTH' }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(editor, end, { ...one, version: 7, validTo: '2026-10-01', reason: 'HEALTH' }))).toEqual([
      'STALE',
    ]);
    const done = await data(editor, end, { ...one, validTo: '2026-10-01', reason: 'HEALTH' });
    expect(done.placementEnd.placement).toEqual({ validTo: '2026-10-01', reason: 'HEALTH', version: 2 });
  });

  it('stands in the file of the household', async () => {
    const { household: file } = await data(
      clerk,
      'query ($id: ID!) { household(id: $id) { placements { title validFrom person { name } } dispatches { id } } }',
      { id: household.id },
    );
    expect(file.placements[0]).toEqual({ title: '保洁员', validFrom: '2026-03-16', person: { name: '单明' } });
    expect(file.dispatches).toEqual([]);
  });
});

describe('somebody who looks for work', () => {
  const fitting = `query ($id: ID!) { fittingOpenings(seekerId: $id) { opening { title } reasons { reason sentence } } }`;

  it('is shown the openings that fit with every reason, and is placed by a person alone', async () => {
    const shop = await makeJobs.programme(editor, director, await stationId('620981'), 'WORKSHOP');
    const employer = await makeJobs.employer(editor, await stationId('620981'), { name: '缝纫车间', isOutside: false });
    const village = await stationId('620981102200');
    const common = { employerId: employer.id, stationId: village };
    const sewing = await makeJobs.opening(editor, shop.id, {
      ...common,
      title: '缝纫工',
      skills: ['缝纫'],
      wageBands: [{ grade: 'GENERAL', wageFrom: '2200', wageTo: '3000', basis: 'AGREED' }],
    });
    await makeJobs.opening(editor, shop.id, { ...common, title: '电焊工', skills: ['电焊'] });
    const create = `mutation ($input: JobSeekerCreateInput!) { jobSeekerCreate(input: $input) { jobSeeker { id state version } errors { path code } } }`;
    const input = { personId: who(4), skills: ['缝纫', '烹饪'], distance: 'VILLAGE', wageWished: '2800' };
    const { jobSeekerCreate } = await data(clerk, create, { input });
    const { id, version } = jobSeekerCreate.jobSeeker;
    expect((await data(clerk, create, { input })).jobSeekerCreate.errors).toEqual([
      { path: ['input', 'personId'], code: 'TAKEN' },
    ]);
    const { fittingOpenings } = await data(editor, fitting, { id });
    expect(fittingOpenings).toEqual([
      {
        opening: { title: '缝纫工' },
        reasons: [
          { reason: 'WITHIN_DISTANCE', sentence: '在本村，不超出可接受的远近。' },
          { reason: 'WAGE_REACHED', sentence: '月工资最高 3000.00 元，达到期望的 2800.00 元。' },
          { reason: 'SKILL_ASKED', sentence: '会缝纫。' },
          { reason: 'PLACES_FREE', sentence: '还有 2 个名额。' },
        ],
      },
    ]);
    expect(codes(await ask(actors.clerk('huangzhawan'), fitting, { id }))).toEqual(['NOT_FOUND']);
    await makeJobs.placement(editor, { openingId: sewing.id, personId: who(4), wage: '2900' });
    const { jobSeeker } = await data(clerk, 'query ($id: ID!) { jobSeeker(id: $id) { state } }', { id });
    expect(jobSeeker.state).toBe('PLACED');
    const withdraw = `mutation ($id: ID!, $version: Int!) { jobSeekerWithdraw(id: $id, version: $version) { errors { code } } }`;
    expect((await data(clerk, withdraw, { id, version: version + 1 })).jobSeekerWithdraw.errors).toEqual([
      { code: 'WRONG_STATE' },
    ]);
  });
});
