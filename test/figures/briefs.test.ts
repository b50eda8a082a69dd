import { beforeAll, describe, expect, it } from '@jest/globals';
import { demoBriefs } from '../../api/database/seed/reports/briefs.js';
import { actors } from '../support/actors.js';
import { app, data, useRecords } from '../support/app.js';

beforeAll(async () => {
  useRecords();
  await app();
}, 180_000);

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

/** What the list of facts states: by the number of the fact, with the step that the article rounds down to. */
type Stated = readonly [fact: string, stated: number, step?: number];

/**
 * The figures of each brief in the order of its Chinese text, as `facts.csv` states them; its `demo` value where an article has none
 * (YM19, YJ12, FX04 are derived; of YJ08 the article has the target alone). A figure without a fact counts the records behind those.
 */
const stated: Readonly<Record<string, readonly Stated[]>> = {
  '620981': [
    ['YM01', 1],
    ['YM02', 12],
    ['YM03', 59],
    ['YM17', 92],
    ['YM18', 749],
    ['YM19', 204],
  ],
  '653123': [
    ['YJ06', 12500],
    ['YJ04', 342],
    ['YJ05', 1499],
    ['YJ07', 100],
    ['YJ03', 400],
    ['YJ08', 236],
    ['YJ13', 6],
    ['YJ09', 3000000],
    ['YJ10', 685],
    ['YJ11', 547.5],
    ['YJ12', 375037.5],
  ],
  '620702': [
    ['one office in Longqu', 1],
    ['its twelve villages', 12],
  ],
  '450481': [
    ['households of CX08', 63],
    ['CX08', 6260],
    ['households of CX09', 43],
    ['CX09', 8600],
    ['households of CX10', 230],
    ['CX10', 23000],
    ['CX13', 3],
  ],
  '141034': [
    ['FX02', 60, 10],
    ['FX03', 30],
    ['FX04', 93],
    ['FX05', 4500],
    ['FX06', 3500],
    ['FX10', 5],
    ['FX07', 100, 100],
  ],
};

const query = `query ($id: ID!) { briefReading(id: $id) { title text from to asOf station { code }
  parts { text figure { split from to asOf isOutside station { code }
    cell { metric split value isRecounted rows(first: 5) { totalCount outside nodes { id link } } } } } } }`;

const theBrief = '{ briefs { nodes { id version titleZh station { code } } } }';

async function readIn(county: string, language: 'zh' | 'en'): Promise<Shape> {
  const { briefs } = await data(actors.director(county), theBrief);
  expect(briefs.nodes).toHaveLength(1);
  const { briefReading } = await data(actors.director(county), query, { id: briefs.nodes[0].id }, { language });
  return briefReading;
}

const figuresOf = (reading: Shape): Shape[] => reading.parts.filter(({ figure }: Shape) => figure);

/** A figure as it is said, in yuan again where the text says ten thousands or millions of them. */
function saidBy({ text, figure }: Shape, after: string): number {
  const multiple = after.startsWith('万') ? 10_000 : after.startsWith(' million') ? 1_000_000 : 1;
  expect(text).not.toMatch(/\.\d*0$/);
  return Number(text.replaceAll(',', '')) * (figure ? multiple : Number.NaN);
}

describe.each(Object.keys(stated))('the brief of %s', (county) => {
  it.each(['zh', 'en'] as const)(
    'states the figures of the article in %s',
    async (language) => {
      const reading = await readIn(county, language);
      process.stdout.write(`${county} ${reading.title}\n${reading.text}\n`);
      const said = reading.parts.flatMap((part: Shape, i: number) =>
        part.figure ? [saidBy(part, reading.parts[i + 1]?.text ?? '')] : [],
      );
      expect(said).toHaveLength(stated[county]?.length ?? 0);
      const wanted = (stated[county] ?? []).map(([, value, step = 0]) => ({ value, step }));
      const meets = (value: number, one: { value: number; step: number }) =>
        one.step ? value >= one.value && Math.floor(value / one.step) * one.step === one.value : value === one.value;
      if (language === 'zh')
        for (const [i, value] of said.entries())
          expect([i, value, meets(value, wanted[i] as never)]).toEqual([i, value, true]);
      for (const value of said) expect([value, wanted.some((one) => meets(value, one))]).toEqual([value, true]);
      for (const one of wanted) expect([one, said.some((value: number) => meets(value, one))]).toEqual([one, true]);
    },
    60_000,
  );

  it('opens the rows of every figure, and states none that is not counted', async () => {
    const reading = await readIn(county, 'zh');
    for (const { figure } of figuresOf(reading)) {
      expect(figure).toMatchObject({ isOutside: false, cell: { metric: expect.any(String) } });
      expect(figure.cell.rows.totalCount).toBeGreaterThan(0);
      expect(figure.cell.rows.nodes[0].link).toMatch(/^\/\w+\/[\da-f-]{36}\/show$/);
    }
    const plain = reading.parts.filter(({ figure }: Shape) => !figure).map(({ text }: Shape) => text);
    const days = /\d{4}年(\d{1,2}月(\d{1,2}日)?)?|\d{4}年度/g;
    expect(plain.join(' ').replace(days, '')).not.toMatch(/\d/);
  });

  it('says the same figures in both languages', async () => {
    const [zh, en] = [await readIn(county, 'zh'), await readIn(county, 'en')];
    const facts = (reading: Shape) =>
      figuresOf(reading)
        .map(({ figure: { cell, ...figure } }: Shape) => JSON.stringify([cell.metric, cell.split, cell.value, figure]))
        .toSorted();
    expect(facts(en)).toEqual(facts(zh));
  });
});

it('every county has its brief', () => {
  expect(demoBriefs.map(({ at }) => at.slice(0, 6)).toSorted()).toEqual(Object.keys(stated).toSorted());
});
