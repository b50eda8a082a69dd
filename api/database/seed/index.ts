import type { EntityManager } from '@mikro-orm/postgresql';
import { type Actor, type AuditNote, type Change, newPassword, permissionsOfRole, Role } from '../../access/index.js';
import { recordChange, systemScope } from '../../audit/index.js';
import type { Orm } from '../orm.js';
import { TenantSession } from '../tenantSession.js';
import { type DemoCredential, demoEnteredBy, seedCounties, seedOperator, seedPeople } from './counties.js';
import { seedProgrammes } from './programmes/load.js';
import { seedRecords } from './records/index.js';
import { seedReports } from './reports/load.js';

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

/** The platform's transaction: how to go into a county, and how to audit what the unit of work does not see. */
export interface PlatformWork {
  em: EntityManager;
  enter(tenantId: number): Promise<EntityManager>;
  wrote(change: Change): Promise<void>;
}

/** Runs work as the platform in one transaction, entering counties as it needs. The audit names the installation, and what it was doing. */
export async function asPlatform<T>(
  orm: Orm,
  work: (session: PlatformWork) => Promise<T>,
  note: AuditNote = { act: 'command' },
): Promise<T> {
  const scope = systemScope(note);
  const session = new TenantSession(orm, { tenantId: 0, reach: '*', isPlatform: true }, false, (em) =>
    scope.attach(em),
  );
  const enter = (tenantId: number): Promise<EntityManager> => {
    scope.tenantId = tenantId;
    return session.enter(tenantId);
  };
  try {
    const em = await session.em();
    const result = await work({ em, enter, wrote: (change) => recordChange(em, scope, change) });
    await session.finish(false);
    return result;
  } catch (error) {
    await session.finish(true);
    throw error;
  }
}

/**
 * Loads the five counties of the articles with invented people, all or nothing. Every account has one generated password. Tests that
 * count nothing leave out the records: households, attendances, contracts.
 */
export async function loadDemo(
  orm: Orm,
  progress: (line: string) => void = () => {},
  { areRecordsWanted = true }: { areRecordsWanted?: boolean } = {},
): Promise<DemoAccounts> {
  const password = newPassword();
  return asPlatform(
    orm,
    async ({ em, enter }) => {
      const operator = await seedOperator(em, password);
      const counties = await seedCounties(em, enter);
      const accounts: DemoCredential[] = [];
      for (const county of counties) {
        await enter(county.tenantId);
        const people = await seedPeople(em, county, password);
        const programmes = await seedProgrammes(em, county, people);
        await seedReports(em, county);
        accounts.push(...people);
        progress(`${county.code}: ${county.stations.size} stations, ${programmes} programmes`);
      }
      if (areRecordsWanted) await seedRecords(em, enter, progress);
      return { operator, accounts };
    },
    { act: 'demoLoad' },
  );
}

/** Adds the records to counties that were loaded without them. */
export async function loadRecords(orm: Orm, progress: (line: string) => void = () => {}): Promise<void> {
  await asPlatform(orm, ({ em, enter }) => seedRecords(em, enter, progress), { act: 'demoLoad' });
}
