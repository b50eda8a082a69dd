import { registerEnumType } from 'type-graphql';

/** What the value of a metric is made of. */
export enum MetricCounts {
  ROWS = 'ROWS',
  PEOPLE = 'PEOPLE',
  HOUSEHOLDS = 'HOUSEHOLDS',
  QUANTITY = 'QUANTITY',
  MONEY = 'MONEY',
  SHARE = 'SHARE',
}

registerEnumType(MetricCounts, {
  name: 'MetricCounts',
  description: 'What the value of a metric is made of （计量方式）.',
  valuesConfig: {
    ROWS: { description: 'Records are counted （记录数）.' },
    PEOPLE: { description: 'People are counted, each of them once （人数）.' },
    HOUSEHOLDS: { description: 'Households are counted, each of them once （户数）.' },
    QUANTITY: { description: 'Quantities are summed, each unit apart （数量）.' },
    MONEY: { description: 'Yuan （金额，元）.' },
    SHARE: { description: 'A percentage （百分比）.' },
  },
});

/** When a record counts. */
export enum MetricFalls {
  ON_DAY = 'ON_DAY',
  AS_OF = 'AS_OF',
  DURING = 'DURING',
}

registerEnumType(MetricFalls, {
  name: 'MetricFalls',
  description: 'When a record counts （统计口径）.',
  valuesConfig: {
    ON_DAY: { description: 'Dated within the period, and not after the as-of day （期间发生）.' },
    AS_OF: { description: 'In force on the as-of day, whatever the period （时点）.' },
    DURING: { description: 'Its own period overlaps the one asked for, as it stood on the as-of day （期间存续）.' },
  },
});

/** What the cells of a report may be split by, besides station and metric. */
export enum ReportSplit {
  STATUS = 'STATUS',
  STATE = 'STATE',
  KIND = 'KIND',
  CATEGORY = 'CATEGORY',
  FORM = 'FORM',
  ITEM = 'ITEM',
  FUND = 'FUND',
  GRADE = 'GRADE',
  WORK = 'WORK',
  BATCH = 'BATCH',
  MODE = 'MODE',
  SPECIES = 'SPECIES',
  SEX = 'SEX',
  LEVEL = 'LEVEL',
  SETTLEMENT = 'SETTLEMENT',
}

registerEnumType(ReportSplit, {
  name: 'ReportSplit',
  description: 'What the cells of a report may be split by （细分）; each metric says which it knows.',
  valuesConfig: {
    STATUS: { description: 'The household’s status on the as-of day; several may hold at once （户类别）.' },
    STATE: { description: 'Where the record stands （状态）.' },
    KIND: { description: 'The kind of programme or job （类别）.' },
    CATEGORY: { description: 'The category of the programme （分类）.' },
    FORM: { description: 'The form of training （培训形式）.' },
    ITEM: { description: 'What was given out, wished or ordered （品目）.' },
    FUND: { description: 'Where the money comes from （资金来源）.' },
    GRADE: { description: 'The grade of a worker （工种级别）.' },
    WORK: { description: 'The work of a public-welfare post （岗位工种）.' },
    BATCH: { description: 'The batch with which people left （批次）.' },
    MODE: { description: 'The way of raising （养殖方式）.' },
    SPECIES: { description: 'The kind of animal （畜种）.' },
    SEX: { description: 'Man or woman （性别）.' },
    LEVEL: { description: 'The level of a station （层级）.' },
    SETTLEMENT: { description: 'Village or community （村或社区）.' },
  },
});

/** What a report is compared with. */
export enum ReportComparison {
  PREVIOUS = 'PREVIOUS',
  YEAR_BEFORE = 'YEAR_BEFORE',
  PLAN = 'PLAN',
}

registerEnumType(ReportComparison, {
  name: 'ReportComparison',
  description: 'What the figures of a report are compared with （对比）.',
  valuesConfig: {
    PREVIOUS: { description: 'The period just before, of the same length （环比）.' },
    YEAR_BEFORE: { description: 'The same period a year before （同比）.' },
    PLAN: { description: 'What was planned （计划）; for metrics that know a plan.' },
  },
});
