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

/** The programmes of a period by kind and state, as they stand today and as they stood on an earlier day. */
export const FIGURES = /* GraphQL */ `
  query Figures($period: PeriodInput!, $before: Date!) {
    now: crossTownReport(period: $period) {
      total { cells { kind state count budget } }
    }
    before: crossTownReport(period: $period, asOf: $before) {
      total { cells { kind state count budget } }
    }
  }
`;
