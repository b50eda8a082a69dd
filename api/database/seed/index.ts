import type { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, newPassword, permissionsOfRole, Role } from '../../access/index.js';
import type { Orm } from '../orm.js';
import { TenantSession } from '../tenantSession.js';
import { type DemoCredential, demoEnteredBy, seedCounties, seedOperator, seedPeople } from './counties.js';

export { demoEnteredBy };

/** What `demo-accounts.json` holds. */
export interface DemoAccounts {
  operator: { account: string; password: string };
  accounts: DemoCredential[];
}

/** Who the audit log names for what the installation does to itself. */
export const installer: Actor = {
  kind: 'OPERATOR',
  id: '00000000-0000-7000-8000-000000000000',
  tenantId: 0,
  tenantCode: 'platform',
  account: 'installer@platform',
  name: 'installer',
  sessionId: null,
  mustChangePassword: false,
  holdings: [
    {
      grantId: null,
      role: Role.PLATFORM_OPERATOR,
      stationId: '',
      stationLevel: 'COUNTY',
      permissions: permissionsOfRole(Role.PLATFORM_OPERATOR),
      reach: '*',
    },
  ],
};

/** Runs work as the platform in one transaction, entering counties as it needs. */
export async function asPlatform<T>(
  orm: Orm,
  work: (em: EntityManager, enter: (tenantId: number) => Promise<EntityManager>) => Promise<T>,
): Promise<T> {
  const session = new TenantSession(orm, { tenantId: 0, reach: '*', isPlatform: true }, false);
  try {
    const result = await work(await session.em(), (tenantId) => session.enter(tenantId));
    await session.finish(false);
    return result;
  } catch (error) {
    await session.finish(true);
    throw error;
  }
}

/** Loads the five counties of the articles with invented people, all or nothing. Every account has one generated password. */
export async function loadDemo(orm: Orm, progress: (line: string) => void = () => {}): Promise<DemoAccounts> {
  const password = newPassword();
  return asPlatform(orm, async (em, enter) => {
    const operator = await seedOperator(em, password);
    const counties = await seedCounties(em, enter);
    const accounts: DemoCredential[] = [];
    for (const county of counties) {
      await enter(county.tenantId);
      accounts.push(...(await seedPeople(em, county, password)));
      progress(`${county.code}: ${county.stations.size} stations`);
    }
    return { operator, accounts };
  });
}
