import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { app, ask, codes, data } from '../../support/app.js';
import { makeHousehold, makeStatus } from '../../support/households.js';
import { make } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { briefInput, makeReports } from '../../support/reports.js';

const [director, leader, clerk, office] = [
  actors.director(),
  actors.leader(),
  actors.clerk('chijin'),
  actors.office('chijin'),
];
let county = '';
let town = '';
let id = '';

const create = `mutation ($input: BriefInput!, $key: String) { briefCreate(input: $input, idempotencyKey: $key) {
  brief { id version titleZh period asOf station { code } } errors { path code message } } }`;
const update = `mutation ($id: ID!, $version: Int!, $input: BriefInput!) { briefUpdate(id: $id, version: $version, input: $input) {
  brief { version textZh } errors { path code message } } }`;
const preview = `query ($input: BriefInput!) { briefPreview(input: $input) {
  reading { title text parts { text figure { cell { metric value rows(first: 5) { totalCount nodes { title link } } } } } }
  errors { path code message } } }`;
const read = `query ($id: ID!, $period: String, $asOf: Date, $within: ID) {
  briefReading(id: $id, period: $period, asOf: $asOf, within: $within) { title text from to asOf station { code }
    parts { text figure { isOutside split from to asOf station { code } cell { value } } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
const reading = async (by: Actor, more: object = {}, asking = {}): Promise<any> =>
  (await data(by, read, { id, ...more }, asking)).briefReading;

beforeAll(async () => {
  await app();
  [county, town] = await Promise.all([stationId('620981'), stationId('620981102')]);
  const village = await stationId('620981102200');
  await makeHousehold(clerk, village);
  const { id: household } = await makeHousehold(clerk, village);
  await makeStatus(clerk, household, { status: 'REGISTERED', from: '2018-01-01' });
  id = (await makeReports.brief(director, briefInput(county))).id;
}, 120_000);

describe('a brief', () => {
  test('says its sentences with the figures of its period and day, in the language of the reader', async () => {
    const zh = await reading(director);
    expect([zh.title, zh.text]).toEqual([
      '玉门市户数简报（2024年12月31日）',
      '截至2024年12月31日，玉门市共有2户，其中建档立卡1户。',
    ]);
    expect(zh.parts.flatMap(({ figure }: { figure: object | null }) => figure ?? [])).toEqual([
      {
        ...{ isOutside: false, split: null, from: '2024-01-01', to: '2024-12-31', asOf: '2024-12-31' },
        ...{ station: { code: '620981' }, cell: { value: '2' } },
      },
      expect.objectContaining({ split: 'STATUS', cell: { value: '1' } }),
    ]);
    const en = await reading(director, {}, { language: 'en' });
    expect(en.text).toBe('As of 31 December 2024 there were 2 households, 1 registered.');
  });

  test('is read for another period, day and station', async () => {
    const other = await reading(director, { period: '2017-Q1', asOf: '2017-03-31', within: town });
    expect(other.text).toBe('截至2017年3月31日，赤金镇共有2户，其中建档立卡0户。');
    expect([other.from, other.to, other.station.code]).toEqual(['2017-01-01', '2017-03-31', '620981102']);
  });

  test('shows a town its own figures and withholds those of the county', async () => {
    const own = await reading(office, { within: town });
    expect(own.text).toContain('共有2户');
    const above = await reading(office);
    expect(above.text).toBe('截至2024年12月31日，玉门市共有（无权查看）户，其中建档立卡（无权查看）户。');
    expect(above.parts[5].figure).toMatchObject({ isOutside: true, cell: null });
  });

  test.each([
    ['an upside-down period', { period: '2020-02-01..2020-01-01' }, 'BAD_USER_INPUT', ['period']],
    ['no period', { period: '去年' }, 'BAD_USER_INPUT', ['period']],
    ['a future day', { asOf: '2199-01-01' }, 'BAD_USER_INPUT', ['asOf']],
  ])('refuses %s', async (_says, more, code, path) => {
    const answer = await ask(director, read, { id, ...more });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code, path });
  });

  test('is unknown in another county, and nobody’s without the right', async () => {
    expect(codes(await ask(actors.director('450481'), read, { id }))).toEqual(['NOT_FOUND']);
    expect(codes(await ask(director, read, { id, within: await stationId('450481108') }))).toEqual(['NOT_FOUND']);
    expect(codes(await ask(clerk, read, { id }))).toEqual(['FORBIDDEN']);
    const made = await make.key(actors.admin(), { scopes: ['REPORTS'], stationIds: [county] });
    expect(codes(await ask(actors.partner(made.secret), read, { id }))).toEqual(['FORBIDDEN']);
  });
});

describe('writing a brief', () => {
  const wrong = (more: object, language: 'zh' | 'en' = 'en') =>
    data(director, create, { input: briefInput(county, more) }, { language }).then(
      ({ briefCreate }) => briefCreate.errors,
    );

  test('is for the centre: a leader, a town and another county’s director may not', async () => {
    for (const by of [leader, office, actors.countyEditor('training')])
      expect(codes(await ask(by, create, { input: briefInput(town) }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.director('450481'), create, { input: briefInput(county) }))).toEqual(['NOT_FOUND']);
    const other = { id, version: 1, input: briefInput(await stationId('450481')) };
    expect(codes(await ask(actors.director('450481'), update, other))).toEqual(['NOT_FOUND']);
  });

  test('refuses an unknown metric with its place and what comes near', async () => {
    const text = '第一句。\n共{households.cont}户。';
    expect(await wrong({ textZh: text, textEn: text }, 'zh')).toEqual([
      {
        path: ['input', 'textZh'],
        code: 'INVALID',
        message:
          '第 2 行第 3 个字：没有指标 households.cont；相近的有 households.count、households.people、households.workers。',
      },
      expect.objectContaining({ path: ['input', 'textEn'] }),
    ]);
  });

  test('refuses a split, a parameter, a station, a period and a day that do not exist', async () => {
    const text =
      '{households.count split=SPECIES:SHEEP}{households.count colour=red}{households.count within=450481108}{households.count asOf=2199-01-01}';
    const errors = await wrong({ textZh: text, textEn: text, period: '2024-13', asOf: '2199-01-01' });
    const said = errors.map(({ path, message }: { path: string[]; message: string }) => `${path[1]} ${message}`);
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringContaining('textZh Line 1, character 25: “Households” cannot be split by SPECIES'),
        expect.stringContaining('textZh Line 1, character 57: There is no parameter colour'),
        expect.stringContaining('textEn Line 1, character 93: This county has no station 450481108.'),
        expect.stringContaining('textEn Line 1, character 126: A report cannot be as of a future day.'),
        expect.stringContaining('period A period is written'),
        expect.stringContaining('asOf A report cannot be as of a future day.'),
      ]),
    );
  });

  test('refuses two languages that do not state the same figures', async () => {
    expect(await wrong({ textEn: 'There were {households.count} households.' })).toEqual([
      {
        path: ['input', 'textEn'],
        code: 'INVALID',
        message: 'The other language states {households.count split=STATUS:REGISTERED}, which is not stated here.',
      },
    ]);
  });

  test('refuses what is empty or too long', async () => {
    expect(await wrong({ titleZh: '', textZh: '长'.repeat(5_001) })).toMatchObject([
      { path: ['input', 'titleZh'], code: 'REQUIRED' },
      { path: ['input', 'textZh'], code: 'TOO_LONG' },
      { path: ['input', 'textZh'], code: 'INVALID' },
      { path: ['input', 'textZh'], code: 'INVALID' },
    ]);
  });

  test('the same click twice writes one; its key with another text is a conflict', async () => {
    const again = { input: briefInput(county), key: 'brief-1' };
    const [first, second] = [await data(director, create, again), await data(director, create, again)];
    expect(second.briefCreate.brief.id).toBe(first.briefCreate.brief.id);
    const other = { input: briefInput(county, { titleZh: '另一份' }), key: 'brief-1' };
    expect(codes(await ask(director, create, other))).toEqual(['CONFLICT']);
  });

  test('anew needs the version that was seen', async () => {
    const made = await makeReports.brief(director, briefInput(county));
    const input = briefInput(county, { titleZh: '改过的标题' });
    const { briefUpdate } = await data(director, update, { id: made.id, version: 1, input });
    expect(briefUpdate.brief.version).toBe(2);
    const stale = await ask(director, update, { id: made.id, version: 1, input });
    expect([codes(stale), stale.errors?.[0]?.extensions?.currentVersion]).toEqual([['STALE'], 2]);
  });

  test('is previewed first: what it would say with rows behind its figures, or all that is wrong', async () => {
    const count = async () => (await data(director, '{ briefs { totalCount } }')).briefs.totalCount;
    const before = await count();
    const good = await data(director, preview, { input: briefInput(county) });
    expect(good.briefPreview.errors).toEqual([]);
    expect(good.briefPreview.reading.text).toContain('共有2户');
    const [figure] = good.briefPreview.reading.parts.flatMap((part: { figure: object | null }) => part.figure ?? []);
    expect(figure.cell.rows).toMatchObject({
      totalCount: 2,
      nodes: [{ link: expect.stringContaining('/households/') }, {}],
    });
    const bad = await data(director, preview, { input: briefInput(county, { textZh: '{households.cont}' }) });
    expect(bad.briefPreview).toMatchObject({ reading: null, errors: [{ path: ['input', 'textZh'], code: 'INVALID' }] });
    expect(await count()).toBe(before);
    expect(codes(await ask(leader, preview, { input: briefInput(county) }))).toEqual(['FORBIDDEN']);
  });
});
