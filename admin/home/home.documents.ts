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

/** The county's programmes of a period, by kind and state. */
export const FIGURES = /* GraphQL */ `
  query Figures($period: PeriodInput!) {
    crossTownReport(period: $period) {
      total { cells { kind state count budget } }
    }
  }
`;
