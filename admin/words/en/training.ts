/** Labels of the enums of training. */
export const trainingEnums = {
  CourseAudience: { CADRE: 'Cadres', HELPER: 'Helpers', HOUSEHOLD: 'Households' },
  EnrolmentState: {
    APPLIED: 'Applied',
    ENROLLED: 'Enrolled',
    WAITING: 'Waiting',
    COMPLETED: 'Completed',
    WITHDRAWN: 'Withdrawn',
  },
  RosterOutcome: { DONE: 'Done', SKIPPED: 'Nothing to do', REFUSED: 'Refused' },
  CoverageAudience: { REGISTERED: 'Registered households', CADRES: 'Cadres', ALL: 'Everybody' },
};

/** Labels of the permissions over training beyond its programmes. */
export const trainingPermissions = {
  TRAINING_ENROL: 'Enrol people and take attendance',
  TRAINING_REPORT: 'See how far training has reached',
};

/** What the audit calls the acts and records of training. */
export const trainingAudit = {
  acts: {
    trainingProviderCreate: 'Enter a provider of training',
    teacherCreate: 'Enter a teacher',
    courseCreate: 'Open a course',
    courseUpdate: 'Change a course',
    classGroupCreate: 'Add a class group',
    courseSessionsCreate: 'Plan sessions',
    courseSessionUpdate: 'Change a session',
    rosterTake: 'Take attendance',
    enrolmentsCreate: 'Enrol people',
    enrolmentsAdmit: 'Admit applications',
    enrolmentsComplete: 'Record completion',
    enrolmentWithdraw: 'Withdraw an enrolment',
  },
  records: {
    TrainingProvider: 'Provider of training',
    Teacher: 'Teacher',
    Course: 'Course',
    ClassGroup: 'Class group',
    CourseSession: 'Session',
    Enrolment: 'Enrolment',
    Attendance: 'Attendance',
  },
};
