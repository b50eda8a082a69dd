/** Labels of the enums of wishes, know-how holders and level tests. */
export const learningEnums = {
  TrainingDemandState: {
    REQUESTED: '待安排',
    SCHEDULED: '已排课',
    MET: '已满足',
    DECLINED: '未采纳',
  },
  TrainingPriority: {
    HIGH: '急需',
    USUAL: '一般',
    LOW: '可缓',
  },
  KnowHowState: {
    TRAINED: '已培训',
    CONFIRMED: '已认定',
    ENDED: '已终止',
  },
  LevelTestState: {
    PLANNED: '计划中',
    HELD: '已测试',
    SCORED: '已登分',
    PLACED: '已分班',
  },
};

/** What the audit calls their acts and records. */
export const learningAudit = {
  acts: {
    trainingMenuItemCreate: '新增培训菜单项',
    trainingMenuItemClose: '下架培训菜单项',
    trainingDemandCreate: '登记培训需求',
    trainingDemandsSchedule: '培训需求排课',
    trainingDemandsMeet: '培训需求办结',
    trainingDemandDecline: '培训需求不予采纳',
    knowHowHolderCreate: '登记科技明白人',
    knowHowHolderConfirm: '认定科技明白人',
    knowHowHolderEnd: '终止科技明白人',
    levelTestCreate: '安排水平测试',
    levelTestHold: '登记测试日期',
    levelTestSetBands: '设定分班分数线',
    levelTestEnterScores: '登记成绩',
    levelTestPlace: '按测试分班',
    trainingCertificatesIssue: '发放结业证书',
  },
  records: {
    TrainingMenuItem: '培训菜单项',
    TrainingDemand: '培训需求',
    KnowHowHolder: '科技明白人',
    LevelTest: '水平测试',
    LevelBand: '分班分数线',
    TestResult: '测试成绩',
    TrainingCertificate: '结业证书',
  },
};
