/** Those who completed a course. */
export const COMPLETED = /* GraphQL */ `
  query CompletedEnrolments($id: ID!, $offset: Int) {
    course(id: $id) {
      id title startsOn endsOn station { id name level path { id name } }
      enrolments(where: { state: { in: [COMPLETED] } }, first: 100, offset: $offset) {
        nodes { id no person { id name } }
        totalCount
      }
    }
  }
`;

/** The certificates of a course. */
export const CERTIFICATES = /* GraphQL */ `
  query TrainingCertificates($where: TrainingCertificateFilter, $offset: Int) {
    trainingCertificates(where: $where, first: 100, offset: $offset) {
      nodes {
        id number issuedOn issuedBy
        person { id name } course { id title startsOn endsOn }
      }
      totalCount
    }
  }
`;

/** Issues certificates. */
export const ISSUE = /* GraphQL */ `
  mutation TrainingCertificatesIssue($input: TrainingCertificatesIssueInput!) {
    trainingCertificatesIssue(input: $input) {
      result { done rows { isDone message enrolment { id } } }
      errors { path code message }
    }
  }
`;
