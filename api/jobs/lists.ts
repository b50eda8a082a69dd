import { followedList } from '../households/index.js';
import { type Day, OrderDirection } from '../kernel/index.js';
import { anyId, anyOf, beginsWith, type Condition, flag, heldAt, type List, sql } from '../reading/index.js';
import { heldOrOffered, type Offer, withinStation } from '../tenancy/index.js';
import { CheckIn } from './checkIn.js';
import type { CheckInFilter, DispatchBatchFilter, DispatchMemberFilter } from './dispatch.input.js';
import { DispatchBatch, DispatchMember } from './dispatchBatch.js';
import type { EmployerFilter } from './employer.input.js';
import { Employer } from './employer.js';
import { DispatchState } from './enums.js';
import type { JobSeekerFilter } from './jobSeeker.input.js';
import { JobSeeker } from './jobSeeker.js';
import type { OpeningFilter } from './opening.input.js';
import { Opening } from './opening.js';
import type { PlacementFilter } from './placement.input.js';
import { Placement } from './placement.js';

const walls = [heldAt('jobs.read')];
/** A batch that has not left is known in the stations under its own, which send their people with it. */
const leaving: Offer = {
  query: { state: DispatchState.PLANNED },
  sql: (row) => sql`${row.column('state')} = 'PLANNED'`,
};
const within = withinStation('station');
const related = (name: string) => anyId(name, name, { isRelation: true });

/** Employers, by name. */
export const employerList: List<Employer, EmployerFilter> = {
  name: 'employers',
  entity: () => Employer,
  walls,
  filter: { id: anyId('id', 'id'), within, search: beginsWith('name', 'pinyin', 'initials') },
  orders: { NAME: { property: 'pinyin', bounds: 'search' } },
  usually: OrderDirection.ASC,
};

/** Openings, latest first. */
export const openingList: List<Opening, OpeningFilter> = {
  name: 'openings',
  entity: () => Opening,
  walls,
  filter: { id: anyId('id', 'id'), programme: related('programme'), kind: anyOf('kind'), within },
  orders: { CREATED_AT: { property: 'createdAt' } },
  usually: OrderDirection.DESC,
};

/** Batches, latest day first. */
export const dispatchBatchList: List<DispatchBatch, DispatchBatchFilter> = {
  name: 'dispatchBatches',
  entity: () => DispatchBatch,
  walls: heldOrOffered('jobs.read', 'jobs.enrol', leaving),
  filter: { id: anyId('id', 'id'), opening: related('opening'), employer: related('employer'), within },
  orders: { DAY: { property: 'day' } },
  usually: OrderDirection.DESC,
};

/** Members of batches at the stations where they live. */
export const dispatchMemberList: List<DispatchMember, DispatchMemberFilter> = {
  name: 'dispatchMembers',
  entity: () => DispatchMember,
  walls,
  filter: { id: anyId('id', 'id'), batch: related('batch'), within },
  orders: { CREATED_AT: { property: 'createdAt' } },
  usually: OrderDirection.ASC,
};

/** The same as the act on one of them finds it: also where the person lives now. */
export const followedMembers = followedList(dispatchMemberList, 'jobs.read', 'person');

/** Check-ins, by the day on which they are due. */
export const checkInList: List<CheckIn, CheckInFilter> = {
  name: 'checkIns',
  entity: () => CheckIn,
  walls,
  filter: { id: anyId('id', 'id'), batch: related('batch'), within, isDone: flag('isDone'), dueBy: notAfter('dueOn') },
  orders: { DUE_ON: { property: 'dueOn', each: ['isDone'] } },
  usually: OrderDirection.ASC,
};

/** Holders of posts and workers of workshops, those whose term ends first before others. */
export const placementList: List<Placement, PlacementFilter> = {
  name: 'placements',
  entity: () => Placement,
  walls,
  filter: { id: anyId('id', 'id'), opening: related('opening'), within, endsBy: endsBy() },
  orders: { VALID_TO: { property: 'validTo', isNullable: true, each: ['opening'] } },
  usually: OrderDirection.ASC,
};

/** The same as the act on one of them finds it: also where the person lives now. */
export const followedPlacements = followedList(placementList, 'jobs.read', 'person');

/** People who look for work. */
export const jobSeekerList: List<JobSeeker, JobSeekerFilter> = {
  name: 'jobSeekers',
  entity: () => JobSeeker,
  walls,
  filter: { id: anyId('id', 'id'), within, state: anyOf('state') },
  orders: { CREATED_AT: { property: 'createdAt' } },
  usually: OrderDirection.DESC,
};

/** A day not after another. */
function notAfter(property: string): Condition<Day> {
  return {
    query: (day) => ({ [property]: { $lte: day } }),
    sql: (row, given) => sql`${row.column(property)} <= ${given.slot('date')}`,
  };
}

/** Terms that run today and end by a day. */
function endsBy(): Condition<Day> {
  return {
    query: (day, { today }) => ({ validTo: { $gt: today, $lte: day } }),
    sql: (row, given) =>
      sql`${row.column('validTo')} > ${row.scope.today} and ${row.column('validTo')} <= ${given.slot('date')}`,
  };
}
