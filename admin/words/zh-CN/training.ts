/** Labels of the enums of training. */
export const trainingEnums = {
  CourseAudience: { CADRE: '干部', HELPER: '帮扶责任人', HOUSEHOLD: '农户' },
  EnrolmentState: {
    APPLIED: '待审核',
    ENROLLED: '已录取',
    WAITING: '候补',
    COMPLETED: '已结业',
    WITHDRAWN: '已退出',
  },
  RosterOutcome: { DONE: '已办', SKIPPED: '无需办理', REFUSED: '不予办理' },
  CoverageAudience: { REGISTERED: '建档立卡户', CADRES: '干部', ALL: '全体' },
};

/** Labels of the permissions over training beyond its programmes. */
export const trainingPermissions = {
  TRAINING_ENROL: '办理培训报名和签到',
  TRAINING_REPORT: '查看培训覆盖',
};
