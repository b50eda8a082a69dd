import { beforeAll, describe, expect, it } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import { actors } from '../support/actors.js';
import { app, credentials, data, useRecords } from '../support/app.js';

beforeAll(async () => {
  useRecords();
  await app();
}, 180_000);

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

/** Each form of the demo with the totals that the articles give, by the address in the layout, and its day. */
const demo: Readonly<
  Record<string, { title: string; asOf: string; totals: Readonly<Record<string, number>>; lines: number }>
> = {
  '653123': {
    title: '贫困劳动力培训情况月报表',
    asOf: '2019-01-31',
    totals: { D: 12500, F: 1499, G: 342, H: 400 },
    lines: 11,
  },
  '450481': {
    title: '产业扶持到户统计表',
    asOf: '2017-11-10',
    totals: { B: 63, C: 6260, D: 43, E: 8600, F: 230, G: 23000 },
    lines: 16,
  },
  '141034': { title: '公益性岗位统计表', asOf: '2019-05-30', totals: { B: 5 }, lines: 8 },
};

const query = `query ($id: ID!, $asOf: Date) { reportFormFilled(id: $id, asOf: $asOf) { title rowCount station { id }
  cells { at row column text rowSpan columnSpan figure { split from to asOf station { id } cell { metric split value } } } } }`;
const one = `query ($metric: MetricKey!, $from: Date!, $to: Date!, $asOf: Date, $within: ID, $split: ReportSplit, $by: StationLevel) {
  report(metrics: [$metric], period: { days: { from: $from, to: $to } }, asOf: $asOf, within: $within, split: $split, by: $by) {
    lines { station { id } cells { split value } } total { cells { split value } } } }`;

describe.each(Object.entries(demo))('the form of %s', (county, { title, asOf, totals, lines }) => {
  const by = actors.director(county);

  async function filled(): Promise<Shape> {
    const { reportForms } = await data(by, '{ reportForms { nodes { id title } } }');
    expect(reportForms.nodes).toMatchObject([{ title }]);
    const [{ id }] = reportForms.nodes;
    return { id, ...(await data(by, query, { id, asOf })).reportFormFilled };
  }

  it('gives the figures of the article in its total', async () => {
    const form = await filled();
    const total = form.rowCount - 1;
    for (const [column, value] of Object.entries(totals)) {
      const cell = form.cells.find(({ at }: Shape) => at === `${column}${total}`);
      expect([column, Number(cell.figure.cell.value)]).toEqual([column, value]);
    }
    expect(form.rowCount).toBe(6 + lines);
  });

  it('read back cell by cell is what the report gives', async () => {
    const form = await filled();
    const { server } = await app();
    const url = `/report-forms/${form.id}/file?asOf=${asOf}`;
    const file = await server.inject({ url, headers: await credentials(by) });
    expect(file.statusCode).toBe(200);
    const rows = await readSheet(file.rawPayload, 1);
    let count = 0;
    for (const { row, column, text, figure } of form.cells) {
      const held = rows[row - 1]?.[column - 1];
      if (!figure) {
        expect(held).toBe(text);
        continue;
      }
      const isTotal = figure.station.id === form.station.id && row === form.rowCount - 1;
      const asked = {
        ...figure,
        metric: figure.cell.metric,
        within: form.station.id,
        by: county === '141034' ? 'TOWNSHIP' : 'VILLAGE',
      };
      const { report } = await data(by, one, { ...asked, station: undefined, cell: undefined });
      const line = isTotal ? report.total : report.lines.find(({ station }: Shape) => station.id === figure.station.id);
      const value = line.cells.find(({ split }: Shape) => split === figure.cell.split)?.value ?? '0';
      expect([row, column, held]).toEqual([row, column, Number(value)]);
      count += 1;
    }
    expect(count).toBe((lines + 1) * Object.keys(rows[3] ?? {}).slice(1).length);
  }, 120_000);
});
