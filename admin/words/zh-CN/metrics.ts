/** The words of the metric catalogue; what each metric is called the API tells, out of the catalogue itself. */
export const metricEnums = {
  MetricCounts: {
    ROWS: '记录数',
    PEOPLE: '人数',
    HOUSEHOLDS: '户数',
    QUANTITY: '数量',
    MONEY: '金额（元）',
    SHARE: '百分比',
  },
  MetricFalls: {
    ON_DAY: '期间发生',
    AS_OF: '时点',
    DURING: '期间存续',
  },
  ReportSplit: {
    STATUS: '户类别',
    STATE: '状态',
    KIND: '类别',
    CATEGORY: '分类',
    FORM: '培训形式',
    ITEM: '品目',
    FUND: '资金来源',
    GRADE: '工种级别',
    WORK: '岗位工种',
    BATCH: '批次',
    MODE: '养殖方式',
    SPECIES: '畜种',
    SEX: '性别',
    LEVEL: '层级',
    SETTLEMENT: '村或社区',
  },
  ReportComparison: {
    PREVIOUS: '环比',
    YEAR_BEFORE: '同比',
    PLAN: '计划',
  },
};
