import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, newPassword, Role } from '../access/index.js';
import { Check, type Day, ErrorCode } from '../kernel/index.js';
import { hashPassword } from './password.js';
import { enterGrant, enterPerson, isLocalName, localNameRule } from './person.js';
import {
  DEMO_COUNTIES,
  demoStationPlaces,
  type FilePlace,
  type Place,
  settlementOf,
  townshipsOf,
  villagesOf,
} from './places/places.js';
import type { Tenant } from './tenant.js';
import { countyOf, openTenant, plantTree } from './tenant.service.js';

/** A county to be opened with its first administrator. */
export interface NewCounty {
  code: string;
  practiceLabel?: string | null;
  /** What the administrator signs in as, without `@` and the code. */
  adminAccount: string;
  adminName: string;
  /** Villages, and townships newer than the national list, from a file; left out to take the villages that the list knows. */
  villages?: readonly FilePlace[] | null;
}

/** A county just opened, with what its first administrator signs in with: a password that is stored nowhere and must be changed. */
export interface OpenedCounty {
  tenant: Tenant;
  stations: number;
  account: string;
  password: string;
}

/** Where and as whom a county is opened: a platform's transaction, and how to go into the new county. */
export interface Opening {
  em: EntityManager;
  enter(tenantId: number): Promise<EntityManager>;
  today: Day;
  enteredBy: string;
}

/** Opens a county for an operator who asks. */
export async function openCounty(ctx: Context, county: NewCounty): Promise<OpenedCounty> {
  const { account: enteredBy } = actorOf(ctx);
  ctx.note({ act: 'tenantCreate' });
  return enterCounty({ em: await ctx.em(), enter: (id) => ctx.enter(id), today: ctx.today, enteredBy }, county);
}

/** Opens a county: its row, its tree of townships and known villages, and its first administrator. */
export async function enterCounty({ em, enter, today, enteredBy }: Opening, county: NewCounty): Promise<OpenedCounty> {
  const check = new Check();
  const practiceLabel = check.optionalText('practiceLabel', county.practiceLabel, 20);
  const local = check.text('adminAccount', county.adminAccount.toLowerCase(), 30);
  const name = check.text('adminName', county.adminName, 40);
  check.that(isLocalName(local), 'adminAccount', ErrorCode.INVALID, localNameRule);
  check.done();
  const { code } = countyOf(county.code);
  const places = countyPlaces(code, county.villages ?? null);
  const tenant = await openTenant(em, { code, practiceLabel });
  await enter(tenant.id);
  const tree = await plantTree(em, tenant.id, { code, places, practiceLabel, openedOn: today, enteredBy });
  const station = tree.get(code) ?? null;
  const account = `${local}@${code}`;
  const password = newPassword();
  const passwordHash = await hashPassword(password);
  const user = await enterPerson(em, { tenantId: tenant.id, account, name, station, passwordHash, mustChange: true });
  enterGrant(em, {
    user,
    role: Role.TENANT_ADMIN,
    station,
    validFrom: today,
    validTo: null,
    reason: null,
    grantedBy: enteredBy,
  });
  await em.flush();
  return { tenant, stations: tree.size, account, password };
}

/** The places of a county that become stations, parents first: the county, its townships, and their villages as far as known. */
export function countyPlaces(code: string, villages: readonly FilePlace[] | null): Place[] {
  const county = countyOf(code);
  if (villages === null && DEMO_COUNTIES.includes(code)) return demoStationPlaces(code);
  const given = (villages ?? []).map(placeOfFile);
  const townships = new Map(townshipsOf(code).map((place) => [place.code, place]));
  for (const place of given) if (place.level === 'TOWNSHIP') townships.set(place.code, place);
  const ordered = [...townships.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  const under = (township: Place) =>
    villages === null ? villagesOf(township.code) : given.filter((v) => v.parentCode === township.code);
  return [county, ...ordered.flatMap((township) => [township, ...under(township)])];
}

function placeOfFile({ code, name }: FilePlace): Place {
  if (code.length === 9) return { code, name, level: 'TOWNSHIP', parentCode: code.slice(0, 6), settlement: null };
  return { code, name, level: 'VILLAGE', parentCode: code.slice(0, 9), settlement: settlementOf(code, name) };
}
