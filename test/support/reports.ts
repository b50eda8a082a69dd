import type { Actor } from './actors.js';
import { data } from './app.js';
import { recordOf } from './households.js';
import type { Made } from './make.js';

/** A report to be frozen: stations and households by town, as of a day that is over. */
export const householdsByTown = {
  title: '户数统计（示例）',
  metrics: ['STATIONS_COUNT', 'HOUSEHOLDS_COUNT'],
  period: { year: 2024 },
  asOf: '2024-12-31',
};

/** A brief that states a figure or two of a station. */
export function briefInput(stationId: string, more: object = {}): Record<string, unknown> {
  return {
    stationId,
    titleZh: '{station}户数简报（{asOf}）',
    titleEn: 'Households of {station} as of {asOf}',
    textZh: '截至{asOf}，{station}共有{households.count}户，其中建档立卡{households.count split=STATUS:REGISTERED}户。',
    textEn:
      'As of {asOf} there were {households.count} households, {households.count split=STATUS:REGISTERED} registered.',
    period: '2024',
    asOf: '2024-12-31',
    ...more,
  };
}

/** A form with a line for each station below, and a total. */
export function formInput(stationId: string, more: object = {}): Record<string, unknown> {
  const cell = (at: string, text: string, rest: object = {}) => ({ at, text, ...rest });
  return {
    stationId,
    title: '户数统计表（示例）',
    period: '2024',
    widths: [20, 10, 12],
    rowCount: 4,
    eachRow: 3,
    cells: [
      cell('A1', '户数统计表', { to: 'C1', isHead: true }),
      cell('A2', '单位', { isHead: true }),
      cell('B2', '户数', { isHead: true }),
      cell('C2', '建档立卡户', { isHead: true }),
      cell('A3', '{line}'),
      cell('B3', '{households.count}'),
      cell('C3', '{households.count split=STATUS:REGISTERED}'),
      cell('A4', '合计'),
      cell('B4', '{households.count}'),
      cell('C4', '{households.count split=STATUS:REGISTERED}'),
    ],
    ...more,
  };
}

/** What is made of reports, through the API. */
export const makeReports = {
  edition: async (by: Actor, input: object = {}): Promise<Made> => {
    const query = `mutation ($input: EditionFreezeInput!) { editionFreeze(input: $input) {
      record: edition { id } errors { path message } } }`;
    const said = await data(by, query, { input: { ...householdsByTown, ...input } });
    return recordOf(said.editionFreeze);
  },
  brief: async (by: Actor, input: object): Promise<Made> => {
    const query = `mutation ($input: BriefInput!) { briefCreate(input: $input) {
      record: brief { id version } errors { path message } } }`;
    return recordOf((await data(by, query, { input })).briefCreate);
  },
  form: async (by: Actor, input: object): Promise<Made> => {
    const query = `mutation ($input: ReportFormInput!) { reportFormCreate(input: $input) {
      record: reportForm { id version } errors { path message } } }`;
    return recordOf((await data(by, query, { input })).reportFormCreate);
  },
  /** A brief or a form after it was retired. */
  retired: async (by: Actor, noun: 'brief' | 'reportForm', { id, version }: Made): Promise<Made> => {
    const act = `${noun}Retire`;
    const query = `mutation ($id: ID!, $version: Int!) { ${act}(id: $id, version: $version, reason: "不再使用（示例）") {
      record: ${noun} { id version } errors { path message } } }`;
    return recordOf((await data(by, query, { id, version }))[act]);
  },
};
