import type { EntityManager } from '@mikro-orm/postgresql';
import { newPassword, Role } from '../access/index.js';
import { type Day, today } from '../kernel/index.js';
import { hashPassword } from './password.js';
import { enterGrant, enterPerson } from './person.js';
import { DEMO_COUNTIES, demoStationPlaces, type FilePlace, type Place, settlementOf, townshipsOf, villagesOf } from './places/places.js';
import type { Tenant } from './tenant.js';
import { countyOf, openTenant, plantTree } from './tenant.service.js';

/** A county to be opened with its first administrator. */
export interface NewCounty {
  code: string;
  /** Villages, and townships newer than the national list, from a file; null to take the villages that the list knows. */
  villages: readonly FilePlace[] | null;
  practiceLabel: string | null;
  adminName: string;
  enteredBy: string;
}

/** A county that has been opened. */
export interface OpenedCounty {
  tenant: Tenant;
  stations: number;
  /** What the first administrator signs in with; the password is stored nowhere and must be changed. */
  account: string;
  password: string;
}

/** The places of a county that become stations, parents first: the county, its townships, and their villages as far as known. */
export function countyPlaces(code: string, villages: readonly FilePlace[] | null): Place[] {
  const county = countyOf(code);
  if (villages === null && DEMO_COUNTIES.includes(code)) return demoStationPlaces(code);
  const given = (villages ?? []).map(placeOfFile);
  const townships = new Map(townshipsOf(code).map((place) => [place.code, place]));
  for (const place of given) if (place.level === 'TOWNSHIP') townships.set(place.code, place);
  const ordered = [...townships.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const under = (township: Place) => (villages === null ? villagesOf(township.code) : given.filter((v) => v.parentCode === township.code));
  return [county, ...ordered.flatMap((township) => [township, ...under(township)])];
}

function placeOfFile({ code, name }: FilePlace): Place {
  if (code.length === 9) return { code, name, level: 'TOWNSHIP', parentCode: code.slice(0, 6), settlement: null };
  return { code, name, level: 'VILLAGE', parentCode: code.slice(0, 9), settlement: settlementOf(code, name) };
}

/** Opens a county: the tenant, its tree from the national codes, and an administrator. The session must be the platform's. */
export async function openCounty(
  em: EntityManager,
  enter: (tenantId: number) => Promise<EntityManager>,
  plan: NewCounty,
): Promise<OpenedCounty> {
  const openedOn: Day = today();
  const places = countyPlaces(plan.code, plan.villages);
  const tenant = await openTenant(em, plan);
  await enter(tenant.id);
  const tree = await plantTree(em, tenant.id, { ...plan, places, openedOn });
  const station = tree.get(plan.code) ?? null;
  const account = `admin@${plan.code}`;
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const user = await enterPerson(em, { tenantId: tenant.id, account, name: plan.adminName, station, passwordHash, mustChange: true });
  const reason = '开通时的首位管理员';
  enterGrant(em, { user, role: Role.TENANT_ADMIN, station, validFrom: openedOn, validTo: null, reason, grantedBy: plan.enteredBy });
  await em.flush();
  return { tenant, stations: tree.size, account, password };
}
