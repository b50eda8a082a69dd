/** The five levels of the national list of places. */
export type PlaceLevel = 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';

/** A village committee (村委会) or a residents' community (社区). */
export type Settlement = 'VILLAGE' | 'COMMUNITY';

/** What a county-level division is: 市, 县 (also 自治县, 旗) or 区. */
export type CountyKind = 'CITY' | 'COUNTY' | 'DISTRICT';

/** What a township-level unit is: 镇, 乡 (also 苏木), 民族乡, 街道 (also 地区), or a farm, park or mining area. */
export type TownshipKind = 'TOWN' | 'TOWNSHIP' | 'ETHNIC_TOWNSHIP' | 'SUBDISTRICT' | 'OTHER';

/**
 * One unit of the national list. `code` has 2, 4, 6, 9 or 12 digits by level and begins with `parentCode`; `name` is
 * the full name as the list has it (梁子沟村委会); `settlement` is null above village level.
 */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly level: PlaceLevel;
  readonly parentCode: string | null;
  readonly settlement: Settlement | null;
}

const VILLAGE_COMMITTEE = /^(.+?)(?:村民委员会|村民居委会|村民委会|村委员会|村委会)$/;
const BANNER_VILLAGE_COMMITTEE = /^(.+?嘎查)(?:委员会|委会)$/;
const COMMUNITY_COMMITTEE = /^(.+?社区)(?:居民委员会|居委会|居民委会|委员会)$/;
const RESIDENTS_COMMITTEE = /^(.+?)(?:居民委员会|居委会|居民委会)$/;
const SUBDISTRICT_OFFICE = /^(.+?(?:街道|地区))(?:办事处|办)$/;

/**
 * The name a person uses: 梁子沟村委会 and 梁子沟村村民委员会 are 梁子沟村, 大业社区居委会 is 大业社区; a residents' committee
 * that is no 社区 keeps 居委会, for the bare word would name a street. Names without a committee come back unchanged.
 */
export function shortName(name: string): string {
  const office =
    BANNER_VILLAGE_COMMITTEE.exec(name)?.[1] ??
    COMMUNITY_COMMITTEE.exec(name)?.[1] ??
    SUBDISTRICT_OFFICE.exec(name)?.[1];
  if (office) return office;
  const village = VILLAGE_COMMITTEE.exec(name)?.[1];
  if (village) return /(?:村|社区|嘎查|管理区)$/.test(village) ? village : `${village}村`;
  const residents = RESIDENTS_COMMITTEE.exec(name)?.[1];
  if (residents) return /(?:村|居民区)$/.test(residents) ? residents : `${residents}居委会`;
  return name;
}

/**
 * Village or community, for a village-level unit: by its name, and where the name is silent by the last three digits
 * of its code (001–199 and 400–499 are communities). The 生活区 of a farm, which has no village committee, counts as a
 * community.
 */
export function settlementOf(code: string, name: string): Settlement {
  if (/(?:社区|生活区)$/.test(shortName(name))) return 'COMMUNITY';
  if (VILLAGE_COMMITTEE.test(name) || BANNER_VILLAGE_COMMITTEE.test(name)) return 'VILLAGE';
  if (RESIDENTS_COMMITTEE.test(name)) return 'COMMUNITY';
  const serial = Number(code.slice(9));
  return serial < 200 || (serial >= 400 && serial < 500) ? 'COMMUNITY' : 'VILLAGE';
}

/** Forest and special districts that stand as counties do, though their names end in 区. */
const COUNTIES_CALLED_DISTRICT: ReadonlySet<string> = new Set(['神农架林区', '六枝特区']);

/**
 * City, county or district, by the name of a county-level division. Throws a RangeError for a place of another
 * level.
 */
export function countyKind(place: Pick<Place, 'code' | 'name' | 'level'>): CountyKind {
  if (place.level !== 'COUNTY') throw new RangeError(`${place.code} ${place.name} is no county-level division.`);
  if (place.name.endsWith('市')) return 'CITY';
  return place.name.endsWith('区') && !COUNTIES_CALLED_DISTRICT.has(place.name) ? 'DISTRICT' : 'COUNTY';
}

/** Town, township, ethnic township, subdistrict or other, by the name of a township-level unit. */
export function townshipKind(name: string): TownshipKind {
  const short = shortName(name);
  if (/(?:街道|地区)$/.test(short)) return 'SUBDISTRICT';
  if (/族(?:乡|苏木)$/.test(short)) return 'ETHNIC_TOWNSHIP';
  if (/(?:乡|苏木)$/.test(short)) return 'TOWNSHIP';
  return short.endsWith('镇') ? 'TOWN' : 'OTHER';
}
