import { beforeAll, describe, expect, it } from '@jest/globals';
import { today } from '../../../api/kernel/index.js';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { giveRole } from '../../support/database.js';
import { csvOf, rowsOf, sheetOf, type Taken, take, xmlOf } from '../../support/export.js';
import { inventedNumber, makeHousehold, makePerson, makeStatus } from '../../support/households.js';
import { make } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const [clerk, sibling, admin] = [actors.clerk('chijin'), actors.clerk('huangzhawan'), actors.admin()];
const idNumber = inventedNumber();
const formulas = ['=1+1', '+86', '-2', '@SUM(A1)', '＝HYPERLINK("x")', '620981198001010012', '路"口", 3 号\n二层'];
let town = '';
let village = '';
let abroad = '';

beforeAll(async () => {
  town = await stationId('620981102');
  village = await stationId('620981102200');
  abroad = await stationId('450481108');
  for (const [i, address] of formulas.entries()) {
    const { id } = await makeHousehold(clerk, village, { code: `E-${i}`, address });
    await makePerson(clerk, {
      householdId: id,
      relation: 'HEAD',
      name: `孙${'甲乙丙丁戊己庚'[i]}`,
      ...(i === 0 && { idNumber, phone: '13800138000', sex: 'MALE', birthDay: '1980-01-01', canWork: true }),
    });
    if (i === 0) await makeStatus(clerk, id, { status: 'EXITED' });
    if (i === 0) await makeStatus(clerk, id, { status: 'SUBSISTENCE' });
  }
  const other = await makeHousehold(sibling, await stationId('620981105202'), { code: 'E-other', address: '邻镇' });
  await makePerson(sibling, { householdId: other.id, relation: 'HEAD', name: '周邻' });
});

/** What the log of the door holds of files, the latest first. */
async function logged(kind = 'EXPORTED'): Promise<{ account: string; detail: string }[]> {
  return asOwner(`select account, detail from security_event where kind = $1 order by seq desc`, [kind]);
}

describe('a workbook', () => {
  let file: Taken;
  beforeAll(async () => {
    file = await take(clerk, {
      list: 'households',
      format: 'xlsx',
      where: { within: town, isClosed: false },
      orderBy: { field: 'CREATED_AT', direction: 'ASC' },
    });
  });

  it('holds what the list shows, cell by cell, under headings in the language of who asks', async () => {
    expect(await sheetOf(file)).toEqual([
      ['户编号', '户主', '所属乡镇', '所在村居', '人口', '户类别', '住址', '已注销'],
      ...formulas.map((address, i) => [
        `E-${i}`,
        `孙${'甲乙丙丁戊己庚'[i]}`,
        '赤金镇',
        expect.any(String),
        1,
        i === 0 ? '脱贫户、低保户' : null,
        address,
        '否',
      ]),
    ]);
    const english = await take(
      clerk,
      { list: 'households', format: 'xlsx', where: { code: { startsWith: 'E-0' } } },
      { 'accept-language': 'en' },
    );
    expect(await sheetOf(english)).toEqual([
      ['Number', 'Head', 'Town', 'Village', 'Members', 'Status', 'Address', 'Struck off'],
      ['E-0', '孙甲', '赤金镇', expect.any(String), 1, 'Out of poverty, Subsistence allowance', '=1+1', 'No'],
    ]);
  });

  it('has no formula, and keeps every text a text, long digits too', () => {
    const xml = xmlOf(file);
    expect(xml).not.toContain('<f');
    for (const [i, address] of formulas.entries()) {
      const cell = new RegExp(`<c r="G${i + 2}" s="1" t="inlineStr">.*?</c>`, 's').exec(xml)?.[0];
      expect(cell).toContain(address.replaceAll('"', '&quot;'));
    }
    expect(xml).toMatch(/<c r="E2" s="3"><v>1<\/v><\/c>/);
  });

  it('says on a second sheet which list, of what filter, how many, as of when and by whom', async () => {
    const facts = Object.fromEntries((await sheetOf(file, 2)) as [string, string][]);
    expect(facts).toEqual({
      清单: '户清单',
      '县（市、区）': '玉门市',
      行数: String(formulas.length),
      '筛选：范围（含下级）': '赤金镇',
      '筛选：已注销': '否',
      数据截至: expect.stringMatching(new RegExp(`^${today()} \\d\\d:\\d\\d:\\d\\d（北京时间）$`)),
      导出人: expect.stringContaining('（clerk.chijin@620981）'),
      号码: '身份证号、电话等已隐去部分数字。',
    });
    expect([file.name, file.type]).toEqual([
      `户清单 玉门市 ${today()}.xlsx`,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
  });

  it('shows numbers masked and days as days', async () => {
    const people = await take(clerk, { list: 'persons', format: 'xlsx', where: { search: '孙甲' } });
    const [, row] = await sheetOf(people);
    expect(row).toEqual([
      '孙甲',
      '男',
      new Date('1980-01-01'),
      `${idNumber.slice(0, 4)}************${idNumber.slice(-2)}`,
      '138****8000',
      'E-0',
      '孙甲',
      '赤金镇',
      expect.any(String),
      '是',
      null,
      '否',
    ]);
    for (const number of [1, 2]) expect(xmlOf(people, number)).not.toContain(idNumber);
  });
});

describe('a CSV', () => {
  it('opens in a Chinese spreadsheet: its mark, CRLF, and nothing that is worked out or rounded', async () => {
    const file = await take(clerk, {
      list: 'households',
      where: { within: town },
      orderBy: { field: 'CREATED_AT', direction: 'ASC' },
    });
    const text = file.bytes.toString('utf8');
    expect([text.charCodeAt(0), text.endsWith('\r\n'), file.type, file.name]).toEqual([
      0xfeff,
      true,
      'text/csv; charset=utf-8',
      `户清单 玉门市 ${today()}.csv`,
    ]);
    const addresses = csvOf(file)
      .slice(1)
      .map((row) => row[6]);
    expect(addresses).toEqual(formulas.map((address, i) => (i < 6 ? `'${address}` : address)));
    expect(text.split('\r\n')).toHaveLength(formulas.length + 2);
  });

  it('writes instants as the clock in Shanghai shows them', async () => {
    const [account] = await asOwner<{ at: string }>(
      `select to_char(created_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') at from "user" where account = 'clerk.chijin@620981'`,
    );
    const [row] = rowsOf(await take(admin, { list: 'users', where: { search: 'clerk.chijin' } }));
    expect(row).toMatchObject({ 账号: 'clerk.chijin@620981', 现任角色: '所办事员', 停用: '否', 登记时间: account?.at });
  });
});

describe('whose rows a file holds', () => {
  const codesOf = async (by = clerk) =>
    rowsOf(await take(by, { list: 'households' }))
      .map((row) => row.户编号)
      .sort();

  it('is the asker’s own town, the whole county for its administrator, and nobody else’s', async () => {
    expect(await codesOf()).toEqual(formulas.map((_, i) => `E-${i}`));
    expect(await codesOf(sibling)).toEqual(['E-other']);
    expect(await codesOf(admin)).toEqual([...formulas.map((_, i) => `E-${i}`), 'E-other']);
    expect(await codesOf(actors.admin('450481'))).toEqual([]);
    expect(rowsOf(await take(clerk, { list: 'households', where: { within: await stationId('620981105') } }))).toEqual(
      [],
    );
  });

  it('is cut to where files may be taken out, though more may be read', async () => {
    await giveRole('office.huangzhawan@620981', 'STATION_LEAD', '620981102200');
    const both = actors.office('huangzhawan');
    const { households } = await data(both, '{ households { nodes { code } } }');
    expect(households.nodes).toHaveLength(formulas.length + 1);
    expect(await codesOf(both)).toEqual(['E-other']);
  });

  it('is nobody’s for another county’s station, which does not exist', async () => {
    const { status, error } = await take(clerk, { list: 'households', where: { within: abroad } });
    expect([status, error?.extensions.code]).toEqual([404, 'NOT_FOUND']);
  });
});

describe('a file is refused', () => {
  it('to whoever may read the list but not take it out, who is told what is missing and noted', async () => {
    const lead = actors.station('chijin');
    expect((await data(lead, '{ households { totalCount } }')).households.totalCount).toBe(formulas.length);
    const { status, error } = await take(lead, { list: 'households' });
    expect([status, error?.extensions.code, error?.extensions.missing]).toEqual([
      403,
      'FORBIDDEN',
      expect.objectContaining({ permission: 'EXPORT_RUN' }),
    ]);
    expect((await logged('FORBIDDEN'))[0]).toEqual({
      account: 'station.chijin@620981',
      detail: 'export households: role, EXPORT_RUN',
    });
  });

  it('to whoever may take lists out but not read this one', async () => {
    const { status, error } = await take(actors.finance(), { list: 'households' });
    expect([status, error?.extensions.missing]).toEqual([
      403,
      expect.objectContaining({ permission: 'HOUSEHOLD_READ' }),
    ]);
  });

  it('to a partner’s key, a stranger and another site’s page', async () => {
    const { secret } = await make.key(admin, { scopes: ['TRAINING'], stationIds: [town] });
    for (const by of [actors.partner(secret), actors.anonymous])
      expect(await take(by, { list: 'trainingProgrammes' })).toMatchObject({ status: 401 });
    const foreign = await take(clerk, { list: 'households' }, { origin: 'https://elsewhere.example' });
    expect([foreign.status, foreign.error?.extensions.reason]).toEqual([403, 'origin']);
  });

  it('before a byte is sent when its filter, order, list or form is wrong, with the path', async () => {
    const before = await logged();
    const many = Array.from({ length: 101 }, () => village);
    const wrong: [object, unknown][] = [
      [{ list: 'households', where: { colour: 'red' } }, ['where']],
      [{ list: 'households', where: { status: { in: ['RICH'] } } }, ['where', 'status', 'in', '0']],
      [{ list: 'households', where: { station: { in: many } } }, ['where', 'station', 'in']],
      [{ list: 'households', where: { search: '甲'.repeat(101) } }, ['where', 'search']],
      [{ list: 'distributions', where: { asOf: '2019-02-30' } }, ['where', 'asOf']],
      [{ list: 'households', where: [village] }, ['where']],
      [{ list: 'households', orderBy: { field: 'WEALTH', direction: 'ASC' } }, ['orderBy', 'field']],
      [{ list: 'auditEntries' }, ['list']],
      [{ list: 'households', format: 'pdf' }, ['format']],
      [{}, ['list']],
    ];
    for (const [asked, path] of wrong) {
      const { status, error } = await take(admin, asked);
      expect([status, error?.extensions.code, error?.extensions.path]).toEqual([400, 'BAD_USER_INPUT', path]);
    }
    expect(await take(admin, { list: 'course.enrolments' })).toMatchObject({ status: 404 });
    expect(await logged()).toEqual(before);
  });
});

describe('the security log', () => {
  it('says who took which list by which filter and how many rows, no number in full', async () => {
    await take(clerk, { list: 'persons', where: { idNumber, within: town } });
    await take(clerk, { list: 'persons', where: { search: '13800138000' } });
    const [search, number] = await logged();
    expect(number).toEqual({
      account: 'clerk.chijin@620981',
      detail: `persons csv: 1 rows, filter {"idNumber":"${idNumber.slice(0, 3)}****${idNumber.slice(-4)}","within":"${town}"}`,
    });
    expect(search?.detail).toBe('persons csv: 0 rows, filter {"search":"138****8000"}');
    const { securityEvents } = await data(
      actors.inspector(),
      '{ securityEvents(first: 1, where: { kind: { in: [EXPORTED] } }) { nodes { kind account } } }',
    );
    expect(securityEvents.nodes).toEqual([{ kind: 'EXPORTED', account: 'clerk.chijin@620981' }]);
  });
});
