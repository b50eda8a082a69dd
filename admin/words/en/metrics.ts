/** The words of the metric catalogue; what each metric is called the API tells, out of the catalogue itself. */
export const metricEnums = {
  MetricCounts: {
    ROWS: 'Records',
    PEOPLE: 'People',
    HOUSEHOLDS: 'Households',
    QUANTITY: 'Quantity',
    MONEY: 'Yuan',
    SHARE: 'Percentage',
  },
  MetricFalls: {
    ON_DAY: 'Within the period',
    AS_OF: 'On the as-of day',
    DURING: 'Overlapping the period',
  },
  ReportSplit: {
    STATUS: 'Household status',
    STATE: 'State',
    KIND: 'Kind',
    CATEGORY: 'Category',
    FORM: 'Form of training',
    ITEM: 'Item',
    FUND: 'Source of money',
    GRADE: 'Grade',
    WORK: 'Work of the post',
    BATCH: 'Batch',
    MODE: 'Way of raising',
    SPECIES: 'Animal',
    SEX: 'Sex',
    LEVEL: 'Level',
    SETTLEMENT: 'Village or community',
  },
  ReportComparison: {
    PREVIOUS: 'The period before',
    YEAR_BEFORE: 'A year before',
    PLAN: 'The plan',
  },
};
