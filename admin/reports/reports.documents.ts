/** The cross-town report: a figure for every line, kind and state. */
export const REPORT = /* GraphQL */ `
  query CrossTownReport($period: PeriodInput!, $asOf: Date, $kind: ProgrammeKind, $within: ID) {
    crossTownReport(period: $period, asOf: $asOf, kind: $kind, within: $within) {
      asOf
      towns { label station { id level } cells { kind state count budget } }
      total { label cells { kind state count budget } }
    }
  }
`;

/** The programmes behind the figures of each town. */
export const ROWS_OF_TOWNS = /* GraphQL */ `
  query RowsOfTowns($period: PeriodInput!, $asOf: Date, $kind: ProgrammeKind, $within: ID, $first: Int) {
    crossTownReport(period: $period, asOf: $asOf, kind: $kind, within: $within) {
      towns {
        station { id }
        cells { kind state count rows(first: $first) { nodes { ...Row } totalCount } }
      }
    }
  }
  fragment Row on Programme { id kind title state startsOn endsOn budget station { name } }
`;

/** The programmes behind the figures of the total. */
export const ROWS_OF_TOTAL = /* GraphQL */ `
  query RowsOfTotal($period: PeriodInput!, $asOf: Date, $kind: ProgrammeKind, $within: ID, $first: Int) {
    crossTownReport(period: $period, asOf: $asOf, kind: $kind, within: $within) {
      total { cells { kind state count rows(first: $first) { nodes { ...Row } totalCount } } }
    }
  }
  fragment Row on Programme { id kind title state startsOn endsOn budget station { name } }
`;
