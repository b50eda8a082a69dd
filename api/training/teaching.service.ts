import { actorOf, type Context, idempotent } from '../access/index.js';
import { Check, ErrorCode, newId } from '../kernel/index.js';
import { findProvider, findTeacher } from './find.js';
import { Teacher } from './teacher.js';
import type { TeacherCreateInput, TrainingProviderCreateInput } from './teaching.input.js';
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
    const name = check.text('name', input.name, 60);
    await em.execute('select pg_advisory_xact_lock(?, hashtext(?))', [tenantId, `provider ${name}`]);
    const isTaken = (await em.count(TrainingProvider, { tenantId, name })) > 0;
    check.that(!isTaken, 'name', ErrorCode.TAKEN, {
      zh: '本县已有这个培训机构。',
      en: 'The county has this provider already.',
    });
    check.done();
    ctx.note({ act: 'trainingProviderCreate' });
    const provider = em.create(TrainingProvider, { tenantId, id: newId(), name });
    await em.persist(provider).flush();
    return provider;
  };
  const find = async (id: string) => (await findProvider(ctx, id)) as TrainingProvider;
  return idempotent(ctx, { key, act: 'trainingProviderCreate', input, make, find });
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
