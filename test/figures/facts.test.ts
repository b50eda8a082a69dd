import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../support/actors.js';
import { app, data, useRecords } from '../support/app.js';
import { stationId } from '../support/programmes.js';
import { allFacts, type Fact, facts } from './facts.js';

beforeAll(async () => {
  useRecords();
  await app();
}, 180_000);

const query = `query ($metric: MetricKey!, $period: ReportPeriodInput!, $asOf: Date, $within: ID, $split: ReportSplit, $after: String) {
  report(metrics: [$metric], period: $period, asOf: $asOf, within: $within, split: $split) {
    lines { cells { split splitName value } }
    total { cells { split splitName value isRecounted
      rows(first: 100, after: $after) { totalCount outside nodes { id amount day title link } pageInfo { hasNextPage endCursor } } } } } }`;

interface Row {
  id: string;
  amount: string;
  day: string;
  title: string | null;
  link: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

/** The total of a fact as it is asked, on one page of its rows, with the lines beside it. */
async function asked({ org, metric, period, asOf, split }: Fact, after: string | null): Promise<Shape> {
  const variables = { metric, period, asOf, within: await stationId(org), split: split?.[0], after };
  const { report } = await data(actors.director(org.slice(0, 6)), query, variables);
  const isMeant = (cell: Shape) => !split || [cell.split, cell.splitName].includes(split[1]);
  return {
    total: report.total.cells.find(isMeant),
    lines: report.lines.map((line: Shape) => line.cells.find(isMeant)),
  };
}

/** Every row behind it, a hundred at a time. */
async function everyRow(fact: Fact): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | null = null; ; ) {
    const page: Shape = (await asked(fact, after)).total.rows;
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor;
  }
}

/** What is a mean of its rows and not their sum. */
const means = ['YJ07', 'YJ11', 'FX05', 'FX06'];

const sum = (rows: readonly { amount: string }[]): number => rows.reduce((all, row) => all + Number(row.amount), 0);

describe('the facts of the articles, asked of the catalogue', () => {
  it.each(Object.entries(facts))(
    '%s is what the records give',
    async (_id, fact) => {
      const { total, lines } = await asked(fact, null);
      expect(total.value).toBe(fact.demo);
      if (fact.about) {
        const [stated, step] = fact.about;
        expect(Number(total.value)).toBeGreaterThanOrEqual(stated);
        expect(Math.floor(Number(total.value) / step) * step).toBe(stated);
      }
      if (!total.isRecounted) expect(sum(lines.map((cell: Shape) => ({ amount: cell.value })))).toBe(Number(fact.demo));
    },
    60_000,
  );

  it.each(Object.entries(facts))(
    '%s opens the rows that count to it',
    async (id, fact) => {
      const rows = await everyRow(fact);
      expect(means.includes(id) ? sum(rows) / rows.length : sum(rows)).toBeCloseTo(Number(fact.demo), 6);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      for (const { link } of rows) expect(link).toMatch(/^\/\w+\/[\da-f-]{36}\/show$/);
    },
    120_000,
  );

  it('are so many, and the others are not recorded yet', () => {
    const others = allFacts.filter((id) => !(id in facts));
    process.stdout.write(
      `${Object.keys(facts).length} of ${allFacts.length} facts; not yet recorded: ${others.join(' ')}\n`,
    );
    expect(allFacts).toHaveLength(71);
    expect(Object.keys(facts).filter((id) => !allFacts.includes(id))).toEqual([]);
    expect(Object.keys(facts).length).toBeGreaterThanOrEqual(28);
  });
});
