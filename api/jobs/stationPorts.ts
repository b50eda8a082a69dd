import { actorOf, type Context } from '../access/index.js';
import { carrying, type HouseholdPort } from '../households/index.js';
import { recordsPort } from '../tenancy/index.js';
import { CheckIn } from './checkIn.js';
import { DispatchBatch, DispatchMember } from './dispatchBatch.js';
import { DispatchState, JobSeekerState } from './enums.js';
import { JobSeeker } from './jobSeeker.js';
import { Opening } from './opening.js';
import { Placement } from './placement.js';

/**
 * What closing or merging a station asks of jobs. Nothing is rewritten: whoever takes the station over reaches its openings, batches and
 * holders of posts where they are. What is not over has to be taken over by somebody.
 */
export const jobsPorts = [
  recordsPort({ zh: '个岗位', en: 'openings' }, Opening, () => ({ isClosed: false })),
  recordsPort({ zh: '个劳务输出批次', en: 'dispatch batches' }, DispatchBatch, () => ({
    state: { $in: [DispatchState.PLANNED, DispatchState.DEPARTED] },
  })),
  recordsPort({ zh: '条上岗记录', en: 'placements' }, Placement, ({ today }) => ({
    $or: [{ validTo: null }, { validTo: { $gt: today } }],
  })),
  recordsPort({ zh: '条求职登记', en: 'searches for work' }, JobSeeker, () => ({ state: JobSeekerState.SEEKING })),
  recordsPort({ zh: '次回访', en: 'check-ins' }, CheckIn, () => ({ isDone: false })),
];

const seekers = carrying([{ entity: JobSeeker, by: 'person', while: () => ({ state: JobSeekerState.SEEKING }) }]);

/** What goes with people who move: the search for work, and that they are still to be asked how they are. */
export const jobsCarried: HouseholdPort = async (ctx, moved) => {
  await seekers(ctx, moved);
  for (const checkIn of await dueOf(ctx, moved.personIds)) checkIn.station = moved.station;
  await (await ctx.em()).flush();
};

async function dueOf(ctx: Context, personIds: readonly string[]): Promise<CheckIn[]> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const people = { tenantId, id: { $in: [...personIds] } };
  const members = await em.find(DispatchMember, { tenantId, person: people } as never);
  const member = { tenantId, id: { $in: members.map(({ id }) => id) } };
  return em.find(CheckIn, { tenantId, member, isDone: false } as never);
}
