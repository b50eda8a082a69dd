import type { EntityManager } from '@mikro-orm/postgresql';
import { newPassword, Role, roles } from '../access/index.js';
import type { PlatformWork } from '../database/seed/index.js';
import { today } from '../kernel/index.js';
import {
  enterGrant,
  enterPerson,
  hashPassword,
  isLocalName,
  localNameRule,
  Station,
  Tenant,
  User,
} from '../tenancy/index.js';
import { StartFailure } from './failure.js';

/** Somebody to be entered from the command line. */
export interface NewUser {
  /** National code of the county, or `platform`. */
  tenant: string;
  /** With or without `@` and the county's code. */
  account: string;
  name: string;
  role: string | null;
  /** Code of the station at which the role is held; the county itself unless given. */
  station: string | null;
}

const enteredBy = 'installer@platform';
const platform = 'platform';

/** Enters a person, with a role if one is given, and answers what they sign in with. Needs the platform's session. */
export async function createUser(
  { em, enter }: PlatformWork,
  person: NewUser,
): Promise<{ account: string; password: string }> {
  const tenantId = await tenantOf(em, person.tenant);
  const account = accountOf(person.account, person.tenant);
  const name = person.name.trim();
  if (name === '' || [...name].length > 40) throw new StartFailure('--name must be 1 to 40 characters.');
  await enter(tenantId);
  if ((await em.count(User, { tenantId, account })) > 0)
    throw new StartFailure(`The account ${account} exists already.`);
  const station = await stationOf(em, tenantId, person);
  const role = person.role === null ? null : roleAt(person.role, station);
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const user = await enterPerson(em, { tenantId, account, name, station, passwordHash, mustChange: true });
  if (role)
    enterGrant(em, {
      user,
      role,
      station,
      validFrom: today(),
      validTo: null,
      reason: '命令行录入',
      grantedBy: enteredBy,
    });
  await em.flush();
  return { account, password };
}

/** Gives an account a new password that must be changed, ends its sessions and lifts its lock. */
export async function resetPassword(
  { em, enter, wrote }: PlatformWork,
  given: string,
): Promise<{ account: string; password: string }> {
  const account = given.trim().toLowerCase();
  const code = account.split('@')[1];
  if (!code) throw new StartFailure('--account must be whole, such as admin@620981.');
  const tenantId = await tenantOf(em, code);
  await enter(tenantId);
  const user = await em.findOne(User, { tenantId, account });
  if (!user) throw new StartFailure(`There is no account ${account}.`);
  const password = newPassword();
  await em.execute('select gate.account_password(?, ?, ?, ?)', [tenantId, user.id, await hashPassword(password), true]);
  await em.execute('select gate.sessions_close(?, ?, null)', [tenantId, user.id]);
  await wrote({
    record: 'Account',
    recordId: user.id,
    stationId: user.station?.id ?? null,
    after: { password: 'reset' },
  });
  return { account, password };
}

async function tenantOf(em: EntityManager, code: string): Promise<number> {
  const tenant = await em.findOne(Tenant, { code });
  if (!tenant)
    throw new StartFailure(
      `There is no county ${code} here: open it with "tenant create --code ${code}", or give the code of one that is.`,
    );
  return tenant.id;
}

function accountOf(given: string, tenant: string): string {
  const [local = '', code, ...rest] = given.trim().toLowerCase().split('@');
  if (rest.length > 0 || (code !== undefined && code !== tenant)) {
    throw new StartFailure(`--account is "${given}": it must be a name alone or end in @${tenant}.`);
  }
  if (!isLocalName(local)) throw new StartFailure(`--account is "${local}": ${localNameRule.en}`);
  return `${local}@${tenant}`;
}

async function stationOf(
  em: EntityManager,
  tenantId: number,
  { tenant, station: code }: NewUser,
): Promise<Station | null> {
  if (tenant === platform) return null;
  const station = await em.findOne(Station, { tenantId, code: code ?? tenant });
  if (!station) throw new StartFailure(`There is no station ${code} in ${tenant}.`);
  return station;
}

function roleAt(given: string, station: Station | null): Role {
  const role = Object.values(Role).find((known) => known === given.trim().toUpperCase());
  if (!role) throw new StartFailure(`--role is "${given}": it must be one of ${Object.values(Role).join(', ')}.`);
  if ((role === Role.PLATFORM_OPERATOR) !== (station === null)) {
    throw new StartFailure('PLATFORM_OPERATOR is held in --tenant platform, and no other role is.');
  }
  const { levels } = roles[role];
  if (station && !levels.includes(station.level)) {
    throw new StartFailure(
      `${role} is held at ${levels.join(' or ')} level, and ${station.code} is of level ${station.level}: give --station.`,
    );
  }
  return role;
}
