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

/** What the audit calls the acts and records of training. */
export const trainingAudit = {
  acts: {
    trainingProviderCreate: '新增培训机构',
    teacherCreate: '新增教师',
    courseCreate: '开设课程',
    courseUpdate: '修改课程',
    classGroupCreate: '加班',
    courseSessionsCreate: '排课',
    courseSessionUpdate: '调课',
    rosterTake: '签到',
    enrolmentsCreate: '批量报名',
    enrolmentsAdmit: '审核录取',
    enrolmentsComplete: '结业',
    enrolmentWithdraw: '退出课程',
  },
  records: {
    TrainingProvider: '培训机构',
    Teacher: '教师',
    Course: '课程',
    ClassGroup: '班',
    CourseSession: '课次',
    Enrolment: '报名',
    Attendance: '出勤',
  },
};
