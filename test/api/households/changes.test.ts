import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { makeFamily, makeHousehold, makePerson, makeStatus } from '../../support/households.js';
import { stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const clerk = actors.clerk('chijin');
const reason = '示例事由';
let village = '';
let otherVillage = '';
let strange = '';

const split = `mutation ($id: ID!, $version: Int!, $input: HouseholdSplitInput!, $key: String) {
  householdSplit(id: $id, version: $version, input: $input, idempotencyKey: $key) {
    householdChange { id kind household { id headName size version } other { id code headName size version } } errors { path code message } } }`;
const merge = `mutation ($id: ID!, $version: Int!, $input: HouseholdMergeInput!) {
  householdMerge(id: $id, version: $version, input: $input) {
    householdChange { id household { id size version } other { id isClosed size } } errors { path code message } } }`;
const undo = `mutation ($id: ID!) {
  householdChangeUndo(id: $id, reason: "录错（示例）") { householdChange { id undoneBy } errors { code message } } }`;
const move = `mutation ($id: ID!, $version: Int!, $input: HouseholdMoveInput!) {
  householdMove(id: $id, version: $version, input: $input) {
    household { id version station { code } places { validFrom validTo place { code } } } errors { path code message } } }`;
const file = `query ($id: ID!) { household(id: $id) { id version headName size isClosed station { code }
  memberships { relation validFrom validTo person { id name household { id } } } statuses { status validTo } changes { kind undoneAt } } }`;

beforeAll(async () => {
  village = await stationId('620981102200');
  otherVillage = await stationId('620981102201');
  strange = await stationId('620981105202');
});

const read = async (id: string) => (await data(clerk, file, { id })).household;

describe('a split', () => {
  it('founds a household of those who go, counts past days as they were, and is undone', async () => {
    const family = await makeFamily(clerk, village);
    const [, , child] = family.members;
    const input = { members: [{ personId: child?.id, relation: 'HEAD' }], from: '2020-03-01', reason };
    const asked = { id: family.id, version: family.version, input, key: 'split-1' };
    const { householdSplit } = await data(clerk, split, asked);
    expect(householdSplit.errors).toEqual([]);
    const change = householdSplit.householdChange;
    expect(change).toMatchObject({ kind: 'SPLIT', household: { size: 2 }, other: { headName: '李和', size: 1 } });
    const again = await data(clerk, split, asked);
    expect(again.householdSplit.householdChange.id).toBe(change.id);
    const size =
      'query ($id: ID!) { household(id: $id) { then: size(asOf: "2020-02-29") now: size(asOf: "2020-03-01") } }';
    expect((await data(clerk, size, { id: family.id })).household).toEqual({ then: 3, now: 2 });
    const { householdChangeUndo } = await data(clerk, undo, { id: change.id });
    expect(householdChangeUndo).toMatchObject({ errors: [], householdChange: { undoneBy: 'clerk.chijin@620981' } });
    expect(await read(family.id)).toMatchObject({ size: 3, headName: '李安' });
    expect(await read(change.other.id)).toMatchObject({ size: 0, isClosed: true, headName: '' });
    const twice = await data(clerk, undo, { id: change.id });
    expect(twice.householdChangeUndo.errors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  it('needs one head among those who go, and somebody who stays', async () => {
    const family = await makeFamily(clerk, village);
    const all = family.members.map(({ id }) => ({ personId: id, relation: 'OTHER' }));
    const { householdSplit } = await data(clerk, split, { ...family, input: { members: all, reason } });
    expect(householdSplit.errors).toMatchObject([{ code: 'INVALID' }, { code: 'INVALID' }]);
    const stranger = (await makeFamily(clerk, village)).members[0];
    const input = { members: [{ personId: stranger?.id, relation: 'HEAD' }], reason };
    expect(codes(await ask(clerk, split, { ...family, input }))).toEqual(['NOT_FOUND']);
    const stale = await ask(clerk, split, { ...family, version: family.version - 1, input });
    expect(codes(stale)).toEqual(['STALE']);
  });

  it('is not undone once something was entered for the new household', async () => {
    const family = await makeFamily(clerk, village);
    const input = { members: [{ personId: family.members[1]?.id, relation: 'HEAD' }], reason };
    const { householdSplit } = await data(clerk, split, { ...family, input });
    const { id, other } = householdSplit.householdChange;
    await makeStatus(clerk, other.id);
    const { householdChangeUndo } = await data(clerk, undo, { id });
    expect(householdChangeUndo.errors).toMatchObject([{ code: 'WRONG_STATE' }]);
    expect(householdChangeUndo.errors[0].message).toContain('不能撤销');
  });

  it('happens once when two ask at the same time', async () => {
    const family = await makeFamily(clerk, village);
    const input = { members: [{ personId: family.members[2]?.id, relation: 'HEAD' }], reason };
    const answers = await Promise.all([1, 2, 3].map(() => ask(clerk, split, { ...family, input })));
    expect(answers.filter((one) => one.data?.householdSplit?.householdChange)).toHaveLength(1);
    expect(answers.flatMap(codes)).toEqual(['STALE', 'STALE']);
  });
});

describe('a merger', () => {
  it('takes in everybody, strikes the other off, and is undone', async () => {
    const family = await makeFamily(clerk, village, ['赵安', '赵惠', '赵和']);
    await makeStatus(clerk, family.id);
    const into = await makeFamily(clerk, village, ['孙安', '孙惠', '孙和']);
    const input = { intoId: into.id, relations: [{ personId: family.members[0]?.id, relation: 'PARENT' }], reason };
    const { version } = await read(family.id);
    const { householdMerge } = await data(clerk, merge, { id: family.id, version, input });
    expect(householdMerge).toMatchObject({
      errors: [],
      householdChange: { household: { id: into.id, size: 6 }, other: { isClosed: true, size: 0 } },
    });
    expect((await read(into.id)).memberships.map((one: { relation: string }) => one.relation)).toContain('PARENT');
    const listed = `query { households(where: { search: "zhaoan" }) { totalCount } }`;
    expect((await data(clerk, listed)).households.totalCount).toBe(0);
    const { householdChangeUndo } = await data(clerk, undo, { id: householdMerge.householdChange.id });
    expect(householdChangeUndo.errors).toEqual([]);
    expect(await read(family.id)).toMatchObject({
      size: 3,
      isClosed: false,
      headName: '赵安',
      statuses: [{ status: 'EXITED', validTo: null }],
      changes: [{ kind: 'MERGE' }],
    });
    expect(await read(into.id)).toMatchObject({ size: 3, headName: '孙安' });
  });

  it('refuses a second head, itself, and a household of another town', async () => {
    const family = await makeFamily(clerk, village);
    const into = await makeFamily(clerk, village);
    const second = { intoId: into.id, relations: [{ personId: family.members[0]?.id, relation: 'HEAD' }], reason };
    const said = await data(clerk, merge, { ...family, input: second });
    expect(said.householdMerge.errors).toMatchObject([{ code: 'INVALID', message: '户主只有一位。' }]);
    const self = await data(clerk, merge, { ...family, input: { intoId: family.id, relations: [], reason } });
    expect(self.householdMerge.errors).toMatchObject([{ code: 'INVALID' }]);
    const away = await makeHousehold(actors.clerk('huangzhawan'), strange);
    const answer = await ask(clerk, merge, { ...family, input: { intoId: away.id, relations: [], reason } });
    expect(codes(answer)).toEqual(['NOT_FOUND']);
  });
});

describe('striking off', () => {
  it('ends what held, hides it from lists, refuses whatever comes after, and is undone', async () => {
    const family = await makeFamily(clerk, village, ['吴安', '吴惠', '吴和']);
    const close = `mutation ($id: ID!, $version: Int!) { householdClose(id: $id, version: $version, input: { reason: "全户迁出" }) {
      householdChange { id } errors { code message } } }`;
    const { householdClose } = await data(clerk, close, { id: family.id, version: family.version });
    expect(await read(family.id)).toMatchObject({ isClosed: true, size: 0, headName: '' });
    const person = `mutation ($input: PersonCreateInput!) { personCreate(input: $input) { person { id } errors { code message } } }`;
    const late = await data(clerk, person, { input: { householdId: family.id, relation: 'HEAD', name: '吴远' } });
    expect(late.personCreate.errors).toMatchObject([{ code: 'WRONG_STATE', message: '该户已注销。' }]);
    const closed = '{ households(where: { isClosed: true }, first: 100) { nodes { id } } }';
    const { households } = await data(clerk, closed);
    expect(households.nodes.map((one: { id: string }) => one.id)).toContain(family.id);
    const { householdChangeUndo } = await data(clerk, undo, { id: householdClose.householdChange.id });
    expect(householdChangeUndo.errors).toEqual([]);
    expect(await read(family.id)).toMatchObject({ isClosed: false, size: 3, headName: '吴安' });
  });
});

describe('a move', () => {
  it('takes people and dated rows along, and leaves past days at the old village', async () => {
    const family = await makeFamily(clerk, village);
    await makeStatus(clerk, family.id);
    const input = { stationId: otherVillage, from: '2024-05-01', address: '示例 8 号', reason };
    const { version } = await read(family.id);
    const { householdMove } = await data(clerk, move, { id: family.id, version, input });
    expect(householdMove).toMatchObject({
      errors: [],
      household: {
        station: { code: '620981102201' },
        places: [
          { validFrom: '2016-01-01', validTo: '2024-05-01', place: { code: '620981102200' } },
          { validFrom: '2024-05-01', validTo: null, place: { code: '620981102201' } },
        ],
      },
    });
    const rows = await asOwner<{ n: number }>(
      `select count(*)::int as n from (select station_id, household_id from membership union all select station_id, household_id from household_status
         union all select station_id, household_id from household_place union all select station_id, household_id from person) r
       where household_id = $1 and station_id <> $2`,
      [family.id, otherVillage],
    );
    expect(rows).toEqual([{ n: 0 }]);
    const again = await data(clerk, move, {
      ...householdMove.household,
      input: { stationId: village, from: '2024-05-01', reason },
    });
    expect(again.householdMove.errors).toMatchObject([{ path: ['input', 'from'], code: 'OUT_OF_RANGE' }]);
    const future = await data(clerk, move, {
      ...householdMove.household,
      input: { stationId: village, from: '2099-05-01', reason },
    });
    expect(future.householdMove.errors).toMatchObject([{ path: ['input', 'from'], code: 'OUT_OF_RANGE' }]);
  });

  it('to another town is not the clerk’s but the county administrator’s', async () => {
    const family = await makeFamily(clerk, village);
    const input = { stationId: strange, reason };
    expect(codes(await ask(clerk, move, { ...family, input }))).toEqual(['FORBIDDEN']);
    const { householdMove } = await data(actors.admin(), move, { ...family, input });
    expect(householdMove.errors).toEqual([]);
    expect((await data(clerk, file, { id: family.id })).household).toBeNull();
    const there = await data(actors.clerk('huangzhawan'), file, { id: family.id });
    expect(there.household).toMatchObject({ size: 3, station: { code: '620981105202' } });
    expect(there.household.memberships[0].person.name).toBe('李安');
  });

  it('of the whole village happens when its station is merged into another', async () => {
    const admin = actors.admin();
    const family = await makeFamily(clerk, otherVillage);
    const alone = await makePerson(clerk, { stationId: otherVillage, name: '郑干' });
    const [station] = await asOwner<{ id: string; version: number }>('select id, version from station where id = $1', [
      otherVillage,
    ]);
    const close = `mutation ($id: ID!, $version: Int!, $input: StationCloseInput!) {
      stationClose(id: $id, version: $version, input: $input) { station { id } errors { path code message } } }`;
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const kept = await data(admin, close, { ...station, input: { from: day, reason } });
    expect(kept.stationClose.errors[0].message).toMatch(/\d+ 户/);
    const done = await data(admin, close, { ...station, input: { from: day, reason, handOverToId: village } });
    expect(done.stationClose.errors).toEqual([]);
    const moved = await data(
      clerk,
      `query ($id: ID!, $person: ID!) {
      household(id: $id) { station { code } places { validTo } } person(id: $person) { station { code } } }`,
      {
        id: family.id,
        person: alone.id,
      },
    );
    expect(moved).toMatchObject({
      household: { station: { code: '620981102200' }, places: [{ validTo: day }, { validTo: null }] },
      person: { station: { code: '620981102200' } },
    });
  });
});
