import { type Actor, type Context, demand, type Role, reaches, reachOf, refusal, roles } from '../access/index.js';
import { ErrorCode, mistake, notFound, stale } from '../kernel/index.js';
import { Grant } from './grant.js';
import { User } from './user.js';

/** The roles that an actor may give at a station: what the roles held there may grant. */
export function rolesToGive(actor: Actor, stationId: string): Set<Role> {
  const held = actor.holdings.filter((h) => h.permissions.has('grant.edit') && reaches(h.reach, stationId) && h.role);
  return new Set(held.flatMap((h) => (h.role ? roles[h.role].grants : [])));
}

/** The person, when the actor may look them up at all; otherwise as if they did not exist. */
export async function visibleUser(ctx: Context, actor: Actor, id: string): Promise<User> {
  const user = await (await ctx.em()).findOne(User, { tenantId: actor.tenantId, id }, { populate: ['station'] });
  const reach = reachOf(actor, 'user.read');
  const isSeen = user && (user.station === null ? reach === '*' : reaches(reach, user.station.id));
  if (!user || !isSeen) throw notFound({ zh: '用户', en: 'person' });
  return user;
}

/**
 * A person whom the actor may manage: they work within reach, and hold nothing that the actor could not have given. Otherwise a
 * station lead could reset the password of an office director who works in the village, and become one.
 */
export async function managedUser(ctx: Context, actor: Actor, id: string, version: number): Promise<User> {
  const user = await visibleUser(ctx, actor, id);
  demand(actor, 'user.edit', { stationId: user.station?.id ?? '' });
  const grants = await (await ctx.em()).find(Grant, { tenantId: actor.tenantId, user: [actor.tenantId, id] as never });
  const above = grants.find((g) => g.isInForce() && !(g.station && rolesToGive(actor, g.station.id).has(g.role)));
  if (above) {
    const role = roles[above.role].says;
    throw refusal(
      'user.edit',
      {
        zh: `此人任${role.zh}，须由其上级管理员维护。`,
        en: `This person is a ${role.en}; somebody above must do this.`,
      },
      'above',
    );
  }
  if (user.version !== version) throw stale(user.version);
  return user;
}

/** Refuses whatever would leave the county without an administrator who can sign in. */
export async function keepAnAdministrator(
  ctx: Context,
  tenantId: number,
  without: { userId?: string; grantId?: string },
): Promise<void> {
  const em = await ctx.em();
  await em.execute('select pg_advisory_xact_lock(?, ?)', [620_982, tenantId]);
  const grants = await em.find(
    Grant,
    { tenantId, role: 'TENANT_ADMIN' as Role, validTo: null },
    { populate: ['user'] },
  );
  const left = grants.filter(
    (g) => g.isInForce() && !g.user.unwrap().isDisabled && g.user.id !== without.userId && g.id !== without.grantId,
  );
  if (left.length > 0) return;
  throw mistake(null, ErrorCode.WRONG_STATE, {
    zh: '这是本县最后一位管理员，须先任命另一位。',
    en: 'This is the last administrator of the county; appoint another first.',
  });
}
