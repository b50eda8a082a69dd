import { actorOf, type Context, demand, findIn, lockRecord, type Permission } from '../access/index.js';
import { findPerson, Person } from '../households/index.js';
import { type Check, ErrorCode } from '../kernel/index.js';
import { kindList, ProgrammeState } from '../programmes/index.js';
import { isUuid, type List } from '../reading/index.js';
import type { JobProgramme } from './jobProgramme.js';
import { jobKind } from './jobProgramme.kind.js';

/** A job programme to which something is added, held so that its state stays; it must be approved or running. */
export async function holdProgramme(ctx: Context, check: Check, id: string): Promise<JobProgramme> {
  const em = await ctx.em();
  if (isUuid(id))
    await em.execute('select 1 from programme where tenant_id = ? and id = ? for share', [actorOf(ctx).tenantId, id]);
  const programme = await findIn(ctx, kindList(jobKind) as List<JobProgramme>, id, jobKind.says);
  demand(actorOf(ctx), 'jobs.edit', { stationId: programme.station.id });
  checkOpen(check, 'programmeId', programme);
  return programme;
}

/** Something is added to a programme only between its approval and its end. */
export function checkOpen(check: Check, field: string, programme: Pick<JobProgramme, 'state'>): void {
  const isOpen = [ProgrammeState.APPROVED, ProgrammeState.RUNNING].includes(programme.state);
  check.that(isOpen, field, ErrorCode.WRONG_STATE, {
    zh: '只有已批准或实施中的就业项目才能增加岗位、批次和人员。',
    en: 'Openings, batches and people are added only while the programme is approved or under way.',
  });
}

/** A person in hand: within reach, where the asker may register them, and held so that nobody places them at the same moment. */
export async function holdPerson(ctx: Context, id: string, permission: Permission): Promise<Person> {
  await lockRecord(ctx, Person, id);
  const person = await findPerson(ctx, id);
  demand(actorOf(ctx), permission, { stationId: person.station.id });
  return person;
}

/** Nobody under sixteen is sent to work, and nobody who is known to be unable to. */
export function checkFit(check: Check, field: string, person: Person, day: string): void {
  const sixteen = person.birthDay && `${Number(person.birthDay.slice(0, 4)) + 16}${person.birthDay.slice(4)}`;
  check.that(!sixteen || sixteen <= day, field, ErrorCode.INVALID, {
    zh: `${person.name}未满 16 周岁。`,
    en: `${person.name} is under sixteen.`,
  });
  check.that(person.canWork !== false, field, ErrorCode.INVALID, {
    zh: `${person.name}登记为无劳动能力。`,
    en: `${person.name} is registered as unable to work.`,
  });
}
