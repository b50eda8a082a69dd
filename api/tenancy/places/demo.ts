import { placeOf, townshipsOf, villagesOf } from './nation.js';
import { type Place, townshipKind } from './place.js';

interface StationRule {
  readonly holdsOffice: (township: Place) => boolean;
  readonly holdsStation: (village: Place) => boolean;
}

const EVERY_UNIT: StationRule = { holdsOffice: () => true, holdsStation: () => true };

/**
 * "12 个所、59 个站": towns and townships and their village committees; the subdistrict, farms and mining area have none.
 */
const TOWNS_AND_VILLAGE_COMMITTEES: StationRule = {
  holdsOffice: (township) => ['TOWN', 'TOWNSHIP', 'ETHNIC_TOWNSHIP'].includes(townshipKind(township.name)),
  holdsStation: (village) => village.settlement === 'VILLAGE',
};

const STATION_RULES: ReadonlyMap<string, StationRule> = new Map([
  ['620981', TOWNS_AND_VILLAGE_COMMITTEES],
  ['653123', EVERY_UNIT],
  ['620702', EVERY_UNIT],
  ['450481', EVERY_UNIT],
  ['141034', EVERY_UNIT],
]);

/** Codes of the demo counties, which are the counties whose villages the list holds: 玉门, 英吉沙, 甘州, 岑溪, 汾西. */
export const DEMO_COUNTIES: readonly string[] = [...STATION_RULES.keys()];

/**
 * The places of a demo county that are stations, the county first and every parent before its children.
 * Throws a RangeError for a county that is not in DEMO_COUNTIES.
 */
export function demoStationPlaces(countyCode: string): Place[] {
  const rule = STATION_RULES.get(countyCode);
  const county = placeOf(countyCode);
  if (!rule || !county)
    throw new RangeError(`${countyCode} is no demo county; these are: ${DEMO_COUNTIES.join(', ')}.`);
  const offices = townshipsOf(countyCode).filter(rule.holdsOffice);
  return [county, ...offices.flatMap((office) => [office, ...villagesOf(office.code).filter(rule.holdsStation)])];
}
