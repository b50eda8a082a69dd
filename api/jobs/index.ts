import './policy.js';
import { programmeResolver } from '../programmes/index.js';
import { CheckIn } from './checkIn.js';
import { batches, checkIns, members } from './dispatch.resolver.js';
import { DispatchBatch, DispatchMember } from './dispatchBatch.js';
import { Agreement, Employer } from './employer.js';
import { employers } from './employer.resolver.js';
import { JobProgramme } from './jobProgramme.js';
import { jobKind } from './jobProgramme.kind.js';
import { JobSeeker } from './jobSeeker.js';
import { jobSeekers } from './jobSeeker.resolver.js';
import { Opening, WageBand } from './opening.js';
import { openings, openingsOfProgrammes } from './opening.resolver.js';
import { Placement } from './placement.js';
import { jobsOfHouseholds, jobsOfPersons, placements } from './placement.resolver.js';

export { CheckIn } from './checkIn.js';
export { enter as enterFound } from './checkIn.service.js';
export { jobColumns } from './columns.js';
export { DispatchBatch, DispatchMember } from './dispatchBatch.js';
export { letDepart, registerBatch } from './dispatchBatch.service.js';
export { registerMember } from './dispatchMember.service.js';
export { registerAgreement, registerEmployer } from './employer.service.js';
export { LeavingReason, WageBasis, WelfareWork, WorkerGrade } from './enums.js';
export * from './jobProgramme.js';
export { Opening } from './opening.js';
export { registerOpening } from './opening.service.js';
export { Placement } from './placement.js';
export { registerPlacement } from './placement.service.js';

export const entities = [
  JobProgramme,
  Employer,
  Agreement,
  Opening,
  WageBand,
  DispatchBatch,
  DispatchMember,
  CheckIn,
  Placement,
  JobSeeker,
] as const;

const rooms = [
  employers,
  openings,
  openingsOfProgrammes,
  batches,
  members,
  checkIns,
  placements,
  jobsOfPersons,
  jobsOfHouseholds,
  jobSeekers,
];
export const resolvers = [programmeResolver(jobKind), ...rooms.map((made) => made.resolver)];
