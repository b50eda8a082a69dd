import { actorOf, type Context, demand, idempotent, newPassword } from '../access/index.js';
import { Check, ErrorCode, mistake, pinyinOfPerson } from '../kernel/index.js';
import { directory } from './directory.js';
import { keepAnAdministrator, managedUser } from './managing.js';
import { hashPassword } from './password.js';
import { enterPerson, isLocalName, localNameRule } from './person.js';
import { Station } from './station.js';
import type { UserCreateInput, UserUpdateInput } from './user.input.js';
import { User } from './user.js';

/** A person with the password to be shown once; null when the same create came again. */
export interface WithPassword {
  user: User;
  password: string | null;
}

/** Enters a person at a station within reach, with a first password that must be changed. */
export async function createUser(ctx: Context, input: UserCreateInput, key?: string | null): Promise<WithPassword> {
  const { tenantId } = actorOf(ctx);
  let password: string | null = null;
  const user = await idempotent(ctx, {
    key,
    act: 'userCreate',
    input,
    make: async () => {
      password = newPassword();
      return makeUser(ctx, input, password);
    },
    find: async (id) => (await ctx.em()).findOneOrFail(User, { tenantId, id }),
  });
  return { user, password };
}

async function makeUser(ctx: Context, input: UserCreateInput, password: string): Promise<User> {
  const actor = actorOf(ctx);
  const tree = await directory(ctx);
  tree.need(input.stationId);
  demand(actor, 'user.edit', { stationId: input.stationId });
  const em = await ctx.em();
  const check = new Check();
  const local = check.text('account', input.account.toLowerCase(), 30);
  const name = check.text('name', input.name, 40);
  const account = `${local}@${actor.tenantCode}`;
  check.that(isLocalName(local), 'account', ErrorCode.INVALID, localNameRule);
  check.that((await em.count(User, { tenantId: actor.tenantId, account })) === 0, 'account', ErrorCode.TAKEN, {
    zh: '本县已有这个账号。',
    en: 'The county has this account already.',
  });
  check.done();
  ctx.note({ act: 'userCreate' });
  const station = em.getReference(Station, [actor.tenantId, input.stationId]);
  const passwordHash = await hashPassword(password);
  return enterPerson(em, { tenantId: actor.tenantId, account, name, station, passwordHash, mustChange: true });
}

/** Changes name or station of a person. */
export async function updateUser(ctx: Context, id: string, version: number, input: UserUpdateInput): Promise<User> {
  const actor = actorOf(ctx);
  const user = await managedUser(ctx, actor, id, version);
  const em = await ctx.em();
  const check = new Check();
  if (input.name !== undefined && input.name !== null) {
    const name = check.text('name', input.name, 40);
    Object.assign(user, { name, ...pinyinOfPerson(name) });
  }
  if (input.stationId) {
    (await directory(ctx)).need(input.stationId);
    demand(actor, 'user.edit', { stationId: input.stationId });
    em.assign(user, { station: [actor.tenantId, input.stationId] } as never);
  }
  check.done();
  ctx.note({ act: 'userUpdate' });
  await em.flush();
  return user;
}

/** Switches a person's account off, or on again; switching off ends every session at once. */
export async function setDisabled(
  ctx: Context,
  id: string,
  version: number,
  isDisabled: boolean,
  reason: string | null,
): Promise<User> {
  const actor = actorOf(ctx);
  const user = await managedUser(ctx, actor, id, version);
  if (isDisabled) {
    if (!reason?.trim()) throw mistake(['reason'], ErrorCode.REQUIRED, { zh: '请填写事由。', en: 'Please say why.' });
    if (user.id === actor.id) {
      throw mistake(null, ErrorCode.FORBIDDEN, { zh: '不能停用自己。', en: 'You cannot switch yourself off.' });
    }
    await keepAnAdministrator(ctx, actor.tenantId, { userId: user.id });
  }
  ctx.note({ act: isDisabled ? 'userDisable' : 'userEnable', reason });
  const em = await ctx.em();
  user.isDisabled = isDisabled;
  await em.flush();
  if (isDisabled) await em.execute('select gate.sessions_close(?, ?, null)', [actor.tenantId, user.id]);
  return user;
}

/** Gives a person a new first password and ends all their sessions. */
export async function resetPassword(ctx: Context, id: string, version: number): Promise<WithPassword> {
  const actor = actorOf(ctx);
  const user = await managedUser(ctx, actor, id, version);
  if (user.id === actor.id) {
    throw mistake(null, ErrorCode.FORBIDDEN, {
      zh: '自己的密码请在“我的账号”中修改。',
      en: 'Change your own password on your own page.',
    });
  }
  const password = newPassword();
  const em = await ctx.em();
  ctx.note({ act: 'userResetPassword' });
  user.changedAt = new Date();
  await em.flush();
  await em.execute('select gate.account_password(?, ?, ?, true)', [
    actor.tenantId,
    user.id,
    await hashPassword(password),
  ]);
  await em.execute('select gate.sessions_close(?, ?, null)', [actor.tenantId, user.id]);
  await ctx.wrote({
    record: 'Account',
    recordId: user.id,
    stationId: user.station?.id ?? null,
    after: { password: 'reset' },
  });
  return { user, password };
}
