import type { Context } from '../access/index.js';
import { OrderDirection } from '../kernel/index.js';
import { any, type Condition, flag, heldAt, type List, type Row, type Sql, searchOf, sql } from '../reading/index.js';
import { Grant } from './grant.js';
import { isInForce, withinStation } from './station.reads.js';
import type { RoleFilter, UserFilter } from './user.input.js';
import { User } from './user.js';

/** People who work where `user.read` is held. */
export const userList: List<User, UserFilter> = {
  name: 'users',
  entity: () => User,
  walls: [heldAt('user.read')],
  filter: { search: likeName(), within: withinStation('station'), role: holds(), isDisabled: flag('isDisabled') },
  orders: { ACCOUNT: { property: 'account' }, NAME: { property: 'pinyin' }, CREATED_AT: { property: 'createdAt' } },
  usually: OrderDirection.ASC,
};

/** How name, pinyin, initials or account begin; a county has some hundreds of people, so a pattern will do. */
function likeName(): Condition<string> {
  const columns = ['pinyin', 'initials', 'account', 'name'];
  const pattern = (text: string) =>
    `${searchOf(text)
      .toLowerCase()
      .replace(/[\\%_]/g, '\\$&')}%`;
  return {
    query: (text) => (text.trim() ? { $or: columns.map((one) => ({ [one]: { $like: pattern(text) } })) } : null),
    sql: (row, given) => {
      const like = given.slot('text', pattern);
      return any(columns.map((one) => sql`${row.column(one)} like ${like}`));
    },
  };
}

/** Who holds one of several roles today. */
function holds(): Condition<RoleFilter> {
  return {
    query: async (value, asker) => {
      if (!value.in) return null;
      const em = await (asker.context as Context).em();
      const grants = await em.find(Grant, { tenantId: asker.tenantId, role: { $in: value.in } });
      return { id: { $in: grants.filter((g) => g.isInForce()).map((g) => g.user.id) } };
    },
    sql: (row, given) => {
      if (!given.get('in').isSet) return null;
      const grant = row.scope.table(Grant);
      const roles = given.get('in').slot('text[]');
      return sql`${row.column('id')} in (select ${grant.column('user')} from ${grant.from} where ${grant.pin}
        and ${grant.column('role')} = any(${roles}) and ${isInForce(grant)})`;
    },
  };
}

/** The grants of a person. */
export function ofUser(grant: Row, user: Row): Sql {
  return sql`${grant.column('user')} = ${user.column('id')}`;
}

/** How grants stand. */
export const newestFirst = [
  ['validFrom', 'desc'],
  ['id', 'desc'],
] as const;

/** When a person last signed in; their account is no table that the application can read. */
export function lastSignInAt(user: Row): Sql {
  const account = user.aside(
    'account',
    (name) => sql`left join gate.last_sign_ins(${user.scope.tenant}) ${name} on ${name}.id = ${user.column('id')}`,
  );
  return sql`${account}.last_sign_in_at`;
}
