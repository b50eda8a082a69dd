/** The catalogue: everything that can be counted. */
export const METRICS = /* GraphQL */ `
  query Metrics {
    metrics {
      key code counts falls isAdditive splits plan rows
      name { zh en }
      says { zh en }
      unit { zh en }
    }
  }
`;

/** A report: a figure for every line, metric and value of the split. */
export const REPORT = /* GraphQL */ `
  query Report(
    $metrics: [MetricKey!]!, $by: StationLevel!, $period: ReportPeriodInput!, $asOf: Date, $within: ID,
    $split: ReportSplit, $compare: ReportComparison
  ) {
    report(
      metrics: $metrics, by: $by, period: $period, asOf: $asOf, within: $within, split: $split, compare: $compare
    ) {
      from to asOf comparedFrom comparedTo comparedAsOf
      lines { label isOwn station { id level } cells { ...Figure } }
      total { label isOwn cells { ...Figure } }
    }
  }
  fragment Figure on MetricCell { metric split splitName unit value compared isHidden isRecounted }
`;

/** How many periods the course of a metric shows. */
export const POINTS = 12;

const points = Array.from({ length: POINTS }, (_, i) => i);

/** The total of one metric in twelve periods, each as of a day of its own. */
export const REPORT_COURSE = /* GraphQL */ `
  query ReportCourse(
    $metric: MetricKey!, $within: ID, $split: ReportSplit,
    ${points.map((i) => `$period${i}: ReportPeriodInput!, $asOf${i}: Date`).join(', ')}
  ) {
    ${points
      .map(
        (i) => `point${i}: report(
      metrics: [$metric], by: COUNTY, period: $period${i}, asOf: $asOf${i}, within: $within, split: $split
    ) { total { cells { split splitName unit value } } }`,
      )
      .join('\n    ')}
  }
`;

/** A page of the rows behind one figure, of a line or of the total. */
export const REPORT_ROWS = /* GraphQL */ `
  query ReportRows(
    $metric: MetricKey!, $by: StationLevel!, $period: ReportPeriodInput!, $asOf: Date, $within: ID,
    $split: ReportSplit, $value: String, $line: ID, $isTotal: Boolean!, $first: Int!, $after: String
  ) {
    report(metrics: [$metric], by: $by, period: $period, asOf: $asOf, within: $within, split: $split) {
      asOf
      lines(station: $line) @skip(if: $isTotal) { label cells(split: $value) { ...WithRows } }
      total @include(if: $isTotal) { label cells(split: $value) { ...WithRows } }
    }
  }
  fragment WithRows on MetricCell {
    unit value splitName isRecounted isHidden
    rows(first: $first, after: $after) {
      totalCount outside
      nodes { id title day amount link station { name } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
