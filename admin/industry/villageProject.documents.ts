/** What hangs on a village project. Households are asked for only by those who see the register. */
export const VILLAGE_PROJECT = /* GraphQL */ `
  query VillageProject($id: ID!, $hasRegister: Boolean!) {
    industryProgramme(id: $id) {
      id version budget
      constructionSteps { stage on missing }
      consultations { id kind on attendance resolution isAgreed enteredBy }
      publicNotices { id from to objections settlement enteredBy }
      fundLines { id source amount }
      projectHouseholds @include(if: $hasRegister) { id on endedOn household { id code headName } }
      dividendPlans { id title year state total }
    }
  }
`;

/** Enters a meeting. */
export const CONSULTATION_CREATE = /* GraphQL */ `
  mutation ConsultationCreate($input: ConsultationCreateInput!) {
    consultationCreate(input: $input) { consultation { id } errors { path code message } }
  }
`;

/** Enters a notice. */
export const PUBLIC_NOTICE_CREATE = /* GraphQL */ `
  mutation PublicNoticeCreate($input: PublicNoticeCreateInput!) {
    publicNoticeCreate(input: $input) { publicNotice { id } errors { path code message } }
  }
`;

/** Says where the budget comes from. */
export const FUND_LINES_SET = /* GraphQL */ `
  mutation FundLinesSet($id: ID!, $version: Int!, $lines: [FundLineInput!]!) {
    fundLinesSet(id: $id, version: $version, lines: $lines) { industryProgramme { id } errors { path code message } }
  }
`;

/** Enters households by their numbers. */
export const PROJECT_HOUSEHOLDS_ADD = /* GraphQL */ `
  mutation ProjectHouseholdsAdd($id: ID!, $codes: [String!]!, $on: Date) {
    projectHouseholdsAdd(id: $id, codes: $codes, on: $on) { industryProgramme { id } errors { path code message } }
  }
`;

/** Takes a household out. */
export const PROJECT_HOUSEHOLD_END = /* GraphQL */ `
  mutation ProjectHouseholdEnd($id: ID!, $reason: String!) {
    projectHouseholdEnd(id: $id, reason: $reason) { projectHousehold { id } errors { path code message } }
  }
`;

/** Village projects by category. */
export const PROJECT_REPORT = /* GraphQL */ `
  query VillageProjectReport($period: PeriodInput!, $within: ID, $fundSource: FundSource) {
    villageProjectReport(period: $period, within: $within, fundSource: $fundSource) {
      figures { category projects budget households stepsMissing }
    }
  }
`;
