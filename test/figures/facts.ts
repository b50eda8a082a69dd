/** A figure of an article as it is asked of the catalogue: what, where, when, and which value of a split. */
export interface Fact {
  org: string;
  metric: string;
  period: object;
  asOf: string;
  split?: readonly [by: string, value: string];
  /** What the records give. */
  demo: string;
  /** What the article says, where it says it roundly: at least so much, and as much when rounded down to the step. */
  about?: readonly [stated: number, step: number];
}

const yumen = { org: '620981', metric: 'STATIONS_COUNT', period: { upTo: '2020-03-23' }, asOf: '2020-03-23' };
const sheep = {
  org: '620981101',
  period: { upTo: '2020-03-23' },
  asOf: '2020-03-23',
  split: ['SPECIES', 'SHEEP'] as const,
};
const campaign = {
  org: '653123204203',
  period: { days: { from: '2018-12-28', to: '2019-01-31' } },
  asOf: '2019-01-31',
};
const registered = { ...campaign, split: ['STATUS', 'REGISTERED'] as const };
const planYear = { org: '653123', period: { year: 2019 }, asOf: '2019-01-31' };
const given = {
  org: '450481108',
  metric: 'INDUSTRY_DISTRIBUTED',
  period: { upTo: '2017-11-10' },
  asOf: '2017-11-10',
};
const dispatch = { org: '141034', metric: 'JOBS_DISPATCHED', asOf: '2019-05-30' };
const wage = { org: '141034', metric: 'JOBS_QUOTED_WAGE', period: { month: '2019-05' }, asOf: '2019-05-30' };

/** The facts that the records so far can give, by the number of the list of facts. */
export const facts: Readonly<Record<string, Fact>> = {
  YM01: { ...yumen, split: ['LEVEL', 'COUNTY'], demo: '1' },
  YM02: { ...yumen, split: ['LEVEL', 'TOWNSHIP'], demo: '12' },
  YM03: { ...yumen, split: ['LEVEL', 'VILLAGE'], demo: '59' },
  YM17: { ...sheep, metric: 'INDUSTRY_LIVESTOCK_HOUSEHOLDS', demo: '92' },
  YM18: { ...sheep, metric: 'INDUSTRY_LIVESTOCK_HEAD', demo: '749' },
  YM19: { ...sheep, metric: 'INDUSTRY_INSTALMENTS_DUE', period: { year: 2020 }, asOf: '2020-12-31', demo: '204' },
  YJ03: { ...campaign, metric: 'TRAINING_TEST_RESULTS', period: { month: '2019-01' }, demo: '400' },
  YJ04: { ...registered, metric: 'TRAINING_HOUSEHOLDS', demo: '342' },
  YJ05: { ...registered, metric: 'TRAINING_PERSONS', demo: '1499' },
  YJ06: { ...campaign, metric: 'TRAINING_PERSON_TIMES', demo: '12500' },
  YJ07: { ...registered, metric: 'TRAINING_HOUSEHOLD_COVERAGE', demo: '100.0' },
  YJ08: { ...campaign, metric: 'TRAINING_KNOW_HOW_HOLDERS', demo: '236' },
  YJ09: {
    ...planYear,
    metric: 'INDUSTRY_PROJECT_FUNDS',
    period: { upTo: '2019-01-31' },
    split: ['CATEGORY', 'BREEDING_ZONE'],
    demo: '3000000.00',
  },
  YJ10: { ...planYear, metric: 'INDUSTRY_DIVIDEND_PEOPLE', demo: '685' },
  YJ11: { ...planYear, metric: 'INDUSTRY_DIVIDEND_PER_SHARE', demo: '547.50' },
  YJ12: { ...planYear, metric: 'INDUSTRY_DIVIDEND_EXPECTED', demo: '375037.50' },
  YJ13: { ...planYear, metric: 'INDUSTRY_PROJECTS', split: ['FUND', 'FISCAL_SPECIAL'], demo: '6' },
  CX08: { ...given, split: ['ITEM', '百香果苗'], demo: '6260.000' },
  CX09: { ...given, split: ['ITEM', '香蜜顺梨苗'], demo: '8600.000' },
  CX10: { ...given, split: ['ITEM', '三黄鸡苗'], demo: '23000.000' },
  CX13: { ...given, metric: 'INDUSTRY_SPECIALTIES', period: { year: 2017 }, demo: '3' },
  FX02: { ...dispatch, period: { upTo: '2019-05-14' }, demo: '63', about: [60, 10] },
  FX03: { ...dispatch, period: { days: { from: '2019-05-15', to: '2019-05-15' } }, demo: '30' },
  FX04: { ...dispatch, period: { upTo: '2019-05-30' }, demo: '93' },
  FX05: { ...wage, split: ['GRADE', 'TECHNICAL'], demo: '4500.00' },
  FX06: { ...wage, split: ['GRADE', 'GENERAL'], demo: '3500.00' },
  FX07: {
    org: '141034100207',
    metric: 'TRAINING_PERSONS',
    period: { days: { from: '2019-03-01', to: '2019-05-30' } },
    asOf: '2019-05-30',
    demo: '108',
    about: [100, 100],
  },
  FX10: {
    org: '141034',
    metric: 'JOBS_OPENINGS',
    period: { year: 2019 },
    asOf: '2019-05-30',
    split: ['KIND', 'PUBLIC_WELFARE'],
    demo: '5',
  },
};

const numbered = { YM: 25, YJ: 14, GZ: 6, CX: 15, FX: 11 };

/** Every fact of the articles that is modelled: FX12, how long a chairman has been in office, is not. */
export const allFacts: readonly string[] = Object.entries(numbered).flatMap(([article, count]) =>
  Array.from({ length: count }, (_, i) => `${article}${String(i + 1).padStart(2, '0')}`),
);
