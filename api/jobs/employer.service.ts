import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, demand, findIn, idempotent } from '../access/index.js';
import { stationRef } from '../households/index.js';
import { Check, ErrorCode, newId, notFound, pinyinOf } from '../kernel/index.js';
import { findStanding } from '../tenancy/index.js';
import type { AgreementCreateInput, EmployerCreateInput } from './employer.input.js';
import { Agreement, Employer } from './employer.js';
import { employerList } from './lists.js';

export const employerSays = { zh: '用工单位', en: 'employer' };

/** An employer as it is entered. */
export interface NewEmployer {
  tenantId: number;
  stationId: string;
  name: string;
  place: string | null;
  isOutside: boolean;
}

/** Enters an employer; the caller flushes. */
export function registerEmployer(em: EntityManager, { tenantId, stationId, ...made }: NewEmployer): Employer {
  const station = stationRef(em, tenantId, stationId);
  const employer = em.create(Employer, { tenantId, id: newId(), station, ...made, ...pinyinOf(made.name) });
  em.persist(employer);
  return employer;
}

/** Enters an employer at a station; once per key, and one of a name at each station. */
export async function createEmployer(ctx: Context, input: EmployerCreateInput, key?: string | null): Promise<Employer> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const station = await findStanding(ctx, input.stationId);
  if (!station) throw notFound({ zh: '单位', en: 'station' });
  demand(actorOf(ctx), 'jobs.edit', { stationId: station.id });
  const check = new Check();
  const name = check.text('name', input.name, 60);
  const place = check.optionalText('place', input.place, 60);
  const make = async () => {
    const same = { tenantId, station: { tenantId, id: station.id }, name };
    check.that((await em.count(Employer, same as never)) === 0, 'name', ErrorCode.TAKEN, {
      zh: '已有同名的用工单位。',
      en: 'There is an employer of this name already.',
    });
    check.done();
    const employer = registerEmployer(em, { tenantId, stationId: station.id, name, place, isOutside: input.isOutside });
    await em.flush();
    return employer;
  };
  ctx.note({ act: 'employerCreate' });
  const find = (id: string) => findIn(ctx, employerList, id, employerSays);
  return idempotent(ctx, { key, act: 'employerCreate', input, make, find });
}

/** Enters an agreement with an employer; it answers the employer. */
export async function createAgreement(
  ctx: Context,
  input: AgreementCreateInput,
  key?: string | null,
): Promise<Employer> {
  const em = await ctx.em();
  const employer = await findIn(ctx, employerList, input.employerId, employerSays);
  demand(actorOf(ctx), 'jobs.edit', { stationId: employer.station.id });
  const check = new Check();
  const title = check.text('title', input.title, 60);
  const { signedOn, validFrom = null, validTo = null } = input;
  const from = validFrom ?? signedOn;
  check.that(!validTo || validTo > from, 'validTo', ErrorCode.INVALID, {
    zh: '失效日期须晚于生效日期。',
    en: 'It ends before it begins.',
  });
  check.done();
  ctx.note({ act: 'agreementCreate' });
  const make = async () => {
    registerAgreement(em, employer, { title, signedOn, validFrom: from, validTo });
    await em.flush();
    return employer;
  };
  const find = (id: string) => findIn(ctx, employerList, id, employerSays);
  return idempotent(ctx, { key, act: 'agreementCreate', input, make, find });
}

/** Enters an agreement; the caller flushes. */
export function registerAgreement(
  em: EntityManager,
  employer: Employer,
  made: Pick<Agreement, 'title' | 'signedOn' | 'validFrom' | 'validTo'>,
): Agreement {
  const { tenantId, station } = employer;
  const agreement = em.create(Agreement, {
    tenantId,
    id: newId(),
    employer: employer as never,
    station: station as never,
    ...made,
  });
  em.persist(agreement);
  return agreement;
}
