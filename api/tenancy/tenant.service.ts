import type { EntityManager } from '@mikro-orm/postgresql';
import { type Day, ErrorCode, mistake, newId, pinyinOf } from '../kernel/index.js';
import { countyKind, type Place, parentsOf, placeOf, shortName } from './places/places.js';
import { Settlement, Station, StationLevel, StationName, StationParent } from './station.js';
import { Tenant, TenantKind } from './tenant.js';

/** How a county is opened: which places get stations, what it calls its levels, and from when. */
export interface CountyPlan {
  code: string;
  /** The stations to make, parents before children; the county itself first. */
  places: readonly Place[];
  practiceLabel: string | null;
  openedOn: Day;
  enteredBy: string;
}

const practiceNames = { county: '中心', township: '所', village: '站' };
const plainNames = { county: '县级', township: '乡镇', village: '村' };

/** The county of a national code, or a mistake at the field. */
export function countyOf(code: string): Place {
  const place = placeOf(code);
  if (place?.level !== 'COUNTY') {
    throw mistake(['input', 'code'], ErrorCode.INVALID, {
      zh: '不是县级行政区划代码（六位）。',
      en: 'Not the national code of a county (six digits).',
    });
  }
  return place;
}

/** Makes the tenant row. Needs a platform session; the tree is made after entering the new tenant. */
export async function openTenant(em: EntityManager, plan: Pick<CountyPlan, 'code' | 'practiceLabel'>): Promise<Tenant> {
  const county = countyOf(plan.code);
  if ((await em.count(Tenant, { code: plan.code })) > 0) {
    throw mistake(['input', 'code'], ErrorCode.TAKEN, { zh: '这个县已经开通。', en: 'This county is open already.' });
  }
  const { province, prefecture } = parentsOf(plan.code);
  const names = plan.practiceLabel ? practiceNames : plainNames;
  const [next] = (await em.execute(`select nextval('tenant_id_seq')::int as id`)) as { id: number }[];
  const tenant = em.create(Tenant, {
    id: next?.id ?? 0,
    code: plan.code,
    name: county.name,
    kind: TenantKind[countyKind(county)],
    prefecture: prefecture?.name ?? null,
    province: province.name,
    practiceLabel: plan.practiceLabel,
    countyLevelName: names.county,
    townshipLevelName: names.township,
    villageLevelName: names.village,
  });
  await em.flush();
  return tenant;
}

/** Plants the tree of a county that has just been opened; the session must have entered the tenant. Answers the station of each code. */
export async function plantTree(em: EntityManager, tenantId: number, plan: CountyPlan): Promise<Map<string, Station>> {
  const byCode = new Map<string, Station>();
  for (const place of plan.places) {
    const station = em.create(Station, {
      tenantId,
      id: newId(),
      code: place.code,
      level: levelOf(place),
      settlement: place.settlement === null ? null : Settlement[place.settlement],
      openedOn: plan.openedOn,
    });
    byCode.set(place.code, station);
    const name = place.level === 'COUNTY' ? place.name : shortName(place.name);
    const dated = { tenantId, id: newId(), station, validFrom: plan.openedOn, enteredBy: plan.enteredBy };
    em.create(StationName, { ...dated, name, ...pinyinOf(name) });
    const parent = place.parentCode === null ? undefined : byCode.get(place.parentCode);
    if (parent) em.create(StationParent, { ...dated, id: newId(), parent });
  }
  await em.flush();
  return byCode;
}

function levelOf(place: Place): StationLevel {
  if (place.level === 'COUNTY' || place.level === 'TOWNSHIP' || place.level === 'VILLAGE')
    return StationLevel[place.level];
  throw new Error(`${place.code} is a ${place.level}, which has no station.`);
}
