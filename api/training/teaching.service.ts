import type { EntityClass } from '@mikro-orm/core';
import { actorOf, type Context, idempotent, lockRecord } from '../access/index.js';
import { Check, ErrorCode, newId, stale } from '../kernel/index.js';
import { findProvider, findTeacher } from './find.js';
import { Teacher } from './teacher.js';
import type {
  TeacherCreateInput,
  TeacherUpdateInput,
  TrainingProviderCreateInput,
  TrainingProviderUpdateInput,
} from './teaching.input.js';
import { TrainingProvider } from './trainingProvider.js';

/** Enters a provider; who edits training anywhere in the county may, for all share the list. */
export function createProvider(
  ctx: Context,
  input: TrainingProviderCreateInput,
  key?: string | null,
): Promise<TrainingProvider> {
  const make = async () => {
    const em = await ctx.em();
    const { tenantId } = actorOf(ctx);
    const check = new Check();
    const name = await freeName(ctx, check, input.name);
    check.done();
    ctx.note({ act: 'trainingProviderCreate' });
    const provider = em.create(TrainingProvider, { tenantId, id: newId(), name });
    await em.persist(provider).flush();
    return provider;
  };
  const find = async (id: string) => (await findProvider(ctx, id)) as TrainingProvider;
  return idempotent(ctx, { key, act: 'trainingProviderCreate', input, make, find });
}

/** Corrects the name of a provider, which every town then sees. */
export async function updateProvider(
  ctx: Context,
  given: { id: string; version: number; input: TrainingProviderUpdateInput },
): Promise<TrainingProvider> {
  const provider = await holdShared(ctx, TrainingProvider, given, () => findProvider(ctx, given.id));
  const check = new Check();
  const name = await freeName(ctx, check, given.input.name, provider.id);
  check.done();
  ctx.note({ act: 'trainingProviderUpdate' });
  provider.name = name;
  await (await ctx.em()).flush();
  return provider;
}

/** A name that no other provider of the county has; who else enters the same waits. */
async function freeName(ctx: Context, check: Check, asked: string, beside: string | null = null): Promise<string> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const name = check.text('name', asked, 60);
  await em.execute('select pg_advisory_xact_lock(?, hashtext(?))', [tenantId, `provider ${name}`]);
  const known = await em.findOne(TrainingProvider, { tenantId, name });
  check.that(!known || known.id === beside, 'name', ErrorCode.TAKEN, {
    zh: '本县已有这个培训机构。',
    en: 'The county has this provider already.',
  });
  return name;
}

/** A record that the whole county shares, in hand for a change in the version that was seen. */
async function holdShared<T extends { version: number }>(
  ctx: Context,
  entity: EntityClass<object>,
  { id, version }: { id: string; version: number },
  find: () => Promise<T | null>,
): Promise<T> {
  await lockRecord(ctx, entity, id);
  const found = (await find()) as T;
  if (found.version !== version) throw stale(found.version);
  return found;
}

/** Corrects what is known of a teacher; what is left out stays. */
export async function updateTeacher(
  ctx: Context,
  given: { id: string; version: number; input: TeacherUpdateInput },
): Promise<Teacher> {
  const teacher = await holdShared(ctx, Teacher, given, () => findTeacher(ctx, given.id));
  const { name, speciality, providerId } = given.input;
  const provider = await findProvider(ctx, providerId);
  const check = new Check();
  const said = {
    ...(name !== undefined && { name: check.text('name', name, 40) }),
    ...(speciality !== undefined && { speciality: check.optionalText('speciality', speciality, 60) }),
  };
  check.done();
  ctx.note({ act: 'teacherUpdate' });
  Object.assign(teacher, said);
  if (providerId !== undefined) teacher.provider = provider as never;
  await (await ctx.em()).flush();
  return teacher;
}

/** Enters a teacher. Two of one name are no mistake. */
export function createTeacher(ctx: Context, input: TeacherCreateInput, key?: string | null): Promise<Teacher> {
  const make = async () => {
    const em = await ctx.em();
    const provider = await findProvider(ctx, input.providerId);
    const check = new Check();
    const name = check.text('name', input.name, 40);
    const speciality = check.optionalText('speciality', input.speciality, 60);
    check.done();
    ctx.note({ act: 'teacherCreate' });
    const { tenantId } = actorOf(ctx);
    const teacher = em.create(Teacher, { tenantId, id: newId(), name, speciality, provider: provider as never });
    await em.persist(teacher).flush();
    return teacher;
  };
  const find = async (id: string) => (await findTeacher(ctx, id)) as Teacher;
  return idempotent(ctx, { key, act: 'teacherCreate', input, make, find });
}
