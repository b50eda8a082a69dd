import { type DemoProgramme, type DemoStep, smooth } from './plan.js';

type Fields = Pick<DemoProgramme, 'at' | 'title' | 'budget' | 'own' | 'steps'> & { from?: number; to?: number };

/** A made-up programme; its title says so, and its days lie around the day of loading. */
function invented(kind: DemoProgramme['kind'], fields: Fields): DemoProgramme {
  return {
    kind,
    from: -30,
    to: 150,
    fund: 'FISCAL_SPECIAL',
    plan: '一、目标；二、对象与规模；三、实施步骤；四、资金用途；五、责任分工。（示例方案）',
    responsible: '许平（示例）',
    isInvented: true,
    ...fields,
    title: `${fields.title}（示例）`,
  };
}

const stopped: DemoStep[] = [...smooth([-140, -133, -125, -110]), ['STOP', -40, '合作企业退出，经研究终止。']];
const returned: DemoStep[] = [...smooth([-28, -20]), ['RETURN', -14, '请补充受益户名单和资金测算。']];
const amending: DemoStep[] = [
  ...smooth([-90, -84, -70, -60]),
  ['AMEND', -6, '报名人数超出计划，申请增加两期。', { budget: 2_600_000, plannedSessions: 16 }],
];
const amended: DemoStep[] = [
  ...smooth([-200, -190, -170, -150]),
  ['AMEND', -75, '物价上涨，申请追加预算。', { budget: 98_000_000 }],
  ['APPROVE', -60, '同意追加。'],
];
const redrafted: DemoStep[] = [
  ['CREATE', -45],
  ['UPDATE', -30, '调整测算', { budget: 1_800_000 }],
  ['SUBMIT', -12, '请审批。'],
];

const lessons = (form: string, plannedSessions: number, plannedPlaces: number, category = 'TECHNIQUE') => ({
  category,
  form,
  audience: 'FARMERS',
  plannedSessions,
  plannedPlaces,
});
const posts = (jobKind: string, employer: string | null, postsOffered: number, wageFrom: number, wageTo: number) => ({
  jobKind,
  employer,
  postsOffered,
  wageFrom: wageFrom * 100,
  wageTo: wageTo * 100,
  transport: jobKind === 'LABOUR_DISPATCH' ? 'FREE' : 'NONE',
});
const industry = (category: string, plannedHouseholds: number, amount: string, unit: string) => ({
  category,
  plannedHouseholds,
  plannedQuantity: { amount, unit },
});

const chijin: DemoProgramme[] = [
  {
    ...invented('TRAINING', {
      at: '620981102',
      title: '冬季农民夜校',
      budget: null,
      own: lessons('NIGHT_SCHOOL', 20, 300),
      steps: [['CREATE', -3]],
      from: 10,
      to: 100,
    }),
    plan: null,
    fund: null,
  },
  invented('TRAINING', {
    at: '620981102',
    title: '温室蔬菜病虫害防治讲座',
    budget: 20_000,
    own: lessons('LECTURE', 12, 480),
    steps: amending,
  }),
  invented('TRAINING', {
    at: '620981102200',
    title: '村级点菜式技能培训',
    budget: 8_000,
    own: lessons('MENU', 6, 90),
    steps: smooth([-10, -4]),
  }),
  invented('JOB', {
    at: '620981102',
    title: '村级公益岗位',
    budget: 96_000,
    own: posts('PUBLIC_WELFARE', null, 16, 500, 500),
    steps: smooth([-25, -15]),
  }),
  invented('JOB', {
    at: '620981102',
    title: '枸杞采摘季用工对接',
    budget: 30_000,
    own: posts('WORKSHOP', '赤金枸杞合作社（示例）', 60, 3000, 4200),
    steps: smooth([-160, -150, -140, -130, -30, -20]),
    from: -130,
    to: -35,
  }),
  invented('INDUSTRY', {
    at: '620981102',
    title: '枸杞示范园提质',
    budget: 450_000,
    own: industry('ORCHARD_QUALITY', 85, '620', 'MU'),
    steps: smooth([-40, -35, -21]),
    from: 20,
    to: 300,
  }),
  invented('INDUSTRY', {
    at: '620981102',
    title: '庭院经济',
    budget: 120_000,
    own: industry('COURTYARD', 40, '40', 'PIECE'),
    steps: returned,
  }),
];

const huangzhawan: DemoProgramme[] = [
  invented('TRAINING', {
    at: '620981105',
    title: '政策宣讲进村',
    budget: 15_000,
    own: lessons('LECTURE', 8, 800, 'POLICY'),
    steps: redrafted,
  }),
  invented('TRAINING', {
    at: '620981105',
    title: '制种技术现场教学',
    budget: 26_000,
    own: lessons('ON_SITE', 10, 260),
    steps: smooth([-80, -74, -66, -50]),
  }),
  invented('JOB', {
    at: '620981105',
    title: '乡村就业车间',
    budget: 260_000,
    own: posts('WORKSHOP', '黄闸湾服装加工点（示例）', 35, 2600, 3600),
    steps: smooth([-100, -95, -80, -70]),
  }),
  invented('JOB', {
    at: '620981105',
    title: '护林防火公益岗',
    budget: null,
    own: posts('PUBLIC_WELFARE', null, 9, 600, 600),
    steps: [['CREATE', -2]],
    from: 15,
    to: 380,
  }),
  invented('INDUSTRY', {
    at: '620981105',
    title: '肉羊养殖小区',
    budget: 880_000,
    own: industry('BREEDING_ZONE', 58, '1200', 'HEAD'),
    steps: smooth([-300, -290, -270, -250, -15]),
    from: -250,
    to: -20,
  }),
  invented('INDUSTRY', {
    at: '620981105',
    title: '辣椒烘干加工',
    budget: 340_000,
    own: industry('PROCESSING', 26, '150', 'TONNE'),
    steps: stopped,
  }),
];

const county: DemoProgramme[] = [
  invented('TRAINING', {
    at: '620981',
    title: '全市帮扶责任人业务培训',
    budget: 80_000,
    own: { ...lessons('LECTURE', 4, 400, 'POLICY'), audience: 'HELPERS' },
    steps: smooth([-33, -28, -18]),
    from: 5,
    to: 40,
  }),
  invented('TRAINING', {
    at: '620981',
    title: '全市职业技能提升',
    budget: 500_000,
    own: lessons('MENU', 30, 900, 'VOCATIONAL'),
    steps: smooth([-9, -5]),
    from: 30,
    to: 330,
  }),
  invented('JOB', {
    at: '620981',
    title: '全市春季劳务输出',
    budget: 150_000,
    own: posts('LABOUR_DISPATCH', '酒泉装备制造园区（示例）', 200, 4000, 6000),
    steps: smooth([-280, -275, -260, -240, -100, -85]),
    from: -240,
    to: -105,
  }),
  invented('JOB', {
    at: '620981',
    title: '全市公益岗位统筹',
    budget: 1_200_000,
    own: posts('PUBLIC_WELFARE', null, 120, 500, 800),
    steps: smooth([-70, -62, -50, -45]),
  }),
  invented('INDUSTRY', {
    at: '620981',
    title: '全市高效节水农田',
    budget: 850_000,
    own: industry('FIELD_INFRASTRUCTURE', 640, '5200', 'MU'),
    steps: amended,
    from: -150,
    to: 200,
  }),
  invented('INDUSTRY', {
    at: '620981101',
    title: '设施温棚改造',
    budget: 210_000,
    own: industry('CROPS_AND_LIVESTOCK', 33, '45', 'PIECE'),
    steps: smooth([-22, -11]),
  }),
];

const ganzhou: DemoProgramme[] = [
  invented('TRAINING', {
    at: '620702202',
    title: '龙渠乡志愿服务骨干培训',
    budget: 12_000,
    own: { ...lessons('LECTURE', 3, 120, 'POLICY'), audience: 'ALL' },
    steps: smooth([-60, -55, -48, -40]),
  }),
  invented('JOB', {
    at: '620702202',
    title: '龙渠乡公益岗位',
    budget: 48_000,
    own: posts('PUBLIC_WELFARE', null, 8, 500, 500),
    steps: smooth([-20, -12]),
  }),
  invented('INDUSTRY', {
    at: '620702202',
    title: '龙渠乡庭院经济',
    budget: 60_000,
    own: industry('COURTYARD', 30, '30', 'PIECE'),
    steps: smooth([-50, -44, -35]),
    from: 10,
    to: 200,
  }),
];

/** Made-up programmes of each kind, in every state, in the towns that have demo editors and at county level. */
export const inventedProgrammes: readonly DemoProgramme[] = [...chijin, ...huangzhawan, ...county, ...ganzhou];
