/** A form of the demo, laid out row by row. */
export interface DemoForm {
  at: string;
  title: string;
  period: string;
  widths: readonly number[];
  rowCount: number;
  eachRow: number;
  cells: { at: string; to?: string; text: string; isHead: boolean }[];
}

const head = (at: string, text: string, to?: string) => ({ at, ...(to && { to }), text, isHead: true });

/** Texts of one row, from the first column on. */
function row(number: number, ...texts: string[]): DemoForm['cells'] {
  return texts.map((text, i) => ({ at: `${String.fromCharCode(65 + i)}${number}`, text, isHead: false }));
}

/** A line for every town or village, and below it the total: the same figures in both. */
function lines(from: number, ...figures: string[]): DemoForm['cells'] {
  return [...row(from, '{line}', ...figures), ...row(from + 1, '合计', ...figures)];
}

const poor = 'split=STATUS:REGISTERED';

const training: DemoForm = {
  at: '653123204',
  title: '贫困劳动力培训情况月报表',
  period: '2019-01',
  widths: [18, 10, 10, 12, 10, 14, 14, 12],
  rowCount: 7,
  eachRow: 5,
  cells: [
    head('A1', '贫困劳动力培训情况月报表', 'H1'),
    { at: 'A2', to: 'D2', text: '填报单位：{station}', isHead: false },
    { at: 'E2', to: 'H2', text: '统计期间：{period}', isHead: false },
    head('A3', '单位', 'A4'),
    head('B3', '本月培训场次', 'B4'),
    head('C3', '培训人次', 'D3'),
    head('C4', '本月'),
    head('D4', '累计'),
    head('E3', '本月培训人数', 'E4'),
    head('F3', '累计培训建档立卡', 'G3'),
    head('F4', '人数'),
    head('G4', '户数'),
    head('H3', '本月测试人次', 'H4'),
    ...lines(
      5,
      '{training.sessions}',
      '{training.personTimes}',
      '{training.personTimes period=toDate}',
      '{training.persons}',
      `{training.persons ${poor} period=toDate}`,
      `{training.households ${poor} period=toDate}`,
      '{training.testResults}',
    ),
    { at: 'A7', to: 'H7', text: '注：培训人数、户数在合计中重新去重，不等于各行相加。截至日：{asOf}。', isHead: false },
  ],
};

const items = ['百香果苗', '香蜜顺梨苗', '三黄鸡苗'] as const;
const given = (item: string, unit: string) => [
  `{industry.distributionHouseholds split=ITEM:${item}}`,
  `{industry.distributed split=ITEM:${item} unit=${unit}}`,
];

const industry: DemoForm = {
  at: '450481108',
  title: '产业扶持到户统计表',
  period: '..2017-11-10',
  widths: [18, 8, 10, 8, 10, 8, 10, 12],
  rowCount: 7,
  eachRow: 5,
  cells: [
    head('A1', '产业扶持到户统计表', 'H1'),
    { at: 'A2', to: 'D2', text: '填报单位：{station}', isHead: false },
    { at: 'E2', to: 'H2', text: '统计期间：{period}', isHead: false },
    head('A3', '村（社区）', 'A4'),
    head('B3', items[0], 'C3'),
    head('D3', items[1], 'E3'),
    head('F3', items[2], 'G3'),
    head('H3', '受益户数', 'H4'),
    ...['户数', '株', '户数', '株', '户数', '羽'].map((text, i) => head(`${'BCDEFG'[i]}4`, text)),
    ...lines(
      5,
      ...given(items[0], 'PLANT'),
      ...given(items[1], 'PLANT'),
      ...given(items[2], 'BIRD'),
      '{industry.distributionHouseholds}',
    ),
    { at: 'A7', to: 'H7', text: '注：同一户领取多种物资的，受益户数只计一次。', isHead: false },
  ],
};

const works = [
  ['SANITATION', '环境卫生'],
  ['BEAUTIFUL_VILLAGE', '美丽乡村'],
  ['ROAD_UPKEEP', '公路养护'],
  ['FOREST_GUARD', '护林防火'],
  ['CULTURE', '文化宣传'],
] as const;

const posts: DemoForm = {
  at: '141034',
  title: '公益性岗位统计表',
  period: '2019',
  widths: [18, 10, 10, ...works.map(() => 10), 12],
  rowCount: 7,
  eachRow: 5,
  cells: [
    head('A1', '公益性岗位统计表', 'I1'),
    { at: 'A2', to: 'E2', text: '填报单位：{station}', isHead: false },
    { at: 'F2', to: 'I2', text: '统计期间：{period}', isHead: false },
    head('A3', '乡镇', 'A4'),
    head('B3', '岗位种类', 'B4'),
    head('C3', '岗位名额', 'C4'),
    head('D3', '其中：各类岗位名额', 'H3'),
    ...works.map(([, name], i) => head(`${'DEFGH'[i]}4`, name)),
    head('I3', '在岗人数', 'I4'),
    ...lines(
      5,
      '{jobs.openings split=KIND:PUBLIC_WELFARE}',
      '{jobs.places split=KIND:PUBLIC_WELFARE}',
      ...works.map(([work]) => `{jobs.places split=WORK:${work}}`),
      '{jobs.placed split=KIND:PUBLIC_WELFARE}',
    ),
    { at: 'A7', to: 'I7', text: '注：岗位种类、名额按就业项目起止日期统计，在岗人数为{asOf}的时点数。', isHead: false },
  ],
};

/** Three forms such as a prefecture asks for; their layouts are invented. */
export const demoForms: readonly DemoForm[] = [training, industry, posts];
