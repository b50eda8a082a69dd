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
