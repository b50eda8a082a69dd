import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { app, ask, codes, data } from '../../support/app.js';
import { makeHousehold, makeStatus } from '../../support/households.js';
import { make } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { householdsByTown, makeReports } from '../../support/reports.js';
import { asApplication, asOwner, refusalOf } from '../../support/sql.js';

const [director, leader, clerk] = [actors.director(), actors.leader(), actors.clerk('chijin')];
const [office, sibling] = [actors.office('chijin'), actors.office('huangzhawan')];
let village = '';
let town = '';
let id = '';

const freeze = `mutation ($input: EditionFreezeInput!, $key: String) { editionFreeze(input: $input, idempotencyKey: $key) {
  edition { id title hash frozenBy frozenByName asOf from to station { code } } errors { path code message } } }`;
const comment = `mutation ($id: ID!, $text: String!, $key: String) { editionComment(id: $id, text: $text, idempotencyKey: $key) {
  edition { comments { text writtenBy writtenByName } } errors { path code } } }`;
const look = `query ($id: ID!) { edition(id: $id) { title hash isIntact comments { text }
  report { from to asOf by lines { label station { code } cells { metric value splitName unit } }
    total { label cells { metric split value rows(first: 5) { totalCount } } } }
  drift { count cells { metric line split splitName unit was now station { code } } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
const seen = async (by: Actor = director, edition = id, asking = {}): Promise<any> =>
  (await data(by, look, { id: edition }, asking)).edition;

beforeAll(async () => {
  await app();
  [village, town] = await Promise.all([stationId('620981102200'), stationId('620981102')]);
  await makeHousehold(clerk, village);
  id = (await makeReports.edition(director)).id;
}, 120_000);

describe('an edition', () => {
  test('says who froze what, of which period and day, with a hash over both', async () => {
    const { editionFreeze } = await data(director, freeze, { input: householdsByTown });
    expect(editionFreeze).toMatchObject({
      edition: {
        title: householdsByTown.title,
        frozenBy: 'director@620981',
        from: '2024-01-01',
        to: '2024-12-31',
        asOf: '2024-12-31',
        station: { code: '620981' },
      },
      errors: [],
    });
    const [kept] = await asOwner<{ parameters: object; figures: object; hash: string }>(
      'select f.parameters, f.figures, e.hash from edition_figures f join edition e on e.id = f.edition_id where e.id = $1',
      [editionFreeze.edition.id],
    );
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : value && typeof value === 'object'
          ? Object.fromEntries(
              Object.entries(value)
                .toSorted()
                .map(([key, one]) => [key, sorted(one)]),
            )
          : value;
    const text = JSON.stringify(sorted({ parameters: kept?.parameters, figures: kept?.figures }));
    expect(editionFreeze.edition.hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  test('frozen before a change says what it said, and shows and counts what differs today', async () => {
    const before = await seen();
    expect(before.drift).toEqual({ count: 0, cells: [] });
    const { id: household } = await makeHousehold(clerk, village);
    await makeStatus(clerk, household, { status: 'REGISTERED', from: '2018-01-01' });
    const after = await seen();
    expect(after.report.lines).toEqual(before.report.lines);
    expect([after.hash, after.isIntact]).toEqual([before.hash, true]);
    const figures = { metric: 'HOUSEHOLDS_COUNT', split: null, splitName: null, unit: '户', was: '1', now: '2' };
    expect(after.drift).toEqual({
      count: 2,
      cells: [
        { ...figures, line: '赤金镇', station: { code: '620981102' } },
        { ...figures, line: '合计', station: null },
      ],
    });
    expect(after.report.total.cells.at(-1)).toMatchObject({ value: '1', rows: { totalCount: 2 } });
  });

  test('tells of a value of its split that has come since', async () => {
    const split = { metrics: ['HOUSEHOLDS_COUNT'], split: 'STATUS' };
    const edition = (await makeReports.edition(director, split)).id;
    const { id: household } = await makeHousehold(clerk, village);
    await makeStatus(clerk, household, { status: 'FIVE_GUARANTEES', from: '2018-01-01' });
    const { drift } = await seen(director, edition);
    expect(drift.count).toBe(2);
    expect(drift.cells[1]).toMatchObject({ line: '合计', split: 'FIVE_GUARANTEES', was: null, now: '1' });
    expect(drift.cells[1].splitName).toContain('五保户');
  });

  test('speaks the language of its reader', async () => {
    const { report } = await seen(director, id, { language: 'en' });
    expect(report.lines[0].label).toBe('County itself');
    expect(report.lines[0].cells[1].unit).toBe('households');
  });

  test('whose figures were tampered with is no longer intact', async () => {
    const edition = (await makeReports.edition(director)).id;
    await asOwner(
      `update edition_figures set figures = jsonb_set(figures, '{figures,0,value}', '"7"') where edition_id = $1`,
      [edition],
    );
    expect((await seen(director, edition)).isIntact).toBe(false);
  });

  test('is changed and removed by nobody: the application has no right to', async () => {
    const [tenant] = await asOwner<{ id: number }>(`select id from tenant where code = '620981'`);
    const said = await asApplication({ tenant: tenant?.id ?? 0, stations: '*' }, async (client) => [
      await refusalOf(client, `update edition set title = '另一份'`),
      await refusalOf(client, 'delete from edition'),
      await refusalOf(client, `update edition_figures set figures = '{}'`),
      await refusalOf(client, 'delete from edition_figures'),
      await refusalOf(client, `update edition_comment set text = '另一句'`),
      await refusalOf(client, 'delete from edition_comment'),
      await refusalOf(client, 'select count(*) from edition'),
    ]);
    expect(said.slice(0, 6).every((one) => one?.startsWith('42501 '))).toBe(true);
    expect(said[6]).toBeNull();
  });
});

describe('who reads an edition', () => {
  test('is whoever may see its sums: a leader of the county, and of a town’s own also the town', async () => {
    const own = (await makeReports.edition(office)).id;
    expect((await data(office, '{ editions { nodes { id station { code } } } }')).editions.nodes).toEqual([
      { id: own, station: { code: '620981102' } },
    ]);
    for (const by of [office, director, leader]) expect((await seen(by, own)).report.lines).toHaveLength(1);
    expect((await seen(leader)).report.total.cells[1].value).toBe('1');
  });

  test('is no sibling town, no town of the county’s, no other county, no clerk and no partner', async () => {
    const own = (await makeReports.edition(office)).id;
    for (const [by, edition] of [
      [sibling, own],
      [office, id],
      [actors.director('450481'), id],
    ] as const) {
      expect(await seen(by, edition)).toBeNull();
      expect(codes(await ask(by, comment, { id: edition, text: '看过' }))).toEqual(['NOT_FOUND']);
    }
    expect(codes(await ask(clerk, look, { id }))).toEqual(['FORBIDDEN']);
    const made = await make.key(actors.admin(), { scopes: ['REPORTS'], stationIds: [await stationId('620981')] });
    expect(codes(await ask(actors.partner(made.secret), look, { id }))).toEqual(['FORBIDDEN']);
  });

  test('comments on it once a click, and others read the comment with its writer', async () => {
    for (let click = 0; click < 2; click += 1) {
      const { editionComment } = await data(leader, comment, { id, text: '请核对赤金镇。', key: 'comment-1' });
      expect(editionComment.edition.comments).toEqual([
        { text: '请核对赤金镇。', writtenBy: 'leader@620981', writtenByName: expect.any(String) },
      ]);
    }
    expect((await seen()).comments).toEqual([{ text: '请核对赤金镇。' }]);
    const empty = await data(leader, comment, { id, text: ' ' });
    expect(empty.editionComment.errors).toEqual([{ path: ['text'], code: 'REQUIRED' }]);
    const long = await data(leader, comment, { id, text: '长'.repeat(1001) });
    expect(long.editionComment.errors).toEqual([{ path: ['text'], code: 'TOO_LONG' }]);
  });
});

describe('freezing', () => {
  test('the same click twice makes one edition, another report under its key is a conflict', async () => {
    const again = { input: { ...householdsByTown, title: '同一次点击' }, key: 'freeze-1' };
    const [first, second] = [await data(director, freeze, again), await data(director, freeze, again)];
    expect(second.editionFreeze.edition.id).toBe(first.editionFreeze.edition.id);
    const other = { ...again, input: { ...again.input, title: '另一份' } };
    expect(codes(await ask(director, freeze, other))).toEqual(['CONFLICT']);
  });

  test.each([
    ['of a future day', { asOf: '2199-01-01' }, ['asOf']],
    [
      'of a period upside down',
      { period: { days: { from: '2024-02-01', to: '2024-01-01' } } },
      ['period', 'days', 'to'],
    ],
    ['split as a metric cannot be', { split: 'SPECIES' }, ['split']],
    ['of nothing', { metrics: [] }, ['metrics']],
  ])('a report %s is refused, and nothing is kept', async (_says, more, path) => {
    const count = async () => (await data(director, '{ editions { totalCount } }')).editions.totalCount;
    const before = await count();
    const answer = await ask(director, freeze, { input: { ...householdsByTown, ...more } });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', path });
    expect(await count()).toBe(before);
  });

  test('outside one’s grants, in another county or by an inspector is refused', async () => {
    const within = (station: string) => ({ input: { ...householdsByTown, within: station } });
    expect(codes(await ask(sibling, freeze, within(town)))).toEqual(['NOT_FOUND']);
    expect(codes(await ask(director, freeze, within(await stationId('450481108'))))).toEqual(['NOT_FOUND']);
    expect(codes(await ask(actors.inspector(), freeze, { input: householdsByTown }))).toEqual(['FORBIDDEN']);
    const blank = await data(director, freeze, { input: { ...householdsByTown, title: ' ' } });
    expect(blank.editionFreeze.errors).toMatchObject([{ path: ['input', 'title'], code: 'REQUIRED' }]);
  });

  test('is told to the audit with the hash, and the figures are not copied there', async () => {
    const rows = await asOwner<{ record: string; after: Record<string, unknown> }>(
      `select record, after from audit_entry where act = 'editionFreeze' and record in ('Edition', 'EditionFigures') order by id limit 2`,
    );
    const [edition, figures] = ['Edition', 'EditionFigures'].map((name) => rows.find(({ record }) => record === name));
    expect(edition?.after).toMatchObject({
      title: householdsByTown.title,
      hash: expect.stringMatching(/^[\da-f]{64}$/),
    });
    for (const name of ['parameters', 'figures']) expect(String(figures?.after[name])).toMatch(/^.{0,3}\*{4}.{0,4}$/);
  });
});
