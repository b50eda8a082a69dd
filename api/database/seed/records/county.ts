import type { EntityManager } from '@mikro-orm/postgresql';
import { Household, Membership, Person } from '../../../households/index.js';
import { Programme } from '../../../programmes/index.js';
import { Station, Tenant } from '../../../tenancy/index.js';

/** A county of the demo as its records are loaded: by ids, for what is loaded in chunks is forgotten in between. */
export interface RecordsCounty {
  tenantId: number;
  code: string;
  /** The id of a station by its code. */
  stations: ReadonlyMap<string, string>;
}

/** A household of the demo with the people in it, the head first. */
export interface DemoHousehold {
  household: Household;
  members: Person[];
}

/** The counties that are open, with their trees. */
export async function countiesOf(
  em: EntityManager,
  enter: (tenantId: number) => Promise<unknown>,
): Promise<RecordsCounty[]> {
  const tenants = await em.find(Tenant, { id: { $gt: 0 } }, { orderBy: { id: 'asc' } });
  const counties: RecordsCounty[] = [];
  for (const { id, code } of tenants) {
    await enter(id);
    const stations = await em.find(Station, { tenantId: id });
    counties.push({ tenantId: id, code, stations: new Map(stations.map((station) => [station.code, station.id])) });
  }
  return counties;
}

/** The id of a station, which the tree must have. */
export function stationIn(county: RecordsCounty, code: string): string {
  const id = county.stations.get(code);
  if (!id) throw new Error(`Demo station ${code} is not in the tree of ${county.code}.`);
  return id;
}

/** The demo's households of a village, by number, each with its members on the register today. */
export async function householdsIn(em: EntityManager, county: RecordsCounty, code: string): Promise<DemoHousehold[]> {
  const { tenantId } = county;
  const station = { tenantId, id: stationIn(county, code) };
  const households = await em.find(Household, { tenantId, station } as never, { orderBy: { code: 'asc' } });
  const members = await em.find(
    Membership,
    { tenantId, station, validTo: null } as never,
    { populate: ['person'], orderBy: { id: 'asc' } } as never,
  );
  const byHousehold = Map.groupBy(members, (one) => one.household.id);
  return households.map((household) => {
    const own = (byHousehold.get(household.id) ?? []).toSorted((a, b) => rank(a) - rank(b));
    return { household, members: own.map((one) => one.person.unwrap() as Person) };
  });
}

function rank(membership: Membership): number {
  return membership.relation === 'HEAD' ? 0 : 1;
}

/** The demo's cadres of a station, by name. */
export function cadresIn(em: EntityManager, county: RecordsCounty, code: string): Promise<Person[]> {
  const { tenantId } = county;
  const where = { tenantId, station: { tenantId, id: stationIn(county, code) }, isCadre: true };
  return em.find(Person, where as never, { orderBy: { id: 'asc' } } as never) as Promise<Person[]>;
}

/** A programme of the demo by its title. */
export async function programmeCalled<T extends Programme>(
  em: EntityManager,
  county: RecordsCounty,
  title: string,
): Promise<T> {
  const found = await em.findOneOrFail(Programme as never, { tenantId: county.tenantId, title } as never);
  return found as T;
}
