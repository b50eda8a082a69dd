/** Labels of the enums of jobs. */
export const jobEnums = {
  WelfareWork: {
    SANITATION: 'Keeping town and village clean',
    BEAUTIFUL_VILLAGE: 'Building beautiful villages',
    ROAD_UPKEEP: 'Upkeep of roads',
    FOREST_GUARD: 'Guarding forests against fire',
    CULTURE: 'Culture and publicity',
  },
  WorkerGrade: { TECHNICAL: 'Skilled worker', GENERAL: 'Unskilled worker' },
  WageBasis: { QUOTED: 'As somebody said', AGREED: 'As agreed' },
  DispatchState: { PLANNED: 'Being put together', DEPARTED: 'Left', RETURNED: 'Back', CANCELLED: 'Cancelled' },
  DispatchMemberState: { PLANNED: 'Will go', DEPARTED: 'Away', RETURNED: 'Back', WITHDRAWN: 'Did not go' },
  LeavingReason: {
    RESIGNED: 'Gave notice',
    DISMISSED: 'Was given notice',
    FAMILY: 'Family',
    HEALTH: 'Health',
    OTHER_JOB: 'Works elsewhere',
    OUT_OF_CONTACT: 'Could not be reached',
    TERM_ENDED: 'End of term',
    OTHER: 'Other',
  },
  Distance: { VILLAGE: 'Own village', TOWN: 'Own town', COUNTY: 'In the county', OUTSIDE: 'Outside the county too' },
  JobSeekerState: { SEEKING: 'Looking', PLACED: 'Has found work', WITHDRAWN: 'Withdrawn' },
  FittingReason: {
    WITHIN_DISTANCE: 'Near enough',
    WAGE_REACHED: 'Pays what is wished',
    SKILL_ASKED: 'Asks for a skill they have',
    NO_SKILL_ASKED: 'Asks for no skill',
    PLACES_FREE: 'Has places free',
  },
};

/** Labels of the permissions over jobs that no other kind of programme has. */
export const jobPermissions = {
  JOBS_ENROL: 'Register people for jobs and check in',
};

/** What the audit calls the acts and records of jobs. */
export const jobAudit = {
  acts: {
    employerCreate: 'Employer entered',
    agreementCreate: 'Agreement entered',
    openingCreate: 'Opening added',
    openingUpdate: 'Opening changed',
    openingClose: 'Opening closed',
    dispatchBatchCreate: 'Batch begun',
    dispatchMembersAdd: 'People put into a batch',
    dispatchBatchDepart: 'Batch left',
    dispatchBatchCancel: 'Batch cancelled',
    dispatchMemberReturn: 'Member back',
    checkInEnter: 'Check-in entered',
    placementCreate: 'Post taken up',
    placementEnd: 'End of a post set',
    jobSeekerCreate: 'Search for work registered',
    jobSeekerWithdraw: 'Search for work withdrawn',
  },
  records: {
    Employer: 'Employer',
    Agreement: 'Agreement',
    Opening: 'Opening',
    WageBand: 'Wage band',
    DispatchBatch: 'Batch',
    DispatchMember: 'Member of a batch',
    CheckIn: 'Check-in',
    Placement: 'Holder of a post',
    JobSeeker: 'Search for work',
  },
};
