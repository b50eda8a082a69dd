import { actorOf, askerOf, type Context, demand, idempotent } from '../access/index.js';
import { Check, type Day, ErrorCode, notFound } from '../kernel/index.js';
import { kindList } from '../programmes/index.js';
import { conditionsOf, isUuid } from '../reading/index.js';
import { directory, findStanding } from '../tenancy/index.js';
import { ClassGroup } from './classGroup.js';
import type { ClassGroupCreateInput, ClassGroupInput, CourseCreateInput, CourseUpdateInput } from './course.input.js';
import type { Course } from './course.js';
import { CourseSession } from './courseSession.js';
import { type CourseAsked, demandState, findCourse, findProvider, holdCourse, planning } from './find.js';
import { enterClassGroup, enterCourse } from './register.js';
import { fillPlaces, placesTaken } from './seats.js';
import type { TrainingProgramme } from './trainingProgramme.js';
import { trainingKind } from './trainingProgramme.kind.js';

/** What every change of a course's plan asks. */
export const plans: CourseAsked = { permission: 'training.edit', states: planning };

/** Opens a course with its class groups; once per key. */
export function createCourse(ctx: Context, input: CourseCreateInput, key?: string | null): Promise<Course> {
  const make = async () => {
    const em = await ctx.em();
    const { tenantId } = actorOf(ctx);
    const programme = await findProgramme(ctx, input.programmeId);
    const stationId = await stationAsked(ctx, programme, input.stationId);
    const provider = await findProvider(ctx, input.providerId);
    demandState(programme, planning);
    const check = new Check();
    const said = checkedCourse(check, input, programme);
    const groups = checkedGroups(check, input.classGroups ?? [{ name: '一班' }]);
    check.done();
    ctx.note({ act: 'courseCreate' });
    const course = enterCourse(em, { tenantId, stationId, programme, provider, ...said });
    for (const group of groups) enterClassGroup(em, course, group);
    await em.flush();
    return course;
  };
  return idempotent(ctx, { key, act: 'courseCreate', input, make, find: (id) => findCourse(ctx, id) });
}

/** Changes a course; more places are given at once to those who wait. */
export async function updateCourse(
  ctx: Context,
  id: string,
  version: number,
  input: CourseUpdateInput,
): Promise<Course> {
  const em = await ctx.em();
  const course = await holdCourse(ctx, id, { ...plans, version });
  const provider = await findProvider(ctx, input.providerId);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null));
  const check = new Check();
  const programme = course.programme.unwrap() as TrainingProgramme;
  const said = checkedCourse(check, { ...plainOf(course), ...given }, programme);
  const taken = await placesTaken(em, course);
  check.that(said.capacity >= taken, 'capacity', ErrorCode.OUT_OF_RANGE, {
    zh: `已有 ${taken} 人占用名额，名额不能更少。`,
    en: `${taken} places are taken; there cannot be fewer.`,
  });
  await checkSessionsWithin(check, ctx, course, said);
  check.done();
  ctx.note({ act: 'courseUpdate' });
  Object.assign(course, said);
  if (input.providerId !== undefined) course.provider = provider as never;
  await em.flush();
  await fillPlaces(ctx, course);
  return course;
}

/** Adds a class group to a course; once per key. */
export function addClassGroup(ctx: Context, input: ClassGroupCreateInput, key?: string | null): Promise<ClassGroup> {
  const { tenantId } = actorOf(ctx);
  const make = async () => {
    const em = await ctx.em();
    const course = await holdCourse(ctx, input.courseId, plans);
    const check = new Check();
    const [group] = checkedGroups(check, [input], '');
    const isTaken = await em.count(ClassGroup, { tenantId, course: course as never, name: group?.name ?? '' });
    check.that(isTaken === 0, 'name', ErrorCode.TAKEN, {
      zh: '本课程已有这个班。',
      en: 'The course has a class group of this name.',
    });
    check.done();
    ctx.note({ act: 'classGroupCreate' });
    const made = enterClassGroup(em, course, group as ClassGroupInput);
    await em.flush();
    return made;
  };
  const find = async (id: string) => (await ctx.em()).findOneOrFail(ClassGroup, { tenantId, id });
  return idempotent(ctx, { key, act: 'classGroupCreate', input, make, find });
}

async function findProgramme(ctx: Context, id: string): Promise<TrainingProgramme> {
  const walls = await conditionsOf(kindList(trainingKind), askerOf(ctx), null);
  const em = await ctx.em();
  const found = isUuid(id) ? await em.findOne(trainingKind.entity, { $and: [{ id }, ...walls] } as never) : null;
  if (!found) throw notFound(trainingKind.says);
  return found as unknown as TrainingProgramme;
}

/** The station where a course is to be given: the programme's or one below it, where the asker edits training. */
async function stationAsked(ctx: Context, programme: TrainingProgramme, asked?: string | null): Promise<string> {
  const id = asked ?? programme.station.id;
  if (!(await findStanding(ctx, id))) throw notFound({ zh: '单位', en: 'station' });
  demand(actorOf(ctx), 'training.edit', { stationId: id });
  const under = (await directory(ctx)).subtree(programme.station.id);
  const check = new Check();
  check.that(under.has(id.toLowerCase()), 'stationId', ErrorCode.INVALID, {
    zh: '开课单位须是培训项目所属单位或其下级。',
    en: 'A course is given at the programme’s station or one below it.',
  });
  check.done();
  return id;
}

type Said = Pick<Course, 'title' | 'audiences' | 'capacity' | 'startsOn' | 'endsOn'>;

function plainOf({ title, audiences, capacity, startsOn, endsOn }: Course): Said {
  return { title, audiences, capacity, startsOn, endsOn };
}

function checkedCourse(check: Check, said: Said, programme: TrainingProgramme): Said {
  const title = check.text('title', said.title, 60);
  const audiences = [...new Set(said.audiences)];
  check.that(audiences.length > 0, 'audiences', ErrorCode.REQUIRED, {
    zh: '至少选一类授课对象。',
    en: 'Choose one kind of people at least.',
  });
  check.range('capacity', said.capacity, 1, 10_000);
  const { startsOn, endsOn } = said;
  check.that(endsOn >= startsOn, 'endsOn', ErrorCode.INVALID, {
    zh: '结束日期不能早于开始日期。',
    en: 'The course ends before it starts.',
  });
  const isOutside = (day: Day) => day < programme.startsOn || day > programme.endsOn;
  for (const [field, day] of [
    ['startsOn', startsOn],
    ['endsOn', endsOn],
  ] as const)
    check.that(!isOutside(day), field, ErrorCode.OUT_OF_RANGE, {
      zh: `须在培训项目期间（${programme.startsOn} 至 ${programme.endsOn}）内。`,
      en: `It has to be within the programme’s period, ${programme.startsOn} to ${programme.endsOn}.`,
    });
  return { title, audiences, capacity: said.capacity, startsOn, endsOn };
}

function checkedGroups(check: Check, groups: readonly ClassGroupInput[], root = 'classGroups'): ClassGroupInput[] {
  const at = (i: number, field: string) => (root === '' ? field : `${root}.${i}.${field}`);
  if (root !== '') check.range(root, groups.length, 1, 20);
  const names = new Set<string>();
  return groups.map((group, i) => {
    const name = check.text(at(i, 'name'), group.name, 20);
    check.that(!names.has(name), at(i, 'name'), ErrorCode.TAKEN, { zh: '班名重复。', en: 'The name comes twice.' });
    names.add(name);
    return { name, level: check.optionalText(at(i, 'level'), group.level, 20) };
  });
}

async function checkSessionsWithin(check: Check, ctx: Context, course: Course, said: Said): Promise<void> {
  const em = await ctx.em();
  const outside = await em.count(CourseSession, {
    tenantId: course.tenantId,
    course: course as never,
    isCancelled: false,
    $or: [{ heldOn: { $lt: said.startsOn } }, { heldOn: { $gt: said.endsOn } }],
  } as never);
  check.that(outside === 0, 'endsOn', ErrorCode.INVALID, {
    zh: `有 ${outside} 次课会落在课程期间之外，请先改期或取消。`,
    en: `${outside} sessions would lie outside the period; move or cancel them first.`,
  });
}
