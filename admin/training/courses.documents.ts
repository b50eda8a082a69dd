const WHOLE = /* GraphQL */ `
  fragment WholeCourse on Course {
    id title audiences capacity startsOn endsOn isInvented enrolledCount waitingCount version
    station { id name path { id name } }
    programme { id title state }
    provider { id name }
    classGroups { id name level enrolledCount }
    sessions { id heldOn topic place hours isCancelled presentCount version teacher { id name } }
  }
`;

/** A page of courses. */
export const COURSES = /* GraphQL */ `
  query Courses($where: CourseFilter, $orderBy: CourseOrder, $first: Int, $offset: Int) {
    courses(where: $where, orderBy: $orderBy, first: $first, offset: $offset) {
      nodes { ...WholeCourse }
      totalCount
    }
  }
  ${WHOLE}
`;

/** One course with its class groups and sessions. */
export const COURSE = /* GraphQL */ `
  query Course($id: ID!) {
    course(id: $id) { ...WholeCourse }
  }
  ${WHOLE}
`;

/** Opens a course. */
export const COURSE_CREATE = /* GraphQL */ `
  mutation CourseCreate($input: CourseCreateInput!, $idempotencyKey: String) {
    courseCreate(input: $input, idempotencyKey: $idempotencyKey) {
      course { ...WholeCourse }
      errors { path code message }
    }
  }
  ${WHOLE}
`;

/** Changes a course. */
export const COURSE_UPDATE = /* GraphQL */ `
  mutation CourseUpdate($id: ID!, $version: Int!, $input: CourseUpdateInput!) {
    courseUpdate(id: $id, version: $version, input: $input) {
      course { ...WholeCourse }
      errors { path code message }
    }
  }
  ${WHOLE}
`;

/** Training programmes in which a course can be opened. */
export const OPEN_PROGRAMMES = /* GraphQL */ `
  query OpenTrainingProgrammes {
    trainingProgrammes(where: { state: { in: [APPROVED, RUNNING] } }, first: 100) {
      nodes { id title startsOn endsOn station { id name } }
    }
  }
`;

/** Teachers and providers to choose from. */
export const TEACHERS = /* GraphQL */ `
  query Teachers {
    teachers(first: 100) { nodes { id name speciality } }
    trainingProviders(first: 100) { nodes { id name } }
  }
`;

/** Plans sessions of a course. */
export const SESSIONS_CREATE = /* GraphQL */ `
  mutation CourseSessionsCreate($input: CourseSessionsCreateInput!, $idempotencyKey: String) {
    courseSessionsCreate(input: $input, idempotencyKey: $idempotencyKey) {
      course { id }
      errors { path code message }
    }
  }
`;

/** A page of the enrolments of a course. */
export const ENROLMENTS = /* GraphQL */ `
  query Enrolments($id: ID!, $where: EnrolmentFilter, $offset: Int) {
    course(id: $id) {
      enrolments(where: $where, first: 100, offset: $offset) {
        totalCount
        nodes { id no state version attendedCount classGroup { id name } person { id name } household { id code headName } }
      }
    }
  }
`;

/** One session with the course it belongs to and what was taken of its attendance. */
export const SESSION = /* GraphQL */ `
  query CourseSession($id: ID!) {
    courseSession(id: $id) {
      id heldOn topic place hours isCancelled presentCount version
      teacher { id name }
      course { id title capacity enrolledCount station { id name path { id name } } programme { id title state } }
      attendances { id isPresent enrolment { id } }
    }
  }
`;

const ROSTER = /* GraphQL */ `
  fragment WholeRoster on Roster {
    isWritten doneCount skippedCount refusedCount waitingCount
    rows { no name outcome state says }
  }
`;

/** Takes attendance of a session, or tries it. */
export const ROSTER_TAKE = /* GraphQL */ `
  mutation RosterTake($input: RosterTakeInput!) {
    rosterTake(input: $input) {
      roster { ...WholeRoster }
      errors { path code message }
    }
  }
  ${ROSTER}
`;

/** Enrols many people, or tries it. */
export const ENROLMENTS_CREATE = /* GraphQL */ `
  mutation EnrolmentsCreate($input: EnrolmentsCreateInput!) {
    enrolmentsCreate(input: $input) {
      roster { ...WholeRoster }
      errors { path code message }
    }
  }
  ${ROSTER}
`;

/** Records that everybody who holds a place has completed the course. */
export const ENROLMENTS_COMPLETE = /* GraphQL */ `
  mutation EnrolmentsComplete($courseId: ID!) {
    enrolmentsComplete(courseId: $courseId) {
      roster { ...WholeRoster }
      errors { path code message }
    }
  }
  ${ROSTER}
`;

/** Withdraws an enrolment. */
export const ENROLMENT_WITHDRAW = /* GraphQL */ `
  mutation EnrolmentWithdraw($id: ID!, $version: Int!, $reason: String!) {
    enrolmentWithdraw(id: $id, version: $version, reason: $reason) {
      enrolment { id state version }
      errors { path code message }
    }
  }
`;

/** How far training has reached; who is missing only for those who may see names. */
export const COVERAGE = /* GraphQL */ `
  query TrainingCoverage(
    $audience: CoverageAudience!, $period: PeriodInput!, $asOf: Date, $within: ID, $offset: Int, $areNamesWanted: Boolean!
  ) {
    trainingCoverage(audience: $audience, period: $period, asOf: $asOf, within: $within) {
      asOf personTimes personsCovered personsTotal personShare householdsCovered householdsTotal householdShare
      gaps(first: 50, offset: $offset) @include(if: $areNamesWanted) {
        totalCount
        nodes { id name birthDay isCadre station { id name } household { id code headName } }
      }
    }
  }
`;

/** Adds a class group to a course. */
export const CLASS_GROUP_CREATE = /* GraphQL */ `
  mutation ClassGroupCreate($input: ClassGroupCreateInput!, $idempotencyKey: String) {
    classGroupCreate(input: $input, idempotencyKey: $idempotencyKey) {
      classGroup { id }
      errors { path code message }
    }
  }
`;

/** Changes a session, moves it or calls it off. */
export const SESSION_UPDATE = /* GraphQL */ `
  mutation CourseSessionUpdate($id: ID!, $version: Int!, $input: CourseSessionUpdateInput!) {
    courseSessionUpdate(id: $id, version: $version, input: $input) {
      courseSession { id }
      errors { path code message }
    }
  }
`;

/** Gives places to people who applied, in the order of their numbers. */
export const ENROLMENTS_ADMIT = /* GraphQL */ `
  mutation EnrolmentsAdmit($courseId: ID!) {
    enrolmentsAdmit(courseId: $courseId) {
      roster { ...WholeRoster }
      errors { path code message }
    }
  }
  ${ROSTER}
`;
