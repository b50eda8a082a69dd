const PLACE = 'station { id name path { id name } }';
const ERRORS = 'errors { path code message }';
const PLACEMENT = `id version title kind validFrom validTo wage reason person { id name } ${PLACE}`;

/** A page of openings. */
export const OPENINGS = /* GraphQL */ `
  query Openings($where: OpeningFilter, $orderBy: OpeningOrder, $first: Int, $offset: Int) {
    openings(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id title kind work headcount taken monthlyPay isClosed programme { id title } employer { id name } ${PLACE} }
      totalCount
    }
  }
`;

/** One opening with who is in it and its batches. */
export const OPENING = /* GraphQL */ `
  query Opening($id: ID!) {
    opening(id: $id) {
      id version title kind work headcount taken monthlyPay skills isClosed isInvented programme { id title state }
      employer { id name place isOutside agreements { id title } } wageBands { id grade wageFrom wageTo basis } ${PLACE}
      batches { id number day transport state }
      placements { ${PLACEMENT} }
    }
  }
`;

/** The openings of a programme, and the employers to choose from. */
export const PROGRAMME_OPENINGS = /* GraphQL */ `
  query ProgrammeOpenings($id: ID!) {
    jobProgramme(id: $id) { openings { id title work headcount taken monthlyPay isClosed employer { id name } ${PLACE} } }
  }
`;

/** Employers by name. */
export const EMPLOYERS = /* GraphQL */ `
  query Employers {
    employers(first: 100) { nodes { id name place } }
  }
`;

/** Enters an employer. */
export const EMPLOYER_CREATE = /* GraphQL */ `
  mutation EmployerCreate($input: EmployerCreateInput!, $idempotencyKey: String) {
    employerCreate(input: $input, idempotencyKey: $idempotencyKey) { employer { id name } ${ERRORS} }
  }
`;

/** Adds an opening. */
export const OPENING_CREATE = /* GraphQL */ `
  mutation OpeningCreate($input: OpeningCreateInput!, $idempotencyKey: String) {
    openingCreate(input: $input, idempotencyKey: $idempotencyKey) { opening { id } ${ERRORS} }
  }
`;

/** Closes an opening. */
export const OPENING_CLOSE = /* GraphQL */ `
  mutation OpeningClose($id: ID!, $version: Int!) {
    openingClose(id: $id, version: $version) { opening { id version } ${ERRORS} }
  }
`;

/** A page of holders and workers, by the end of their term. */
export const PLACEMENTS = /* GraphQL */ `
  query Placements($where: PlacementFilter, $orderBy: PlacementOrder, $first: Int, $offset: Int) {
    placements(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { ${PLACEMENT} opening { id } }
      totalCount
    }
  }
`;

/** Somebody takes up a post. */
export const PLACEMENT_CREATE = /* GraphQL */ `
  mutation PlacementCreate($input: PlacementCreateInput!, $idempotencyKey: String) {
    placementCreate(input: $input, idempotencyKey: $idempotencyKey) { placement { id } ${ERRORS} }
  }
`;

/** Gives a term another end. */
export const PLACEMENT_END = /* GraphQL */ `
  mutation PlacementEnd($id: ID!, $version: Int!, $validTo: Date!, $reason: LeavingReason) {
    placementEnd(id: $id, version: $version, validTo: $validTo, reason: $reason) { placement { id version } ${ERRORS} }
  }
`;

/** What the posts of a programme are paid for a month. */
export const PAY_SHEET = /* GraphQL */ `
  query PaySheet($id: ID!, $month: Date!) {
    paySheet(programmeId: $id, month: $month) {
      month daysOfMonth rule total programme { id title station { id name } }
      lines { from to days isFull amount placement { id title wage person { id name } station { id name } } }
    }
  }
`;

/** People of the register by the beginning of their name. */
export const WORKERS = /* GraphQL */ `
  query Workers($search: String!) {
    persons(where: { search: $search }, first: 10) { nodes { id name birthDay station { id name } } totalCount }
  }
`;

/** A page of people who look for work. */
export const SEEKERS = /* GraphQL */ `
  query JobSeekers($where: JobSeekerFilter, $orderBy: JobSeekerOrder, $first: Int, $offset: Int) {
    jobSeekers(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id version state skills distance wageWished createdAt person { id name } ${PLACE} }
      totalCount
    }
  }
`;

/** One search for work. */
export const SEEKER = /* GraphQL */ `
  query JobSeeker($id: ID!) {
    jobSeeker(id: $id) { id version state skills distance wageWished createdAt person { id name } ${PLACE} }
  }
`;

/** The openings that fit somebody, with every reason. */
export const FITTING = /* GraphQL */ `
  query FittingOpenings($id: ID!) {
    fittingOpenings(seekerId: $id) {
      opening { id title kind work employer { id name } ${PLACE} }
      reasons { reason sentence }
    }
  }
`;

/** Registers that somebody looks for work. */
export const SEEKER_CREATE = /* GraphQL */ `
  mutation JobSeekerCreate($input: JobSeekerCreateInput!, $idempotencyKey: String) {
    jobSeekerCreate(input: $input, idempotencyKey: $idempotencyKey) { jobSeeker { id } ${ERRORS} }
  }
`;

/** Takes a search back. */
export const SEEKER_WITHDRAW = /* GraphQL */ `
  mutation JobSeekerWithdraw($id: ID!, $version: Int!) {
    jobSeekerWithdraw(id: $id, version: $version) { jobSeeker { id version } ${ERRORS} }
  }
`;

/** Enters an agreement with an employer. */
export const AGREEMENT_CREATE = /* GraphQL */ `
  mutation AgreementCreate($input: AgreementCreateInput!, $idempotencyKey: String) {
    agreementCreate(input: $input, idempotencyKey: $idempotencyKey) { employer { id } ${ERRORS} }
  }
`;

/** Changes an opening. */
export const OPENING_UPDATE = /* GraphQL */ `
  mutation OpeningUpdate($id: ID!, $version: Int!, $input: OpeningUpdateInput!) {
    openingUpdate(id: $id, version: $version, input: $input) { opening { id version } ${ERRORS} }
  }
`;
