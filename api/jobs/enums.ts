import { registerEnumType } from 'type-graphql';

/** The kinds of work of public-welfare posts, as Fenxi has them. */
export enum WelfareWork {
  SANITATION = 'SANITATION',
  BEAUTIFUL_VILLAGE = 'BEAUTIFUL_VILLAGE',
  ROAD_UPKEEP = 'ROAD_UPKEEP',
  FOREST_GUARD = 'FOREST_GUARD',
  CULTURE = 'CULTURE',
}

registerEnumType(WelfareWork, {
  name: 'WelfareWork',
  description: 'What is done in a public-welfare post （公益岗工种）.',
  valuesConfig: {
    SANITATION: { description: 'Keeping town and village clean （城乡环境卫生整治）.' },
    BEAUTIFUL_VILLAGE: { description: 'Building beautiful villages （美丽乡村建设）.' },
    ROAD_UPKEEP: { description: 'Upkeep of roads （公路养护）.' },
    FOREST_GUARD: { description: 'Guarding forests against fire （护林防火）.' },
    CULTURE: { description: 'Culture and publicity （文化宣传）.' },
  },
});

/** How skilled a worker is taken on as. */
export enum WorkerGrade {
  TECHNICAL = 'TECHNICAL',
  GENERAL = 'GENERAL',
}

registerEnumType(WorkerGrade, {
  name: 'WorkerGrade',
  description: 'As what a worker is taken on （工种级别）.',
  valuesConfig: {
    TECHNICAL: { description: 'A skilled worker （技术工）.' },
    GENERAL: { description: 'An unskilled worker （普工）.' },
  },
});

/** Where a wage band comes from: what somebody said is never a measured mean. */
export enum WageBasis {
  QUOTED = 'QUOTED',
  AGREED = 'AGREED',
}

registerEnumType(WageBasis, {
  name: 'WageBasis',
  description: 'Where a wage band comes from （工资依据）.',
  valuesConfig: {
    QUOTED: { description: 'As somebody said it, no statistic （口述）.' },
    AGREED: { description: 'As agreed with the employer （约定）.' },
  },
});

/** Where a batch stands. */
export enum DispatchState {
  PLANNED = 'PLANNED',
  DEPARTED = 'DEPARTED',
  RETURNED = 'RETURNED',
  CANCELLED = 'CANCELLED',
}

registerEnumType(DispatchState, {
  name: 'DispatchState',
  description: 'Where a batch stands （批次状态）.',
  valuesConfig: {
    PLANNED: { description: 'Being put together （组织中）.' },
    DEPARTED: { description: 'It has left （已出发）.' },
    RETURNED: { description: 'All of it are back （已返回）.' },
    CANCELLED: { description: 'It never left （已取消）.' },
  },
});

/** Where a member of a batch stands. */
export enum DispatchMemberState {
  PLANNED = 'PLANNED',
  DEPARTED = 'DEPARTED',
  RETURNED = 'RETURNED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(DispatchMemberState, {
  name: 'DispatchMemberState',
  description: 'Where a member of a batch stands （人员状态）.',
  valuesConfig: {
    PLANNED: { description: 'Will go （待出发）.' },
    DEPARTED: { description: 'Has left with the batch （已输出）.' },
    RETURNED: { description: 'Has come back （已返乡）.' },
    WITHDRAWN: { description: 'Did not go （未成行）.' },
  },
});

/** Why somebody is no longer in a job. */
export enum LeavingReason {
  RESIGNED = 'RESIGNED',
  DISMISSED = 'DISMISSED',
  FAMILY = 'FAMILY',
  HEALTH = 'HEALTH',
  OTHER_JOB = 'OTHER_JOB',
  OUT_OF_CONTACT = 'OUT_OF_CONTACT',
  TERM_ENDED = 'TERM_ENDED',
  OTHER = 'OTHER',
}

registerEnumType(LeavingReason, {
  name: 'LeavingReason',
  description: 'Why somebody is no longer in a job （离岗原因）.',
  valuesConfig: {
    RESIGNED: { description: 'Gave notice （本人离职）.' },
    DISMISSED: { description: 'Was given notice （被辞退）.' },
    FAMILY: { description: 'The family needs them （家庭原因）.' },
    HEALTH: { description: 'Health （身体原因）.' },
    OTHER_JOB: { description: 'Works elsewhere （另有工作）.' },
    OUT_OF_CONTACT: { description: 'Could not be reached （联系不上）.' },
    TERM_ENDED: { description: 'The term was over （期满）.' },
    OTHER: { description: 'Any other （其他）.' },
  },
});

/** How far from home somebody would work. */
export enum Distance {
  VILLAGE = 'VILLAGE',
  TOWN = 'TOWN',
  COUNTY = 'COUNTY',
  OUTSIDE = 'OUTSIDE',
}

registerEnumType(Distance, {
  name: 'Distance',
  description: 'How far from home somebody would work （可接受的远近）.',
  valuesConfig: {
    VILLAGE: { description: 'In the own village （本村）.' },
    TOWN: { description: 'In the own town （本乡镇）.' },
    COUNTY: { description: 'In the county （本县）.' },
    OUTSIDE: { description: 'Outside the county too （县外亦可）.' },
  },
});

/** Where a search for work stands. */
export enum JobSeekerState {
  SEEKING = 'SEEKING',
  PLACED = 'PLACED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(JobSeekerState, {
  name: 'JobSeekerState',
  description: 'Where a search for work stands （求职状态）.',
  valuesConfig: {
    SEEKING: { description: 'Looking for work （求职中）.' },
    PLACED: { description: 'Has found work （已上岗）.' },
    WITHDRAWN: { description: 'No longer looking （已撤回）.' },
  },
});

/** Why an opening fits somebody who looks for work. */
export enum FittingReason {
  WITHIN_DISTANCE = 'WITHIN_DISTANCE',
  WAGE_REACHED = 'WAGE_REACHED',
  SKILL_ASKED = 'SKILL_ASKED',
  NO_SKILL_ASKED = 'NO_SKILL_ASKED',
  PLACES_FREE = 'PLACES_FREE',
}

registerEnumType(FittingReason, {
  name: 'FittingReason',
  description: 'Why an opening fits somebody （适合的理由）.',
  valuesConfig: {
    WITHIN_DISTANCE: { description: 'As near as was asked for （远近合适）.' },
    WAGE_REACHED: { description: 'It pays what was wished （工资达到期望）.' },
    SKILL_ASKED: { description: 'It asks for a skill that they have （技能相符）.' },
    NO_SKILL_ASKED: { description: 'It asks for no skill （不限技能）.' },
    PLACES_FREE: { description: 'It has places free （尚有空额）.' },
  },
});
