import { beforeAll, describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';

const admin = actors.admin('620981');
const reason = '测试';
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

const tree = `query ($asOf: Date) { stationTree(asOf: $asOf) {
  children { station { id code name version } children { station { id code name version } } } } }`;

const act = (name: string, input: string) => `mutation ($id: ID!, $version: Int!, $input: ${input}!) {
  ${name}(id: $id, version: $version, input: $input) {
    station { id name version closedOn successor { name } parent { name code } } errors { path code message } } }`;

const create = `mutation ($input: StationCreateInput!, $key: String) {
  stationCreate(input: $input, idempotencyKey: $key) { station { id code name version } errors { path code message } } }`;
const rename = act('stationRename', 'StationRenameInput');
const move = act('stationMove', 'StationMoveInput');
const merge = act('stationMerge', 'StationMergeInput');
const close = act('stationClose', 'StationCloseInput');

interface Node {
  station: { id: string; code: string; name: string; version: number };
  children: Node[];
}

async function townsAt(asOf?: string): Promise<Node[]> {
  return (await data(admin, tree, { asOf })).stationTree.children;
}

async function station(code: string): Promise<Node['station']> {
  const all = (await townsAt()).flatMap((town) => [town, ...(town.children as Node[])]);
  const found = all.find((node) => node.station.code === code);
  if (!found) throw new Error(`No station ${code}.`);
  return found.station;
}

let made = 0;

/** A village of its own for each test, opened long ago, so that tests do not meet one another. */
async function newVillage(town: string): Promise<Node['station']> {
  made += 1;
  const parent = await station(town);
  const input = {
    parentId: parent.id,
    code: `${town}7${String(made).padStart(2, '0')}`,
    name: `试验${made}村`,
    openedOn: '2018-01-01',
    reason,
  };
  const { stationCreate } = await data(admin, create, { input });
  expect(stationCreate.errors).toEqual([]);
  return stationCreate.station;
}

describe('opening a station', () => {
  test('needs a code that begins with its parent’s and nobody has', async () => {
    const parent = await station('620981103');
    const base = { parentId: parent.id, name: '新村', openedOn: '2020-01-01', reason };
    for (const [code, mistake] of [
      ['620981104777', 'INVALID'],
      ['62098110377', 'INVALID'],
      ['62098110377x', 'INVALID'],
      ['620981103200', 'TAKEN'],
    ]) {
      const { stationCreate } = await data(admin, create, { input: { ...base, code } });
      expect(stationCreate).toMatchObject({ station: null, errors: [{ path: ['input', 'code'], code: mistake }] });
    }
  });

  test('happens once when the same key comes twice, and conflicts with other arguments', async () => {
    const parent = await station('620981104');
    const input = { parentId: parent.id, code: '620981104777', name: '一次村', openedOn: '2020-01-01', reason };
    const first = await data(admin, create, { input, key: 'once' });
    const second = await data(admin, create, { input, key: 'once' });
    expect(second.stationCreate.station.id).toBe(first.stationCreate.station.id);
    const other = await ask(admin, create, { input: { ...input, name: '两次村' }, key: 'once' });
    expect(codes(other)).toEqual(['CONFLICT']);
  });

  test('is the administrator’s alone', async () => {
    const parent = await station('620981102');
    const input = { parentId: parent.id, code: '620981102790', name: '不许村', openedOn: '2020-01-01', reason };
    const answer = await ask(actors.office('chijin'), create, { input });
    expect(answer.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      missing: { permission: 'STATION_EDIT', canBeGivenBy: ['PLATFORM_OPERATOR', 'TENANT_ADMIN'] },
    });
  });
});

describe('renaming a station', () => {
  test('holds from its day, and earlier days keep the old name', async () => {
    const village = await newVillage('620981103');
    const { stationRename } = await data(admin, rename, {
      ...village,
      input: { name: '新名村', from: '2021-05-01', reason },
    });
    expect(stationRename).toMatchObject({ errors: [], station: { name: '新名村', version: village.version + 1 } });
    const named = `query ($id: ID!, $asOf: Date) { station(id: $id, asOf: $asOf) { name history { kind on from to reason by } } }`;
    expect((await data(admin, named, { id: village.id, asOf: '2021-04-30' })).station.name).toBe(village.name);
    const { station: now } = await data(admin, named, { id: village.id });
    expect(now.name).toBe('新名村');
    expect(now.history[0]).toEqual({
      kind: 'RENAMED',
      on: '2021-05-01',
      from: village.name,
      to: '新名村',
      reason,
      by: 'admin@620981',
    });
  });

  test('cannot go behind an earlier rename, and says so at the day', async () => {
    const village = await newVillage('620981103');
    const { stationRename } = await data(admin, rename, {
      ...village,
      input: { name: '早名村', from: '2018-01-01', reason },
    });
    expect(stationRename.errors).toMatchObject([{ path: ['input', 'from'], code: 'OUT_OF_RANGE' }]);
  });

  test('is refused on a version that somebody else has changed', async () => {
    const village = await newVillage('620981103');
    await data(admin, rename, { ...village, input: { name: '先名村', from: '2021-01-01', reason } });
    const late = await ask(admin, rename, { ...village, input: { name: '后名村', from: '2022-01-01', reason } });
    expect(late.errors?.[0]?.extensions).toMatchObject({ code: 'STALE', currentVersion: village.version + 1 });
  });
});

describe('moving a village to another town', () => {
  const report = `query ($asOf: Date, $period: PeriodInput!) { crossTownReport(period: $period, asOf: $asOf, kind: TRAINING) {
    towns { station { code } cells { count } } } }`;
  const period = { from: '2020-01-01', to: '2027-12-31' };
  const countAt = async (code: string, asOf?: string): Promise<number> => {
    const { crossTownReport } = await data(admin, report, { asOf, period });
    const row = crossTownReport.towns.find((t: Node) => t.station.code === code);
    return row.cells.reduce((sum: number, cell: { count: number }) => sum + cell.count, 0);
  };
  let lastQuarter = '';

  beforeAll(() => {
    const [year = 0, month = 0] = today.split('-').map(Number);
    lastQuarter = new Date(Date.UTC(year, month - 1 - ((month - 1) % 3), 0)).toISOString().slice(0, 10);
  });

  test('moves it in today’s report and leaves last quarter’s as of then', async () => {
    const village = await station('620981102200');
    const target = await station('620981110');
    const before = { from: await countAt('620981102'), to: await countAt('620981110') };
    const past = { from: await countAt('620981102', lastQuarter), to: await countAt('620981110', lastQuarter) };
    const programmes = await data(
      admin,
      `query ($id: ID!) { programmes(where: { within: $id, kind: { in: [TRAINING] } }) { totalCount } }`,
      { id: village.id },
    );
    const { stationMove } = await data(admin, move, {
      ...village,
      input: { parentId: target.id, from: today, reason },
    });
    expect(stationMove).toMatchObject({ errors: [], station: { parent: { code: '620981110' } } });
    const moved = programmes.programmes.totalCount;
    expect(moved).toBeGreaterThan(0);
    expect(await countAt('620981102')).toBe(before.from - moved);
    expect(await countAt('620981110')).toBe(before.to + moved);
    expect(await countAt('620981102', lastQuarter)).toBe(past.from);
    expect(await countAt('620981110', lastQuarter)).toBe(past.to);
    expect(
      (await townsAt(lastQuarter)).find((t) => t.station.code === '620981102')?.children.map((c) => c.station.code),
    ).toContain('620981102200');
  });

  test('is refused under itself, under its own child, and under the wrong level', async () => {
    const town = await station('620981106');
    const village = await station('620981106200');
    for (const parentId of [town.id, village.id]) {
      const { stationMove } = await data(admin, move, { ...town, input: { parentId, from: today, reason } });
      expect(stationMove.errors).toMatchObject([
        { path: ['input', 'parentId'], code: 'INVALID', message: '不能划到自己或自己的下级之下。' },
      ]);
    }
    const other = await station('620981106201');
    const { stationMove } = await data(admin, move, { ...village, input: { parentId: other.id, from: today, reason } });
    expect(stationMove.errors).toMatchObject([{ path: ['input', 'parentId'], code: 'INVALID' }]);
  });
});

describe('merging and closing', () => {
  const preview = `query ($id: ID!, $act: StationAct!, $from: Date!, $intoId: ID) {
    stationActPreview(id: $id, act: $act, from: $from, intoId: $intoId) { stations users programmes openProgrammes reportsFrom refusal } }`;

  test('a preview counts what an act touches and writes nothing', async () => {
    const town = await station('620981102');
    const { stationActPreview: seen } = await data(admin, preview, { id: town.id, act: 'CLOSE', from: today });
    expect(seen.users).toBeGreaterThanOrEqual(6);
    expect(seen.openProgrammes).toBeGreaterThan(0);
    expect(seen.stations).toBeGreaterThan(0);
    expect(seen).toMatchObject({ reportsFrom: today });
    expect(seen.refusal).toMatch(/须有承接单位/);
    expect((await station('620981102')).version).toBe(town.version);
  });

  test('a station with open programmes is not closed unless they are handed over', async () => {
    const town = await station('620981105');
    const { stationClose } = await data(admin, close, { ...town, input: { from: today, reason } });
    expect(stationClose).toMatchObject({
      station: null,
      errors: [{ path: ['input', 'handOverToId'], code: 'WRONG_STATE' }],
    });
  });

  test('merging hands over villages and open programmes, ends grants, and keeps the past', async () => {
    const [gone, kept] = [await station('620981107'), await station('620981108')];
    const villages = (await townsAt()).find((t) => t.station.code === '620981107')?.children.length ?? 0;
    expect(villages).toBe(5);
    const { stationMerge } = await data(admin, merge, { ...gone, input: { intoId: kept.id, from: today, reason } });
    expect(stationMerge).toMatchObject({ errors: [], station: { closedOn: today, successor: { name: '昌马镇' } } });
    const now = await townsAt();
    expect(now.some((t) => t.station.code === '620981107')).toBe(false);
    expect(now.find((t) => t.station.code === '620981108')?.children).toHaveLength(10);
    expect((await townsAt('2020-03-23')).find((t) => t.station.code === '620981107')?.children).toHaveLength(5);
    const again = await ask(admin, rename, {
      id: gone.id,
      version: gone.version + 1,
      input: { name: '晚名镇', from: today, reason },
    });
    expect(again.data.stationRename.errors[0]).toMatchObject({ code: 'WRONG_STATE' });
  });

  test('is refused into itself, another level, or on a day to come', async () => {
    const village = await newVillage('620981101');
    const town = await station('620981101');
    for (const intoId of [village.id, town.id]) {
      const { stationMerge } = await data(admin, merge, { ...village, input: { intoId, from: today, reason } });
      expect(stationMerge.errors).toMatchObject([{ path: ['input', 'intoId'], code: 'INVALID' }]);
    }
    const { stationClose } = await data(admin, close, { ...village, input: { from: '2199-01-01', reason } });
    expect(stationClose.errors).toMatchObject([{ path: ['input', 'from'], code: 'OUT_OF_RANGE' }]);
  });

  test('a station of another county is as if it did not exist', async () => {
    const cenxi = (await data(actors.admin('450481'), tree)).stationTree.children[0].station;
    for (const document of [rename, close]) {
      const input = document === rename ? { name: '外村', from: today, reason } : { from: today, reason };
      expect(codes(await ask(admin, document, { ...cenxi, input }))).toEqual(['NOT_FOUND']);
    }
  });
});
