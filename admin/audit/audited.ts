import { imports, reports } from './auditedReports.js';

/** What an area leaves in the audit: its mutations and its types of record; their words are `enums.AuditAct` and `enums.AuditRecord`. */
interface Audited {
  acts: readonly string[];
  records: readonly string[];
}

const programmeActs = [
  'Create',
  'Update',
  'Submit',
  'Approve',
  'Return',
  'Start',
  'Finish',
  'Accept',
  'Stop',
  'Amend',
  'Discard',
];
const kinds = ['trainingProgramme', 'jobProgramme', 'industryProgramme'];

const ground: Audited = {
  acts: [
    'stationCreate',
    'stationRename',
    'stationMove',
    'stationMerge',
    'stationClose',
    'userCreate',
    'userUpdate',
    'userDisable',
    'userEnable',
    'userResetPassword',
    'passwordChange',
    'grantCreate',
    'grantEnd',
    'apiKeyCreate',
    'apiKeyRevoke',
    ...kinds.flatMap((kind) => programmeActs.map((act) => `${kind}${act}`)),
    'tenantCreate',
    'demoLoad',
  ],
  records: [
    'Station',
    'StationName',
    'StationParent',
    'User',
    'Account',
    'Grant',
    'ApiKey',
    'TrainingProgramme',
    'JobProgramme',
    'IndustryProgramme',
    'ProgrammeStep',
    'ProgrammeRevision',
    'Tenant',
  ],
};

const register: Audited = {
  acts: [
    'householdCreate',
    'householdUpdate',
    'householdHeadChange',
    'householdMove',
    'householdSplit',
    'householdMerge',
    'householdClose',
    'householdChangeUndo',
    'householdStatusGive',
    'householdStatusEnd',
    'personCreate',
    'personUpdate',
    'personReveal',
    'membershipMove',
    'membershipEnd',
    'personalKeysRotate',
  ],
  records: ['Household', 'HouseholdPlace', 'HouseholdStatus', 'HouseholdChange', 'Person', 'Membership'],
};

const jobs: Audited = {
  acts: [
    'employerCreate',
    'agreementCreate',
    'openingCreate',
    'openingUpdate',
    'openingClose',
    'dispatchBatchCreate',
    'dispatchMembersAdd',
    'dispatchBatchDepart',
    'dispatchBatchCancel',
    'dispatchMemberReturn',
    'checkInEnter',
    'placementCreate',
    'placementEnd',
    'jobSeekerCreate',
    'jobSeekerWithdraw',
  ],
  records: [
    'Employer',
    'Agreement',
    'Opening',
    'WageBand',
    'DispatchBatch',
    'DispatchMember',
    'CheckIn',
    'Placement',
    'JobSeeker',
  ],
};

const training: Audited = {
  acts: [
    'trainingProviderCreate',
    'trainingProviderUpdate',
    'teacherCreate',
    'teacherUpdate',
    'courseCreate',
    'courseUpdate',
    'classGroupCreate',
    'courseSessionsCreate',
    'courseSessionUpdate',
    'rosterTake',
    'enrolmentsCreate',
    'enrolmentsAdmit',
    'enrolmentsComplete',
    'enrolmentWithdraw',
  ],
  records: ['TrainingProvider', 'Teacher', 'Course', 'ClassGroup', 'CourseSession', 'Enrolment', 'Attendance'],
};

const learning: Audited = {
  acts: [
    'trainingMenuItemCreate',
    'trainingMenuItemClose',
    'trainingDemandCreate',
    'trainingDemandsSchedule',
    'trainingDemandsMeet',
    'trainingDemandDecline',
    'knowHowHolderCreate',
    'knowHowHolderConfirm',
    'knowHowHolderEnd',
    'levelTestCreate',
    'levelTestHold',
    'levelTestSetBands',
    'levelTestEnterScores',
    'levelTestPlace',
    'trainingCertificatesIssue',
  ],
  records: [
    'TrainingMenuItem',
    'TrainingDemand',
    'KnowHowHolder',
    'LevelTest',
    'LevelBand',
    'TestResult',
    'TrainingCertificate',
  ],
};

const distributions: Audited = {
  acts: [
    'distributionItemCreate',
    'distributionsCreate',
    'distributionReverse',
    'survivalCheckCreate',
    'intentionCreate',
    'intentionUpdate',
    'villageSpecialtyCreate',
    'villageSpecialtyAdopt',
    'cooperativeCreate',
    'livestockContractCreate',
    'livestockContractCheck',
    'livestockContractSign',
    'livestockContractStart',
    'livestockContractEnd',
    'livestockInstalmentDeliver',
    'livestockDeliveryReverse',
  ],
  records: [
    'DistributionItem',
    'DistributionSheet',
    'Distribution',
    'SurvivalCheck',
    'Intention',
    'VillageSpecialty',
    'SpecialtyItem',
    'Cooperative',
    'LivestockContract',
    'LivestockInstalment',
    'LivestockDelivery',
  ],
};

const projects: Audited = {
  acts: [
    'consultationCreate',
    'publicNoticeCreate',
    'fundLinesSet',
    'projectHouseholdsAdd',
    'projectHouseholdEnd',
    'dividendPlanCreate',
    'dividendPlanDeclare',
    'dividendPlanPublish',
    'dividendPlanApprove',
    'dividendPlanPay',
    'dividendPlanReconcile',
    'dividendPlanCancel',
    'dividendPaymentReverse',
    'loanCreate',
    'loanGrant',
    'loanWithdraw',
    'loanRepay',
    'loanRepaymentReverse',
  ],
  records: [
    'Consultation',
    'PublicNotice',
    'FundLine',
    'ProjectHousehold',
    'DividendPlan',
    'DividendShare',
    'DividendPayment',
    'Loan',
    'LoanRepayment',
  ],
};

/** Areas in the order of the menu; what an area adds stands in a list of its own. */
const areas: readonly Audited[] = [
  ground,
  register,
  jobs,
  training,
  learning,
  distributions,
  projects,
  imports,
  reports,
];

/** The acts in the order of the filter: mutations that leave a change, and what the installation does to itself. */
export const ACTS: readonly string[] = areas.flatMap(({ acts }) => acts);

/** The types of record in the order of the filter. */
export const RECORDS: readonly string[] = areas.flatMap(({ records }) => records);
