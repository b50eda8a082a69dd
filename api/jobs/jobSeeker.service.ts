import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, findIn, hold, idempotent } from '../access/index.js';
import { Check, ErrorCode, mistake, newId } from '../kernel/index.js';
import { JobSeekerState } from './enums.js';
import { checkFit, holdPerson } from './find.js';
import type { JobSeekerCreateInput } from './jobSeeker.input.js';
import { JobSeeker } from './jobSeeker.js';
import { jobSeekerList } from './lists.js';
import { checkedSkills } from './opening.service.js';

export const seekerSays = { zh: '求职登记', en: 'search for work' };

/** Registers that somebody looks for work; once at a time. */
export async function createSeeker(ctx: Context, input: JobSeekerCreateInput, key?: string | null): Promise<JobSeeker> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const person = await holdPerson(ctx, input.personId, 'jobs.enrol');
  const check = new Check();
  const skills = checkedSkills(check, input.skills);
  checkFit(check, 'personId', person, ctx.today);
  ctx.note({ act: 'jobSeekerCreate' });
  const make = async () => {
    const open = { tenantId, person: { tenantId, id: person.id } as never, state: JobSeekerState.SEEKING };
    check.that((await em.count(JobSeeker, open)) === 0, 'personId', ErrorCode.TAKEN, {
      zh: '该人员已登记求职。',
      en: 'This person is registered as looking for work already.',
    });
    check.done();
    const { distance, wageWished = null } = input;
    const relations = { person, station: person.station } as never as object;
    const seeker = em.create(JobSeeker, { tenantId, id: newId(), ...relations, skills, distance, wageWished } as never);
    em.persist(seeker);
    await em.flush();
    return seeker;
  };
  const find = (id: string) => findIn(ctx, jobSeekerList, id, seekerSays);
  return idempotent(ctx, { key, act: 'jobSeekerCreate', input, make, find });
}

/** Takes a search back. */
export async function withdrawSeeker(ctx: Context, id: string, version: number): Promise<JobSeeker> {
  const asked = { id, version, says: seekerSays, permission: 'jobs.enrol' } as const;
  const seeker = await hold(ctx, jobSeekerList, asked);
  if (seeker.state !== JobSeekerState.SEEKING)
    throw mistake(null, ErrorCode.WRONG_STATE, { zh: '求职已结束。', en: 'The search is over already.' });
  ctx.note({ act: 'jobSeekerWithdraw' });
  seeker.state = JobSeekerState.WITHDRAWN;
  await (await ctx.em()).flush();
  return seeker;
}

/** Who has been placed looks for work no longer; the caller flushes. */
export async function settleSearches(em: EntityManager, tenantId: number, personIds: readonly string[]): Promise<void> {
  const people = { tenantId, id: { $in: [...personIds] } } as never;
  for (const seeker of await em.find(JobSeeker, { tenantId, person: people, state: JobSeekerState.SEEKING }))
    seeker.state = JobSeekerState.PLACED;
}
