import { type DemoProgramme, smooth } from './plan.js';

const note = '（步骤日期、负责人为示例；报道未载的数字为示例值。）';

const yumen: DemoProgramme[] = [
  {
    kind: 'INDUSTRY',
    at: '620981101',
    title: '玉门镇羊只团购自养与代养分红',
    from: '2019-11-01',
    to: '2023-12-31',
    budget: 749_000,
    fund: 'FISCAL_SPECIAL',
    plan: `92 户贫困户共 749 只羊：团购自养，或由合作社代养，每代养两只，年底分一只，共代养四年。${note}`,
    responsible: '王安（示例）',
    own: { category: 'CROPS_AND_LIVESTOCK', plannedHouseholds: 92, plannedQuantity: { amount: '749', unit: 'HEAD' } },
    isInvented: false,
    steps: smooth(['2019-09-10', '2019-09-18', '2019-10-08', '2019-11-01', '2024-01-05', '2024-02-02']),
  },
  {
    kind: 'TRAINING',
    at: '620981102',
    title: '赤金镇农业技术田间教学',
    from: '2019-01-01',
    to: '2020-03-31',
    budget: 60_000,
    fund: 'FISCAL_SPECIAL',
    plan: `农技服务队到田间地头讲授设施农业、肉羊养殖和制种技术，30 场次，约 3000 人次。${note}`,
    responsible: '李和（示例）',
    own: { category: 'TECHNIQUE', form: 'ON_SITE', audience: 'FARMERS', plannedSessions: 30, plannedPlaces: 3000 },
    isInvented: false,
    steps: [
      ...smooth(['2018-12-03', '2018-12-10', '2018-12-20', '2019-01-02']),
      ['AMEND', '2019-12-16', '应村民要求延长到来年一季度。', { budget: 7_500_000 }],
      ['APPROVE', '2019-12-23', '同意变更。'],
      ['FINISH', '2020-04-01', '已全部完成。'],
      ['ACCEPT', '2020-04-20', '验收合格。'],
    ],
  },
];

/** The six kinds of project under the fiscal special fund of 2019; the article names the kinds, the budgets are invented. */
const fundProjects: readonly [category: string, title: string, budget: number, households: number][] = [
  ['CROPS_AND_LIVESTOCK', '帕其英也尔村种植养殖项目', 480_000, 120],
  ['ORCHARD_QUALITY', '帕其英也尔村林果提质增效项目', 260_000, 150],
  ['HOUSING_SAFETY', '帕其英也尔村住房安全保障项目', 900_000, 30],
  ['SATELLITE_FACTORY', '帕其英也尔村卫星工厂改造项目', 650_000, 60],
  ['COURTYARD', '帕其英也尔村庭院整治项目', 342_000, 342],
  ['FIELD_INFRASTRUCTURE', '帕其英也尔村农田基础设施项目', 1_200_000, 342],
];

const yengisar: DemoProgramme[] = [
  {
    kind: 'TRAINING',
    at: '653123204203',
    title: '帕其英也尔村农民夜校',
    from: '2018-12-28',
    to: '2019-01-31',
    budget: 30_000,
    fund: 'FISCAL_SPECIAL',
    plan: `“冬季攻势”期间的农民夜校，每月水平测试，分班教学。${note}`,
    responsible: '周明（示例）',
    own: {
      category: 'LANGUAGE_AND_LAW',
      form: 'NIGHT_SCHOOL',
      audience: 'REGISTERED_HOUSEHOLDS',
      plannedSessions: 26,
      plannedPlaces: 400,
    },
    isInvented: false,
    steps: smooth(['2018-12-05', '2018-12-10', '2018-12-18', '2018-12-28', '2019-02-01', '2019-02-20']),
  },
  {
    kind: 'INDUSTRY',
    at: '653123204203',
    title: '帕其英也尔村标准化养殖小区',
    from: '2018-04-01',
    to: '2019-01-15',
    budget: 3_000_000,
    fund: 'OTHER',
    plan: `总投资 300 万元，建成后收益按人平均分红。资金构成报道未载。${note}`,
    responsible: '吴清（示例）',
    own: { category: 'BREEDING_ZONE', plannedHouseholds: null, plannedQuantity: null, isVillageProject: true },
    isInvented: false,
    steps: smooth(['2018-02-26', '2018-03-05', '2018-03-20', '2018-04-01', '2019-01-15', '2019-01-25']),
  },
  ...fundProjects.map(
    ([category, title, budget, plannedHouseholds], index): DemoProgramme => ({
      kind: 'INDUSTRY',
      at: '653123204203',
      title: `2019年${title}`,
      from: '2019-03-01',
      to: '2019-12-20',
      budget,
      fund: 'FISCAL_SPECIAL',
      plan: `2019 年财政专项资金项目，经村两委、村民大会、群众代表会议讨论，落实到户到人。金额与户数为示例值。${note}`,
      responsible: '郑远（示例）',
      own: { category, plannedHouseholds, plannedQuantity: null, isVillageProject: true },
      isInvented: false,
      steps: smooth(['2019-01-08', '2019-01-16', `2019-02-1${index}`, '2019-03-04', '2019-12-18', '2020-01-10']),
    }),
  ),
];

const distributions: readonly [
  at: string,
  title: string,
  households: number,
  amount: string,
  unit: string,
  budget: number,
][] = [
  ['450481108211', '胜垌村百香果苗发放', 63, '6260', 'PLANT', 31_300],
  ['450481108213', '大献村香蜜顺梨苗发放', 43, '8600', 'PLANT', 68_800],
  ['450481108', '大业镇三黄鸡苗发放', 230, '23000', 'BIRD', 92_000],
];

const cenxi: DemoProgramme[] = distributions.map(([at, title, plannedHouseholds, amount, unit, budget]) => ({
  kind: 'INDUSTRY',
  at,
  title,
  from: '2017-06-01',
  to: '2017-11-10',
  budget,
  fund: 'FISCAL_SPECIAL',
  plan: `脱贫攻坚日把苗木、鸡苗发放到户。预算为示例值。${note}`,
  responsible: '冯芳（示例）',
  own: { category: 'CROPS_AND_LIVESTOCK', plannedHouseholds, plannedQuantity: { amount, unit } },
  isInvented: false,
  steps: smooth(['2017-05-15', '2017-05-18', '2017-05-25', '2017-06-01', '2017-11-10', '2017-12-08']),
}));

const fenxi: DemoProgramme[] = [
  {
    kind: 'JOB',
    at: '141034',
    title: '春风行动劳务输出（东方希望晋中铝业）',
    from: '2019-03-01',
    to: '2019-12-31',
    budget: 45_000,
    fund: 'FISCAL_SPECIAL',
    plan: `与企业签订协议，分批输送，第三批 30 人于 2019-05-15 免费乘车前往。工资为一名工人所说，不是统计。${note}`,
    responsible: '陈宁（示例）',
    own: {
      jobKind: 'LABOUR_DISPATCH',
      employer: '东方希望晋中铝业',
      postsOffered: 93,
      wageFrom: 350_000,
      wageTo: 450_000,
      transport: 'FREE',
    },
    isInvented: false,
    steps: smooth(['2019-02-11', '2019-02-14', '2019-02-25', '2019-03-01', '2020-01-06', '2020-01-20']),
  },
  {
    kind: 'JOB',
    at: '141034',
    title: '公益专岗',
    from: '2019-01-01',
    to: '2020-12-31',
    budget: 720_000,
    fund: 'FISCAL_SPECIAL',
    plan: `城乡环境卫生整治、美丽乡村建设、公路养护、护林防火、文化宣传五类岗位，因才选岗。岗位数为示例值。${note}`,
    responsible: '褚春（示例）',
    own: {
      jobKind: 'PUBLIC_WELFARE',
      employer: null,
      postsOffered: 100,
      wageFrom: 60_000,
      wageTo: 60_000,
      transport: 'NONE',
    },
    isInvented: false,
    steps: smooth(['2018-11-20', '2018-11-26', '2018-12-10', '2019-01-02', '2021-01-04', '2021-02-01']),
  },
  {
    kind: 'TRAINING',
    at: '141034100207',
    title: '南沟底村红薯栽培技术培训',
    from: '2019-04-01',
    to: '2019-05-15',
    budget: 5_000,
    fund: 'ASSISTANCE_PAIRING',
    plan: `驻村工作队请省农科院专家到村讲授红薯栽培，上百人参加；每亩 1500 公斤是村民的期望，不是结果。${note}`,
    responsible: '卫禾（示例）',
    own: { category: 'TECHNIQUE', form: 'LECTURE', audience: 'FARMERS', plannedSessions: 1, plannedPlaces: 100 },
    isInvented: false,
    steps: smooth(['2019-03-11', '2019-03-14', '2019-03-25', '2019-04-01', '2019-05-16', '2019-05-24']),
  },
];

/** The programmes that the five articles tell of. */
export const articleProgrammes: readonly DemoProgramme[] = [...yumen, ...yengisar, ...cenxi, ...fenxi];
