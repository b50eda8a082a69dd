import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, data } from '../../support/app.js';
import {
  act,
  actOf,
  batchOf,
  type Cells,
  check,
  checked,
  imported,
  inventedNumber,
  rowsOf,
  upload,
  xlsxOf,
} from '../../support/exchange.js';
import { stationId } from '../../support/programmes.js';
import { asApplication, asOwner } from '../../support/sql.js';

const clerk = actors.clerk('chijin');
const other = actors.clerk('huangzhawan');
let town = '';

beforeAll(async () => {
  town = await stationId('620981102');
});

const family = (code: string, serial: number): Cells[] => [
  {
    户编号: code,
    所在村居: '620981102200',
    住址: '示例 1 号',
    户类别: '脱贫户、低保户',
    与户主关系: '户主',
    姓名: '单明',
    身份证号: inventedNumber(serial),
    电话: '13800138000',
  },
  { 户编号: code, 所在村居: '620981102200', 与户主关系: '妻', 姓名: '李安', 身份证号: inventedNumber(serial + 1) },
];

const read = `query ($code: String!) { households(where: { code: { startsWith: $code } }) { nodes { id headName address size
  station { code } statuses { status } memberships { relation person { id version name birthDay sex phoneMasked idNumberMasked } } } } }`;

async function householdOf(code: string) {
  return (await data(clerk, read, { code })).households.nodes[0];
}

/** Everything of the register, counted. */
async function register() {
  const counts = ['household', 'household_place', 'household_status', 'person', 'membership'];
  const [row] = await asOwner(`select ${counts.map((t) => `(select count(*)::int from ${t}) as ${t}`).join(', ')}`);
  return row;
}

describe('a file of households and people', () => {
  it('is read, checked without a word written, written as one, and its people are in the register', async () => {
    const { id } = await upload(clerk, town, await xlsxOf(family('A-1', 10)));
    const batch = await batchOf(clerk, id);
    expect(batch).toMatchObject({ state: 'UPLOADED', rowCount: 2, sameAs: null });
    const fields = batch.columns.map((column: { field: string }) => column.field);
    expect(fields.slice(0, 4)).toEqual(['HOUSEHOLD_CODE', 'VILLAGE', 'ADDRESS', 'STATUS']);
    expect(fields.slice(4)).toEqual(['RELATION', 'NAME', 'ID_NUMBER', 'PHONE']);
    const before = await register();
    const tried = await check(clerk, id);
    expect(tried.errors).toEqual([]);
    expect(tried.batch).toMatchObject({ state: 'CHECKED', createdCount: 2, failedCount: 0, householdCount: 1 });
    expect(await register()).toEqual(before);
    const written = await act(clerk, 'importBatchCommit', id);
    expect(written.errors).toEqual([]);
    expect(written.batch).toMatchObject({ state: 'COMMITTED', createdCount: 2 });
    const household = await householdOf('A-1');
    expect(household).toMatchObject({ headName: '单明', address: '示例 1 号', size: 2 });
    expect(household.station.code).toBe('620981102200');
    expect(household.statuses.map((one: { status: string }) => one.status).sort()).toEqual(['EXITED', 'SUBSISTENCE']);
    expect(household.memberships[0].person).toMatchObject({ birthDay: '1980-01-01', phoneMasked: '138****8000' });
    expect(await rowsOf(clerk, id ?? '')).toEqual([]);
    const audited = await asOwner(`select distinct record from audit_entry where act = 'importBatchCommit' order by 1`);
    expect(audited.map(({ record }) => record)).toEqual(expect.arrayContaining(['Household', 'Membership', 'Person']));
  });

  it('is known again when it comes a second time: everything is passed over, nothing is doubled', async () => {
    const bytes = await xlsxOf(family('A-2', 20));
    const first = await upload(clerk, town, bytes);
    await check(clerk, first.id);
    await act(clerk, 'importBatchCommit', first.id);
    const before = await register();
    const second = await upload(clerk, town, bytes, '另一个名字.xlsx');
    expect((await batchOf(clerk, second.id)).sameAs).toEqual({ id: first.id });
    expect((await check(clerk, second.id)).batch).toMatchObject({ skippedCount: 2, createdCount: 0, updatedCount: 0 });
    const { errors } = await act(clerk, 'importBatchCommit', second.id);
    expect(errors).toMatchObject([{ code: 'WRONG_STATE', message: expect.stringContaining('没有可导入的行') }]);
    expect(await register()).toEqual(before);
  });

  it('changes what it says otherwise of people who are known, and leaves alone what it leaves empty', async () => {
    await imported(clerk, town, family('A-3', 30));
    const [head] = family('A-3', 30);
    const again = [{ ...head, 姓名: '单鸣', 电话: '13900139001', 住址: '示例 9 号', 户类别: '五保户' }] as Cells[];
    const batch = await checked(clerk, town, again);
    expect(batch).toMatchObject({ updatedCount: 1, createdCount: 0, failedCount: 0 });
    const [row] = await rowsOf(clerk, batch.id, 'UPDATE');
    expect(row.changes).toEqual([
      { field: 'ADDRESS', before: '示例 1 号', after: '示例 9 号' },
      { field: 'STATUS', before: expect.stringMatching(/低保户/), after: expect.stringMatching(/五保户$/) },
      { field: 'NAME', before: '单明', after: '单鸣' },
      { field: 'PHONE', before: '138****8000', after: '139****9001' },
    ]);
    await act(clerk, 'importBatchCommit', batch.id);
    expect(await householdOf('A-3')).toMatchObject({ headName: '单鸣', address: '示例 9 号', size: 2 });
    const undone = await act(clerk, 'importBatchUndo', batch.id, { reason: '录错（示例）' });
    expect(undone.errors).toEqual([]);
    const household = await householdOf('A-3');
    expect(household).toMatchObject({ headName: '单明', address: '示例 1 号' });
    expect(household.statuses).toHaveLength(2);
    expect(household.memberships[0].person).toMatchObject({ name: '单明', phoneMasked: '138****8000' });
  });

  it('finds people without an identity number by name and day of birth, and fills the number in', async () => {
    const [head] = family('A-4', 40) as [Cells];
    const without = { ...head, 身份证号: '', 出生日期: '1980年1月1日' };
    await imported(clerk, town, [without]);
    const batch = await checked(clerk, town, [head]);
    expect(batch).toMatchObject({ updatedCount: 1, createdCount: 0 });
    expect((await checked(clerk, town, [without])).skippedCount).toBe(1);
  });
});

describe('taking a batch back', () => {
  it('leaves nothing of it, and its identity numbers are free again', async () => {
    const before = await register();
    const { id } = await imported(clerk, town, family('B-1', 50));
    const undone = await act(clerk, 'importBatchUndo', id, { reason: '整批重来（示例）' });
    expect(undone).toMatchObject({ errors: [], batch: { state: 'UNDONE' } });
    expect(await register()).toEqual(before);
    expect(await imported(clerk, town, family('B-1', 50))).toMatchObject({ state: 'COMMITTED', createdCount: 2 });
    const again = await act(clerk, 'importBatchUndo', id, { reason: '再来（示例）' });
    expect(again.errors).toMatchObject([{ code: 'WRONG_STATE' }]);
  });

  it('is refused once somebody has joined one of its households, saying what hangs on it', async () => {
    const { id } = await imported(clerk, town, family('B-2', 60));
    const household = await householdOf('B-2');
    const join = `mutation ($input: PersonCreateInput!) { personCreate(input: $input) { person { id } errors { message } } }`;
    await data(clerk, join, { input: { householdId: household.id, relation: 'CHILD', name: '单小' } });
    const before = await register();
    const { errors } = await act(clerk, 'importBatchUndo', id, { reason: '录错（示例）' });
    expect(errors).toMatchObject([{ code: 'WRONG_STATE', message: '不能撤销：这批户和人之后已有成员变动 1 条。' }]);
    expect(await register()).toEqual(before);
  });

  it('is refused once a later file has changed its people', async () => {
    const { id } = await imported(clerk, town, family('B-3', 70));
    await imported(clerk, town, [{ ...family('B-3', 70)[0], 电话: '13900139002' }]);
    const { errors } = await act(clerk, 'importBatchUndo', id, { reason: '录错（示例）' });
    expect(errors).toMatchObject([{ code: 'WRONG_STATE', message: expect.stringContaining('修改 1 条') }]);
  });

  it('is all that the database lets go: of the register it deletes nobody else', async () => {
    const [{ tenant_id: tenant } = { tenant_id: 0 }] = await asOwner<{ tenant_id: number }>(
      `select tenant_id from station where code = '620981'`,
    );
    const join = `mutation ($input: PersonCreateInput!) { personCreate(input: $input) { person { id } errors { message } } }`;
    const { personCreate } = await data(clerk, join, { input: { stationId: town, name: '周远' } });
    const { id } = personCreate.person;
    await asApplication({ tenant, stations: '*' }, async (client) => {
      const { rowCount } = await client.query('delete from person where tenant_id = $1 and id = $2', [tenant, id]);
      expect(rowCount).toBe(0);
    });
  });
});

describe('who may', () => {
  it('another town’s clerk knows nothing of a batch', async () => {
    const { id } = await upload(clerk, town, await xlsxOf(family('C-1', 80)));
    const { importBatch, importBatches } = await data(
      other,
      'query ($id: ID!) { importBatch(id: $id) { id } importBatches { totalCount } }',
      { id },
    );
    expect([importBatch, importBatches.totalCount]).toEqual([null, 0]);
    const answer = await ask(other, actOf('importBatchCommit'), { id, version: 1 });
    expect(answer.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await upload(other, town, await xlsxOf(family('C-1', 80)))).error?.extensions.code).toBe('FORBIDDEN');
  });

  it('an editor, a stranger and another site’s page send no file', async () => {
    const bytes = await xlsxOf(family('C-2', 82));
    const sent = [
      await upload(actors.editor('training', 'chijin'), town, bytes),
      await upload(actors.anonymous, town, bytes),
      await upload(clerk, town, bytes, 'x.xlsx', { origin: 'https://elsewhere.example' }),
      await upload(clerk, '01890000-0000-7000-8000-000000000000', bytes),
    ];
    expect(sent.map(({ status, error }) => [status, error?.extensions.code])).toEqual([
      [403, 'FORBIDDEN'],
      [401, 'UNAUTHENTICATED'],
      [403, 'FORBIDDEN'],
      [404, 'NOT_FOUND'],
    ]);
  });

  it('a stale version is refused, and of two commits at once one is done', async () => {
    const batch = await checked(clerk, town, family('C-3', 84));
    const stale = await ask(clerk, actOf('importBatchCommit'), { id: batch.id, version: batch.version - 1 });
    expect(stale.errors?.[0]?.extensions?.code).toBe('STALE');
    const commit = () => ask(clerk, actOf('importBatchCommit'), { id: batch.id, version: batch.version });
    const answers = await Promise.all([commit(), commit()]);
    const done = answers.filter((one) => one.data?.importBatchCommit?.batch?.state === 'COMMITTED');
    expect(done).toHaveLength(1);
    expect((await householdOf('C-3')).size).toBe(2);
  });

  it('a file that no longer says what was agreed to is checked again first', async () => {
    const batch = await checked(clerk, town, family('C-4', 86));
    await imported(clerk, town, family('C-4', 86));
    const { errors } = await act(clerk, 'importBatchCommit', batch.id);
    expect(errors).toMatchObject([{ code: 'WRONG_STATE', message: expect.stringContaining('请重新核对') }]);
  });
});
