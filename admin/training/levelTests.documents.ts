/** Level tests, the latest month first. */
export const TESTS = /* GraphQL */ `
  query LevelTests($where: LevelTestFilter, $orderBy: LevelTestOrder, $first: Int, $offset: Int) {
    levelTests(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { id version month state maxScore heldOn course { id title } station { id name } results(first: 0) { totalCount } }
      totalCount
      pageInfo { hasNextPage hasPreviousPage }
    }
  }
`;

/** One test with its course, its class groups and its rule. */
export const TEST = /* GraphQL */ `
  query LevelTest($id: ID!) {
    levelTest(id: $id) {
      id version month state maxScore heldOn placedOn
      station { id name level path { id name } }
      course { id title classGroups { id name level } }
      bands { id fromScore classGroup { id name } }
    }
  }
`;

/** A page of the roster of a test's course. */
export const ROSTER = /* GraphQL */ `
  query LevelTestRoster($id: ID!, $offset: Int) {
    course(id: $id) {
      enrolments(where: { state: { in: [ENROLLED, COMPLETED] } }, first: 100, offset: $offset) {
        nodes { id no person { id name } classGroup { id name } }
        totalCount
      }
    }
  }
`;

/** A page of the results of a test. */
export const RESULTS = /* GraphQL */ `
  query LevelTestResults($id: ID!, $where: TestResultFilter, $offset: Int) {
    levelTest(id: $id) {
      results(where: $where, first: 100, offset: $offset) {
        nodes { id score isMoved enrolment { id } person { id name } movedFrom { name } placedIn { name } }
        totalCount
      }
    }
  }
`;

/** What a test does, or did, to the class groups. */
export const PLACEMENT = /* GraphQL */ `
  query LevelTestPlacement($id: ID!) {
    levelTestPlacement(id: $id) {
      isDone scored moved unscored hindrance
      test { id version }
      groups { classGroup { id name level } fromScore before after }
      moves { from { id name } to { id name } people }
    }
  }
`;

/** Courses to choose from. */
export const COURSES = /* GraphQL */ `
  query CoursesToChoose($where: CourseFilter) {
    courses(where: $where, first: 100) { nodes { id title startsOn endsOn station { id name } } totalCount }
  }
`;

/** Plans a test. */
export const TEST_CREATE = /* GraphQL */ `
  mutation LevelTestCreate($input: LevelTestCreateInput!, $idempotencyKey: String) {
    levelTestCreate(input: $input, idempotencyKey: $idempotencyKey) {
      levelTest { id version } errors { path code message }
    }
  }
`;

/** Enters the day of a test. */
export const TEST_HOLD = /* GraphQL */ `
  mutation LevelTestHold($id: ID!, $version: Int!, $heldOn: Date!) {
    levelTestHold(id: $id, version: $version, heldOn: $heldOn) { levelTest { id } errors { path code message } }
  }
`;

/** Sets the score rule. */
export const TEST_BANDS = /* GraphQL */ `
  mutation LevelTestSetBands($id: ID!, $version: Int!, $bands: [LevelBandInput!]!) {
    levelTestSetBands(id: $id, version: $version, bands: $bands) { levelTest { id } errors { path code message } }
  }
`;

/** Enters scores. */
export const TEST_SCORES = /* GraphQL */ `
  mutation LevelTestEnterScores($id: ID!, $rows: [ScoreInput!]!) {
    levelTestEnterScores(id: $id, rows: $rows) { levelTest { id } errors { path code message } }
  }
`;

/** Places people by a test. */
export const TEST_PLACE = /* GraphQL */ `
  mutation LevelTestPlace($id: ID!, $version: Int!) {
    levelTestPlace(id: $id, version: $version) { levelTest { id } errors { path code message } }
  }
`;
