import { beforeAll, describe, expect, test } from '@jest/globals';
import { reportTable } from '../../../api/exchange/reportTable.js';
import type { Report } from '../../../api/reports/index.js';
import type { Directory } from '../../../api/tenancy/index.js';
import { type Actor, actors } from '../../support/actors.js';
import { app, data } from '../../support/app.js';
import { giveRole } from '../../support/database.js';
import { csvOf, sheetOf, type Taken, take, xmlOf } from '../../support/export.js';
import { makeHousehold } from '../../support/households.js';
import { make } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { makeReports } from '../../support/reports.js';
import { asOwner } from '../../support/sql.js';
import { makeFixture } from '../reports/fixture.js';
import { county, type Fixture } from '../reports/rows.js';

let fixture: Fixture;
const director = actors.director(county);

beforeAll(async () => {
  await app();
  fixture = await makeFixture();
}, 120_000);

const usual = { metrics: ['TRAINING_PERSON_TIMES'], period: { quarter: '2025-Q2' }, asOf: '2025-06-30' };

/** Takes a report of the fixture's quarter. */
async function reportAs(
  format: 'xlsx' | 'csv',
  more: object = {},
  by: Actor = director,
  english = false,
): Promise<Taken> {
  return take(by, { report: { ...usual, ...more }, format }, english ? { 'accept-language': 'en' } : {});
}

/** The rows whose place is one of the fixture's, or the total. */
const ofFixture = (rows: unknown[][]) =>
  rows.filter((row) => row.some((cell) => /^(示例|合计|Total)/.test(String(cell))));

async function logged(kind = 'EXPORTED'): Promise<{ account: string; detail: string }[]> {
  return asOwner('select account, detail from security_event where kind = $1 order by seq desc', [kind]);
}

describe('a report as a workbook', () => {
  const metrics = ['TRAINING_PERSON_TIMES', 'TRAINING_PERSONS', 'PROGRAMMES_BUDGET', 'TRAINING_HOUSEHOLD_COVERAGE'];

  test('has a row for each line, the total first, and beside each figure the one before, as numbers', async () => {
    const rows = await sheetOf(await reportAs('xlsx', { metrics, compare: 'PREVIOUS' }));
    expect(rows[0]).toEqual([
      '单位代码',
      '单位',
      '培训人次（人次）',
      '上期：培训人次（人次）',
      '培训人数（人，合计重新计算）',
      '上期：培训人数（人，合计重新计算）',
      '项目预算（元）',
      '上期：项目预算（元）',
      '培训户覆盖率（%，合计重新计算）',
      '上期：培训户覆盖率（%，合计重新计算）',
    ]);
    expect(ofFixture(rows)).toEqual([
      [null, '合计', 7, 1, 4, 1, 8000, 6000, 75, 20],
      ['141034910', '示例N1', 5, 1, 4, 1, 1000, 1000, 50, 33.3],
      ['141034920', '示例N2', 2, 0, 2, 0, 7000, 5000, 100, 0],
    ]);
    expect(rows[2]).toEqual(['141034', '县本级', 0, 0, 0, 0, 0, 0, null, null]);
  });

  test('says on its second sheet what was asked, which totals add, when and by whom', async () => {
    const file = await reportAs('xlsx', { metrics, compare: 'PREVIOUS', within: fixture.stations.N1 });
    expect(await sheetOf(file, 2)).toEqual([
      ['报表', '统计报表'],
      ['县（市、区）', '汾西县'],
      ['范围（含下级）', '示例N1'],
      ['统计到', '乡镇'],
      ['统计期间', '2025-04-01 至 2025-06-30'],
      ['截至日', '2025-06-30'],
      ['对比', '上期（2025-01-01 至 2025-03-31，截至 2025-03-30）'],
      ['指标：培训人次', '期间内到课的次数：同一人参加两场计两次。合计为各行之和。'],
      ['指标：培训人数', expect.stringMatching(/每人只计一次。合计整体重新计算，不等于各行相加。$/)],
      ['指标：项目预算', expect.stringMatching(/合计为各行之和。$/)],
      ['指标：培训户覆盖率', expect.stringMatching(/合计整体重新计算，不等于各行相加。$/)],
      ['行数', '2'],
      ['导出时间', expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d（北京时间）$/)],
      ['导出人', expect.stringContaining('（director@141034）')],
    ]);
    expect(file.name).toBe('统计报表 示例N1 2025-06-30.xlsx');
  });

  test('speaks English to whoever asks so', async () => {
    const asked = {
      metrics: ['INDUSTRY_DISTRIBUTED', 'INDUSTRY_DISTRIBUTION_HOUSEHOLDS'],
      split: 'ITEM',
      compare: 'YEAR_BEFORE',
    };
    const file = await reportAs('xlsx', asked, director, true);
    const [heads, ...rows] = await sheetOf(file);
    expect(heads).toEqual([
      'Code',
      'Place',
      'Item',
      'Quantity given out (Plants or seedlings)',
      'A year before: Quantity given out (Plants or seedlings)',
      expect.stringMatching(/ \(households, total counted anew\)$/),
      expect.stringMatching(/^A year before: .* \(households, total counted anew\)$/),
    ]);
    expect(rows[0]).toEqual([null, 'Total', '示例苗', 150, 0, 2, 0]);
    const facts = new Map((await sheetOf(file, 2)) as [string, string][]);
    expect([facts.get('Split by'), facts.get('By'), facts.get('Within')]).toEqual([
      'Item',
      'Township',
      'Everywhere that you may take out',
    ]);
    expect(file.name).toBe('Report 汾西县 2025-06-30.xlsx');
  });
});

describe('a report as CSV', () => {
  test('has a row for each village and value of the split, with its town; what was not found is nought', async () => {
    const asked = { metrics: ['TRAINING_PERSON_TIMES', 'HOUSEHOLDS_COUNT'], split: 'STATUS', by: 'VILLAGE' };
    const file = await reportAs('csv', { ...asked, within: fixture.stations.N1 });
    expect([file.type, file.bytes.toString('utf8').charCodeAt(0)]).toEqual(['text/csv; charset=utf-8', 0xfeff]);
    const rows = csvOf(file);
    expect(rows.filter(([, , place]) => ['单位', '合计', '示例V1'].includes(place ?? ''))).toEqual([
      ['单位代码', '所属乡镇', '单位', '户类别', '培训人次（人次）', '户数（户）'],
      ['', '', '合计', '建档立卡户', '3', '1'],
      ['', '', '合计', '脱贫户', '1', '0'],
      ['', '', '合计', '五保户、特困供养户', '0', '1'],
      ['', '', '合计', '无', '1', '0'],
      ["'141034910001", '示例N1', '示例V1', '建档立卡户', '3', '1'],
      ["'141034910001", '示例N1', '示例V1', '脱贫户', '1', '0'],
      ["'141034910001", '示例N1', '示例V1', '五保户、特困供养户', '0', '1'],
      ["'141034910001", '示例N1', '示例V1', '无', '1', '0'],
    ]);
    expect(rows.filter(([, , place]) => place === '示例N1本级')).toHaveLength(4);
  });

  test('has nothing that a spreadsheet would work out, nor has the workbook', async () => {
    await asOwner('update station_name set name = $2 where station_id = $1', [fixture.stations.N2, '=HYPERLINK("x")']);
    const csv = csvOf(await reportAs('csv'));
    const file = await reportAs('xlsx');
    await asOwner('update station_name set name = $2 where station_id = $1', [fixture.stations.N2, '示例N2']);
    expect(csv.at(-1)).toEqual(['141034920', `'=HYPERLINK("x")`, '2']);
    expect((await sheetOf(file)).at(-1)).toEqual(['141034920', '=HYPERLINK("x")', 2]);
    expect(xmlOf(file)).not.toContain('<f');
  });

  test('keeps a hidden figure hidden, and what it is compared with', () => {
    const metric = {
      key: 'training.persons',
      name: { zh: '培训人数', en: 'People' },
      isAdditive: false,
      counts: 'PEOPLE',
    };
    const cell = {
      metric: metric.key,
      split: null,
      splitName: null,
      unit: '人',
      value: null,
      compared: null,
      isHidden: true,
    };
    const line = { at: null, label: '合计', isOwn: false, cells: [cell] };
    const report = { metrics: [metric], split: null, lines: [], total: line } as unknown as Report;
    const { rows } = reportTable(report, {} as Directory, 'zh', { split: null, compared: '上期' });
    expect(rows).toEqual([[null, '合计', '隐去', null]]);
  });
});

describe('an edition as a file', () => {
  test('holds the figures as they were frozen, with who froze them and their hash', async () => {
    const [village, own] = [await stationId('620981102200'), actors.director()];
    await makeHousehold(actors.clerk('chijin'), village);
    const { id } = await makeReports.edition(own);
    const before = await sheetOf(await take(own, { edition: id, format: 'xlsx' }));
    await makeHousehold(actors.clerk('chijin'), village);
    const { edition } = await data(own, 'query ($id: ID!) { edition(id: $id) { hash drift { count } } }', { id });
    expect(edition.drift.count).toBe(2);
    const file = await take(own, { edition: id, format: 'xlsx' });
    expect(await sheetOf(file)).toEqual(before);
    expect(before.find(([code]) => code === '620981102')).toEqual(['620981102', '赤金镇', expect.any(Number), 1]);
    expect((await sheetOf(file, 2)).slice(0, 7)).toEqual([
      ['定稿', '户数统计（示例）'],
      ['定稿人', expect.stringContaining('（director@620981）')],
      ['定稿时间', expect.stringContaining('（北京时间）')],
      ['校验码', edition.hash],
      ['校验', '数字与定稿时相符'],
      ['县（市、区）', '玉门市'],
      ['范围（含下级）', '玉门市'],
    ]);
    expect(file.name).toBe('户数统计（示例） 2024-12-31.xlsx');
    expect((await logged())[0]?.detail).toMatch(new RegExp(`^edition ${id} xlsx: stations.count, households.count `));
  });

  test('is not there for another county, a sibling town, nor for a wrong id', async () => {
    const own = actors.office('chijin');
    const { id } = await makeReports.edition(own, { within: await stationId('620981102') });
    expect((await take(own, { edition: id })).status).toBe(200);
    for (const by of [director, actors.office('huangzhawan')])
      expect((await take(by, { edition: id })).error?.extensions.code).toBe('NOT_FOUND');
    expect((await take(own, { edition: 'x' })).error?.extensions.code).toBe('NOT_FOUND');
    expect((await take(own, { edition: 7 })).error?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      path: ['edition'],
    });
  });
});

describe('whose figures a file holds', () => {
  test('is cut to where files may be taken out, though more may be read', async () => {
    const leader = actors.leader();
    const asked = { report: { metrics: ['HOUSEHOLDS_COUNT'], period: { year: 2025 } } };
    const { status, error } = await take(leader, asked);
    expect([status, error?.extensions.missing]).toEqual([403, expect.objectContaining({ permission: 'EXPORT_RUN' })]);
    expect((await logged('FORBIDDEN'))[0]).toEqual({
      account: 'leader@620981',
      detail: 'export report: role, EXPORT_RUN',
    });
    await giveRole('leader@620981', 'OFFICE_CLERK', '620981102');
    const rows = csvOf(await take(leader, asked));
    expect(rows.slice(1).map(([, place]) => place)).toEqual(['合计', '赤金镇']);
    expect(rows[1]?.[2]).toBe(rows[2]?.[2]);
    const { report } = await data(
      leader,
      '{ report(metrics: [HOUSEHOLDS_COUNT], period: { year: 2025 }) { lines { label } } }',
    );
    expect(report.lines.length).toBeGreaterThan(2);
  });

  test('is nobody’s who does not read reports, nor a partner’s or a stranger’s', async () => {
    const asked = { report: usual };
    const { status, error } = await take(actors.clerk('chijin'), asked);
    expect([status, error?.extensions.missing]).toEqual([403, expect.objectContaining({ permission: 'REPORT_READ' })]);
    const { secret } = await make.key(actors.admin(), { scopes: ['REPORTS'], stationIds: [await stationId('620981')] });
    for (const by of [actors.partner(secret), actors.anonymous]) expect((await take(by, asked)).status).toBe(401);
  });
});

describe('a report is refused', () => {
  test('in words, with what is wrong, before a byte is sent or anything is logged', async () => {
    const before = await logged();
    const wrong: [object, string, string[], RegExp][] = [
      [{ metrics: ['WEALTH'] }, 'BAD_USER_INPUT', ['metrics'], /没有“WEALTH”可选/],
      [{ metrics: [] }, 'BAD_USER_INPUT', ['metrics'], /须选 1 至 20 个指标/],
      [{ metrics: undefined }, 'BAD_USER_INPUT', ['metrics'], /请写明 metrics/],
      [{ metrics: 7 }, 'BAD_USER_INPUT', ['metrics'], /MetricKey/],
      [{ period: null }, 'BAD_USER_INPUT', ['period'], /请写明 period/],
      [
        { period: { days: { from: '2025-06-30', to: '2025-06-01' } } },
        'BAD_USER_INPUT',
        ['period', 'days', 'to'],
        /起始日/,
      ],
      [{ period: { month: '2025-13' } }, 'BAD_USER_INPUT', ['period', 'month'], /年月/],
      [{ asOf: '2199-01-01' }, 'BAD_USER_INPUT', ['asOf'], /不得晚于今天/],
      [{ asOf: '2025-02-30' }, 'BAD_USER_INPUT', ['asOf'], /./],
      [{ by: 'STREET' }, 'BAD_USER_INPUT', ['by'], /没有“STREET”可选/],
      [{ split: 'KIND' }, 'BAD_USER_INPUT', ['split'], /不能按 KIND 细分/],
      [{ compare: 'PLAN' }, 'BAD_USER_INPUT', ['compare'], /没有计划数/],
      [{ within: await stationId('620981102') }, 'NOT_FOUND', ['within'], /没有这个单位/],
      [{ within: 'x' }, 'NOT_FOUND', ['within'], /没有这个单位/],
      [{ colour: 'red' }, 'BAD_USER_INPUT', ['colour'], /没有“colour”这个条件/],
    ];
    for (const [more, code, path, says] of wrong) {
      const { error } = await reportAs('csv', more);
      expect([more, error?.extensions.code, error?.extensions.path]).toEqual([more, code, path]);
      expect(error?.message).toMatch(says);
    }
    expect((await take(director, { report: [] })).error?.extensions.path).toEqual(['report']);
    expect((await take(director, { report: usual, format: 'pdf' })).error?.extensions.path).toEqual(['format']);
    expect(await logged()).toEqual(before);
  });

  test('and otherwise logged with its metrics, period and size', async () => {
    await reportAs('csv', { within: fixture.stations.N1 });
    expect((await logged())[0]).toEqual({
      account: 'director@141034',
      detail: `report csv: training.personTimes 2025-04-01 – 2025-06-30 as of 2025-06-30, 2 rows, within ${fixture.stations.N1}`,
    });
  });
});
