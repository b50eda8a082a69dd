import { type Actor, actorOf, type Context, demand, idempotent, reaches, refusal, roles } from '../access/index.js';
import { addDays, Check, type Day, ErrorCode, stale } from '../kernel/index.js';
import { directory, type Placed } from './directory.js';
import type { GrantCreateInput, GrantEndInput } from './grant.input.js';
import { Grant } from './grant.js';
import { keepAnAdministrator, rolesToGive, visibleUser } from './managing.js';
import { enterGrant } from './person.js';
import { Station } from './station.js';
import type { User } from './user.js';

/** Gives a role to somebody else, within one's own stations, roles and dates. */
export async function createGrant(ctx: Context, input: GrantCreateInput, key?: string | null): Promise<Grant> {
  const { tenantId } = actorOf(ctx);
  return idempotent(ctx, {
    key,
    act: 'grantCreate',
    input,
    make: () => makeGrant(ctx, input),
    find: async (id) => (await ctx.em()).findOneOrFail(Grant, { tenantId, id }, { populate: ['station', 'user'] }),
  });
}

async function makeGrant(ctx: Context, input: GrantCreateInput): Promise<Grant> {
  const actor = actorOf(ctx);
  const user = await visibleUser(ctx, actor, input.userId);
  const placed = (await directory(ctx)).need(input.stationId);
  demand(actor, 'grant.edit', { stationId: input.stationId });
  const check = new Check();
  const reason = check.optionalText('reason', input.reason, 200);
  checkSpan(check, ctx.today, input);
  await checkGiving(ctx, actor, check, user, placed, input);
  check.done();
  ctx.note({ act: 'grantCreate', reason });
  const em = await ctx.em();
  const station = em.getReference(Station, [actor.tenantId, input.stationId]);
  const { role, validFrom, validTo = null } = input;
  const grant = enterGrant(em, { user, role, station, validFrom, validTo, reason, grantedBy: actor.account });
  await em.flush();
  return em.populate(grant, ['station', 'user']);
}

function checkSpan(check: Check, today: Day, input: GrantCreateInput): void {
  check.that(input.validFrom <= addDays(today, 366), 'validFrom', ErrorCode.OUT_OF_RANGE, {
    zh: '不得晚于一年之后。',
    en: 'At most a year ahead.',
  });
  check.that(!input.validTo || input.validTo > input.validFrom, 'validTo', ErrorCode.OUT_OF_RANGE, {
    zh: '终止日须晚于起始日。',
    en: 'The last day must come after the first.',
  });
}

async function checkGiving(
  ctx: Context,
  actor: Actor,
  check: Check,
  user: User,
  placed: Placed,
  input: GrantCreateInput,
): Promise<void> {
  const facts = roles[input.role];
  check.that(user.id !== actor.id, 'userId', ErrorCode.FORBIDDEN, {
    zh: '不能给自己授予角色。',
    en: 'Nobody grants a role to themselves.',
  });
  check.that(!user.isDisabled, 'userId', ErrorCode.WRONG_STATE, {
    zh: '该用户已停用。',
    en: 'This person is switched off.',
  });
  check.that(rolesToGive(actor, input.stationId).has(input.role), 'role', ErrorCode.FORBIDDEN, {
    zh: `您不能在此授予“${facts.says.zh}”。`,
    en: `You may not give the role “${facts.says.en}” here.`,
  });
  check.that(facts.levels.includes(placed.station.level), 'stationId', ErrorCode.INVALID, {
    zh: `“${facts.says.zh}”不在这一层级任职。`,
    en: `The role “${facts.says.en}” is not held at this level.`,
  });
  check.that(placed.isOpen, 'stationId', ErrorCode.WRONG_STATE, {
    zh: '该单位不在用。',
    en: 'That station does not stand today.',
  });
  const end = await ownEnd(ctx, actor, input);
  check.that(end === null || (input.validTo ?? '9999') <= end, 'validTo', ErrorCode.OUT_OF_RANGE, {
    zh: `您自己的任职到 ${end} 为止，不能授予更久。`,
    en: `Your own grant ends on ${end}; you cannot give one that lasts longer.`,
  });
  const em = await ctx.em();
  const same = {
    tenantId: actor.tenantId,
    user: [actor.tenantId, user.id],
    station: [actor.tenantId, input.stationId],
    role: input.role,
  };
  const held = await em.find(Grant, {
    ...same,
    $or: [{ validTo: null }, { validTo: { $gt: input.validFrom } }],
  } as never);
  const overlaps = held.some((g) => !input.validTo || g.validFrom < input.validTo);
  check.that(!overlaps, 'role', ErrorCode.TAKEN, {
    zh: '此人在这段时间已任此职。',
    en: 'This person holds this role here in these days already.',
  });
}

/** The latest day to which the actor may give this role here: the end of the longest grant of theirs that allows it; null when open. */
async function ownEnd(ctx: Context, actor: Actor, input: GrantCreateInput): Promise<Day | null> {
  const ids = actor.holdings
    .filter((h) => h.role && roles[h.role].grants.includes(input.role) && reaches(h.reach, input.stationId))
    .flatMap((h) => h.grantId ?? []);
  const grants = await (await ctx.em()).find(Grant, { tenantId: actor.tenantId, id: { $in: ids } });
  if (grants.length === 0 || grants.some((g) => g.validTo === null)) return null;
  return (
    grants
      .map((g) => g.validTo ?? '')
      .sort()
      .at(-1) ?? null
  );
}

/** Ends a grant from a day; it stays in the record. */
export async function endGrant(ctx: Context, id: string, version: number, input: GrantEndInput): Promise<Grant> {
  const actor = actorOf(ctx);
  const em = await ctx.em();
  const grant = await visibleGrant(ctx, actor, id);
  const stationId = grant.station?.id ?? '';
  demand(actor, 'grant.edit', { stationId });
  if (!rolesToGive(actor, stationId).has(grant.role)) {
    const role = roles[grant.role].says;
    throw refusal(
      'grant.edit',
      { zh: `您不能终止“${role.zh}”的任职。`, en: `You may not end a grant of the role “${role.en}”.` },
      'above',
    );
  }
  if (grant.version !== version) throw stale(grant.version);
  const check = new Check();
  const reason = check.text('reason', input.reason, 200);
  const earliest = grant.validFrom > ctx.today ? grant.validFrom : ctx.today;
  check.that(input.on >= earliest, 'on', ErrorCode.OUT_OF_RANGE, {
    zh: `不得早于 ${earliest}。`,
    en: `Not before ${earliest}.`,
  });
  check.that(grant.validTo === null || input.on <= grant.validTo, 'on', ErrorCode.OUT_OF_RANGE, {
    zh: '只能提前终止，不能延长；延长请另行授予。',
    en: 'A grant can be ended earlier, not later; give a new one to go on.',
  });
  check.done();
  if (grant.role === 'TENANT_ADMIN') await keepAnAdministrator(ctx, actor.tenantId, { grantId: grant.id });
  ctx.note({ act: 'grantEnd', reason });
  grant.validTo = input.on;
  await em.flush();
  return grant;
}

async function visibleGrant(ctx: Context, actor: Actor, id: string): Promise<Grant> {
  const grant = await (await ctx.em()).findOne(
    Grant,
    { tenantId: actor.tenantId, id },
    { populate: ['station', 'user'] },
  );
  await visibleUser(ctx, actor, grant?.user.id ?? id);
  return grant as Grant;
}
