/** The forms, the latest first. */
export const REPORT_FORMS = /* GraphQL */ `
  query ReportForms($where: ReportFormFilter, $orderBy: ReportFormOrder, $first: Int, $offset: Int) {
    reportForms(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id title period createdAt station { id name } }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** One form. */
export const REPORT_FORM = /* GraphQL */ `
  query ReportForm($id: ID!) {
    reportForm(id: $id) { id version title period createdAt retiredOn retiredBecause station { id name path { id name } } }
  }
`;

/** A form that is filled in. */
export const REPORT_FORM_FILLED = /* GraphQL */ `
  query ReportFormFilled($id: ID!, $period: String, $asOf: Date, $within: ID) {
    reportFormFilled(id: $id, period: $period, asOf: $asOf, within: $within) {
      title from to asOf rowCount widths station { id name }
      cells {
        at row column rowSpan columnSpan text isHead
        figure { split period isOwn asOf isOutside station { id level } cell { metric split unit value } }
      }
    }
  }
`;

/** Takes a form out of use. */
export const REPORT_FORM_RETIRE = /* GraphQL */ `
  mutation ReportFormRetire($id: ID!, $version: Int!, $reason: String!) {
    reportFormRetire(id: $id, version: $version, reason: $reason) { reportForm { id } errors { path code message } }
  }
`;

/** Takes a retired form into use again. */
export const REPORT_FORM_REINSTATE = /* GraphQL */ `
  mutation ReportFormReinstate($id: ID!, $version: Int!) {
    reportFormReinstate(id: $id, version: $version) { reportForm { id } errors { path code message } }
  }
`;
