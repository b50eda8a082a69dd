import type { EntityManager } from '@mikro-orm/postgresql';
import { newPassword, Role } from '../../access/index.js';
import type { Day } from '../../kernel/index.js';
import {
  DEMO_COUNTIES,
  demoStationPlaces,
  enterGrant,
  enterPeople,
  enterPerson,
  hashPassword,
  openTenant,
  plantTree,
  renameSince,
  type Station,
  type User,
} from '../../tenancy/index.js';
import { demoAccounts, inventedName } from './accounts.js';

/** Old enough that every article's day finds the tree standing. */
const openedOn: Day = '2016-01-01';
const practising = new Set(['620981', '620702']);
/** Who entered whatever the demo holds; production looks for it. */
export const demoEnteredBy = 'demo@platform';
const enteredBy = demoEnteredBy;

/** One line of `demo-accounts.json`. */
export interface DemoCredential {
  account: string;
  password: string;
  tenant: string;
  role: Role;
  station: string;
}

/** What a loaded county is known by. */
export interface DemoCounty {
  tenantId: number;
  code: string;
  stations: Map<string, Station>;
}

/** Opens the five counties of the articles with their real trees; the session must be the platform's. */
export async function seedCounties(
  em: EntityManager,
  enter: (tenantId: number) => Promise<EntityManager>,
): Promise<DemoCounty[]> {
  const counties: DemoCounty[] = [];
  for (const code of DEMO_COUNTIES) {
    const practiceLabel = practising.has(code) ? '新时代文明实践' : null;
    const tenant = await openTenant(em, { code, practiceLabel });
    await enter(tenant.id);
    const places = demoStationPlaces(code);
    const stations = await plantTree(em, tenant.id, { code, places, practiceLabel, openedOn, enteredBy });
    if (code === '620981') await renameLiuhu(em, stations);
    counties.push({ tenantId: tenant.id, code, stations });
  }
  return counties;
}

/** 柳湖 was a township (乡) on a page of 2017 and is a town (镇) in the list of 2023: the same unit, renamed. The day is invented. */
async function renameLiuhu(em: EntityManager, stations: Map<string, Station>): Promise<void> {
  const liuhu = stations.get('620981109');
  if (liuhu)
    await renameSince(em, liuhu, {
      first: '柳湖乡',
      then: '柳湖镇',
      from: '2018-07-01',
      reason: '撤乡设镇（示例，日期为虚构）',
      enteredBy,
    });
}

/** Enters the demo people of one county, all with the password of this installation, and answers what they sign in with. */
export async function seedPeople(em: EntityManager, county: DemoCounty, password: string): Promise<DemoCredential[]> {
  const accounts = demoAccounts(county.code);
  const passwordHash = await sharedHash(password);
  const people = accounts.map(({ local, stationCode }, index) => {
    const station = county.stations.get(stationCode);
    if (!station) throw new Error(`Demo station ${stationCode} is not in the tree of ${county.code}.`);
    const account = `${local}@${county.code}`;
    const name = inventedName(index);
    return { tenantId: county.tenantId, account, name, station, passwordHash, mustChange: false };
  });
  const users = await enterPeople(em, people);
  const credentials = accounts.map(({ role, stationCode }, index): DemoCredential => {
    const user = users[index] as User;
    const station = county.stations.get(stationCode) ?? null;
    const terms = { validFrom: openedOn, validTo: null, reason: '示例账号', grantedBy: enteredBy };
    enterGrant(em, { user, role, station, ...terms });
    return { account: user.account, password, tenant: county.code, role, station: stationCode };
  });
  await em.flush();
  return credentials;
}

const hashes = new Map<string, Promise<string>>();

/** All demo accounts share one password and so may share its hash: a hundred of them would take seconds. */
function sharedHash(password: string): Promise<string> {
  const known = hashes.get(password) ?? hashPassword(password);
  hashes.set(password, known);
  return known;
}

/** The platform's first operator. */
export async function seedOperator(
  em: EntityManager,
  password: string = newPassword(),
): Promise<{ account: string; password: string }> {
  const account = 'operator@platform';
  const user = await enterPerson(em, {
    tenantId: 0,
    account,
    name: '平台运维（示例）',
    station: null,
    passwordHash: await sharedHash(password),
    mustChange: false,
  });
  enterGrant(em, {
    user,
    role: Role.PLATFORM_OPERATOR,
    station: null,
    validFrom: openedOn,
    validTo: null,
    reason: '示例账号',
    grantedBy: enteredBy,
  });
  await em.flush();
  return { account, password };
}
