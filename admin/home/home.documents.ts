/** Programmes of some kinds in some states with the steps open to the asker: what waits for them. */
export const WAITING = /* GraphQL */ `
  query Waiting($where: ProgrammeFilter) {
    programmes(where: $where, first: 50) {
      nodes {
        id kind title state stateSince
        station { id name }
        nextSteps { act isOpen }
      }
      totalCount
    }
  }
`;

/** Some metrics of the year as they stand today and as they stood on an earlier day. */
export const FIGURES = /* GraphQL */ `
  query Figures($metrics: [MetricKey!]!, $year: Int!, $before: Date!) {
    now: report(metrics: $metrics, period: { year: $year }, by: COUNTY) {
      asOf
      total { cells { metric value unit } }
    }
    before: report(metrics: $metrics, period: { year: $year }, asOf: $before, by: COUNTY) {
      total { cells { metric value unit } }
    }
  }
`;
