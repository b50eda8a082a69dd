import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, askerOf, type Context, can, demand } from '../access/index.js';
import { Person } from '../households/index.js';
import { Check, ErrorCode, type Message, notFound, stale } from '../kernel/index.js';
import { conditionsOf, isUuid } from '../reading/index.js';
import { directory } from '../tenancy/index.js';
import { ClassGroup } from './classGroup.js';
import { Course, CourseAudience } from './course.js';
import { Enrolment, EnrolmentState } from './enrolment.js';
import { type CourseAsked, demandState, findToEnrol, holdCourse, planning, teaching } from './find.js';
import { enrolmentList } from './lists.js';
import { peopleByChoice, peopleByIds, peopleByNames } from './people.js';
import { enterEnrolment } from './register.js';
import type { EnrolmentsCreateInput, Roster } from './roster.js';
import { answered, checkLength, plainNames, type Row, rowsOfNames } from './rosterRows.js';
import { fillPlaces, lockedState, ofCourse, placesTaken, tally } from './seats.js';

const { APPLIED, ENROLLED, WAITING, COMPLETED, WITHDRAWN } = EnrolmentState;
const enrols: CourseAsked = { permission: 'training.enrol', states: planning };

/** Enrols many people: places go in the order of the list, the rest wait; with one row refused nothing is written. */
export async function createEnrolments(ctx: Context, input: EnrolmentsCreateInput): Promise<Roster> {
  const em = await ctx.em();
  const { course, isOwn } = await findToEnrol(ctx, input.courseId);
  const { taken, last } = await tally(em, course);
  await em.refresh(course);
  const group = await groupAsked(em, course, input.classGroupId);
  const rows = await rowsAsked(ctx, course, input);
  checkLength(rows.length);
  if (!isOwn) refuseOthers(ctx, rows);
  await judge(em, course, rows);
  const isTrial = input.isTrial ?? false;
  if (!rows.some((row) => row.refused)) {
    const fresh = placed(course.capacity - taken, rows, input.isApplication ?? false);
    if (!isTrial) await enter(ctx, group, fresh, last);
  }
  return answered(ctx, rows, isTrial);
}

/** Gives places to people who applied, in the order of their numbers: all of them, or those named. */
export async function admitEnrolments(ctx: Context, courseId: string, ids: readonly string[] | null): Promise<Roster> {
  const course = await holdCourse(ctx, courseId, enrols);
  const em = await ctx.em();
  let free = course.capacity - (await placesTaken(em, course));
  return stepMany(ctx, course, { ids, from: APPLIED, act: 'enrolmentsAdmit', wrong: words.notApplied }, () =>
    free-- > 0 ? ENROLLED : WAITING,
  );
}

/** Records that people have completed a course: everybody who holds a place, or those named. */
export async function completeEnrolments(
  ctx: Context,
  courseId: string,
  ids: readonly string[] | null,
): Promise<Roster> {
  const course = await holdCourse(ctx, courseId, { permission: 'training.enrol', states: teaching });
  const step = { ids, from: ENROLLED, act: 'enrolmentsComplete', wrong: words.notEnrolled };
  return stepMany(ctx, course, step, () => COMPLETED);
}

/**
 * Withdraws one enrolment; whoever has waited longest gets the place. It is done where the course is given, and of who has moved out of
 * its reach where they live now.
 */
export async function withdrawEnrolment(ctx: Context, id: string, version: number, reason: string): Promise<Enrolment> {
  const em = await ctx.em();
  const found = await findEnrolment(ctx, id);
  const course = await courseToLeave(ctx, found);
  await em.refresh(found);
  if (found.version !== version) throw stale(found.version);
  const check = new Check(null);
  const why = check.text('reason', reason, 200);
  check.that([APPLIED, ENROLLED, WAITING].includes(found.state), 'id', ErrorCode.WRONG_STATE, words.over);
  check.done();
  ctx.note({ act: 'enrolmentWithdraw', reason: why });
  Object.assign(found, { state: WITHDRAWN, stateSince: ctx.today, reason: why });
  await em.flush();
  await fillPlaces(ctx, course);
  return found;
}

async function courseToLeave(ctx: Context, enrolment: Enrolment): Promise<Course> {
  const em = await ctx.em();
  const { tenantId, course, station } = enrolment;
  const states = [...planning, ...teaching];
  const person = await em.findOne(Person, { tenantId, id: enrolment.person.id });
  const under = (await directory(ctx)).subtree(station.id);
  if (!person || under.has(person.station.id))
    return holdCourse(ctx, course.id, { permission: 'training.enrol', states });
  demand(actorOf(ctx), 'training.enrol', { stationId: person.station.id });
  demandState({ state: await lockedState(em, course) }, states);
  return em.findOneOrFail(Course, { tenantId, id: course.id });
}

const words = {
  others: { zh: '不是您所在村居的人员。', en: 'They do not live where you enrol people.' },
  already: { zh: '已在本课程。', en: 'In the course already.' },
  notTaken: { zh: '不属于本课程的授课对象。', en: 'The course is not for them.' },
  notApplied: { zh: '不是待审核的报名。', en: 'The enrolment does not wait for admission.' },
  notEnrolled: { zh: '没有占用名额，不能结业。', en: 'They hold no place to complete.' },
  over: { zh: '这个报名已结业或已退出。', en: 'The enrolment is completed or withdrawn already.' },
} satisfies Record<string, Message>;

async function groupAsked(em: EntityManager, course: Course, id: string | null | undefined): Promise<ClassGroup> {
  const asked = id ? { id: isUuid(id) ? id : null } : {};
  const where = { ...ofCourse(course), ...asked };
  const group = await em.findOne(ClassGroup, where as never, { orderBy: { createdAt: 'asc', id: 'asc' } } as never);
  if (!group) throw notFound({ zh: '班', en: 'class group' });
  return group as ClassGroup;
}

async function rowsAsked(ctx: Context, course: Course, input: EnrolmentsCreateInput): Promise<Row[]> {
  const names = plainNames(input.names);
  checkLength(Math.max(1, names.length, input.personIds?.length ?? 0));
  const chosen = [
    ...(await peopleByIds(ctx, input.personIds ?? [])),
    ...(input.choice ? await peopleByChoice(ctx, input.choice) : []),
  ];
  const byId = new Map(chosen.map((person) => [person.id, { name: person.name, person }]));
  return [...byId.values(), ...rowsOfNames(names, await peopleByNames(ctx, course, names))];
}

/** A station under the course's own enrols who lives there. */
function refuseOthers(ctx: Context, rows: readonly Row[]): void {
  for (const row of rows)
    if (row.person && !can(actorOf(ctx), 'training.enrol', { stationId: row.person.station.id }).isAllowed)
      row.refused ??= words.others;
}

/** Says of each person whether the course takes them, and whether they are in it already. */
async function judge(em: EntityManager, course: Course, rows: readonly Row[]): Promise<void> {
  const ids = rows.flatMap((row) => row.person?.id ?? []);
  const person = { tenantId: course.tenantId, id: { $in: ids } };
  const where = { ...ofCourse(course), person, state: { $ne: WITHDRAWN } };
  const known = ids.length === 0 ? [] : await em.find(Enrolment, where as never);
  const byPerson = new Map(known.map((enrolment) => [enrolment.person.id, enrolment]));
  for (const row of rows) {
    if (!row.person || row.refused) continue;
    const enrolment = byPerson.get(row.person.id);
    if (enrolment) Object.assign(row, { enrolment, skipped: words.already });
    else if (!takes(course, row.person)) row.refused = words.notTaken;
  }
}

/** The register tells cadres and helpers from members of households, and no further. */
function takes({ audiences }: Course, person: Person): boolean {
  const { CADRE, HELPER, HOUSEHOLD } = CourseAudience;
  return person.isCadre ? [CADRE, HELPER].some((one) => audiences.includes(one)) : audiences.includes(HOUSEHOLD);
}

/** The rows of people who are not in the course yet, each with where it comes to stand. */
function placed(places: number, rows: readonly Row[], isApplication: boolean): Row[] {
  let free = places;
  const fresh = rows.filter((row) => !row.skipped);
  for (const row of fresh) row.state = isApplication ? APPLIED : free-- > 0 ? ENROLLED : WAITING;
  return fresh;
}

async function enter(ctx: Context, group: ClassGroup, rows: readonly Row[], last: number): Promise<void> {
  const em = await ctx.em();
  ctx.note({ act: 'enrolmentsCreate' });
  for (const [i, row] of rows.entries()) {
    const how = { no: last + i + 1, state: row.state ?? APPLIED, on: ctx.today };
    row.enrolment = enterEnrolment(em, group, row.person as Person, how);
  }
  await em.flush();
}

interface Step {
  ids: readonly string[] | null;
  from: EnrolmentState;
  act: string;
  wrong: Message;
}

async function stepMany(ctx: Context, course: Course, step: Step, to: () => EnrolmentState): Promise<Roster> {
  const em = await ctx.em();
  const { ids, from, act, wrong } = step;
  if (ids && !ids.every(isUuid)) throw notFound({ zh: '报名', en: 'enrolment' });
  const asked = ids ? { id: { $in: [...ids] } } : { state: from };
  const options = { orderBy: { no: 'asc' }, populate: ['person'] };
  const found = (await em.find(Enrolment, { ...ofCourse(course), ...asked } as never, options as never)) as Enrolment[];
  if (ids && found.length < new Set(ids).size) throw notFound({ zh: '报名', en: 'enrolment' });
  checkLength(found.length);
  const rows = found.map((enrolment): Row => {
    const person = enrolment.person.unwrap() as Person;
    return { name: person.name, person, enrolment, ...(enrolment.state !== from && { refused: wrong }) };
  });
  if (!rows.some((row) => row.refused)) {
    for (const enrolment of found) Object.assign(enrolment, { state: to(), stateSince: ctx.today });
    ctx.note({ act });
    await em.flush();
  }
  return answered(ctx, rows, false);
}

async function findEnrolment(ctx: Context, id: string): Promise<Enrolment> {
  const walls = await conditionsOf(enrolmentList, askerOf(ctx), null);
  const found = isUuid(id) ? await (await ctx.em()).findOne(Enrolment, { $and: [{ id }, ...walls] } as never) : null;
  if (!found) throw notFound({ zh: '报名', en: 'enrolment' });
  return found;
}
