/** Labels of the enums of jobs. */
export const jobEnums = {
  WelfareWork: {
    SANITATION: '城乡环境卫生整治',
    BEAUTIFUL_VILLAGE: '美丽乡村建设',
    ROAD_UPKEEP: '公路养护',
    FOREST_GUARD: '护林防火',
    CULTURE: '文化宣传',
  },
  WorkerGrade: { TECHNICAL: '技术工', GENERAL: '普工' },
  WageBasis: { QUOTED: '口述', AGREED: '约定' },
  DispatchState: { PLANNED: '组织中', DEPARTED: '已出发', RETURNED: '已返回', CANCELLED: '已取消' },
  DispatchMemberState: { PLANNED: '待出发', DEPARTED: '已输出', RETURNED: '已返乡', WITHDRAWN: '未成行' },
  LeavingReason: {
    RESIGNED: '本人离职',
    DISMISSED: '被辞退',
    FAMILY: '家庭原因',
    HEALTH: '身体原因',
    OTHER_JOB: '另有工作',
    OUT_OF_CONTACT: '联系不上',
    TERM_ENDED: '期满',
    OTHER: '其他',
  },
  Distance: { VILLAGE: '本村', TOWN: '本乡镇', COUNTY: '本县', OUTSIDE: '县外亦可' },
  JobSeekerState: { SEEKING: '求职中', PLACED: '已上岗', WITHDRAWN: '已撤回' },
  FittingReason: {
    WITHIN_DISTANCE: '远近合适',
    WAGE_REACHED: '工资达到期望',
    SKILL_ASKED: '技能相符',
    NO_SKILL_ASKED: '不限技能',
    PLACES_FREE: '尚有空额',
  },
};

/** Labels of the permissions over jobs that no other kind of programme has. */
export const jobPermissions = {
  JOBS_ENROL: '登记求职、输出人员和回访',
};

/** What the audit calls the acts and records of jobs. */
export const jobAudit = {
  acts: {
    employerCreate: '新增用工单位',
    agreementCreate: '登记用工协议',
    openingCreate: '新增岗位',
    openingUpdate: '修改岗位',
    openingClose: '关闭岗位',
    dispatchBatchCreate: '新建批次',
    dispatchMembersAdd: '加入人员',
    dispatchBatchDepart: '批次出发',
    dispatchBatchCancel: '取消批次',
    dispatchMemberReturn: '返乡、退出',
    checkInEnter: '登记回访',
    placementCreate: '上岗',
    placementEnd: '离岗、续期',
    jobSeekerCreate: '登记求职',
    jobSeekerWithdraw: '撤回求职',
  },
  records: {
    Employer: '用工单位',
    Agreement: '用工协议',
    Opening: '岗位',
    WageBand: '工资区间',
    DispatchBatch: '批次',
    DispatchMember: '输出人员',
    CheckIn: '回访',
    Placement: '上岗记录',
    JobSeeker: '求职登记',
  },
};
