import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../kernel/packageRoot.js';
import { type Place, type PlaceLevel, settlementOf } from './place.js';

/**
 * The list's path from the package root. make.ts writes it; it is read from the sources, since the compiler copies
 * no data.
 */
export const PLACE_LIST_PATH = 'api/tenancy/places/nation.txt';

const LEVELS: readonly PlaceLevel[] = ['PROVINCE', 'PREFECTURE', 'COUNTY', 'TOWNSHIP', 'VILLAGE'];

/** Prefecture-level entries that only fill the code's third and fourth digit; nobody lives in a place of that name. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

interface Nation {
  readonly byCode: ReadonlyMap<string, Place>;
  readonly children: ReadonlyMap<string, Place[]>;
}

let loaded: Nation | undefined;

/** Reads the list at the first question and keeps it: 45,000 places, about 100 ms. Nothing is read at import. */
function nation(): Nation {
  loaded ??= parseNation(readFileSync(join(packageRoot(), PLACE_LIST_PATH), 'utf8'));
  return loaded;
}

/**
 * One place a line: as many tabs as levels above it, the digits its code adds to its parent's, a tab, the full name.
 */
function parseNation(text: string): Nation {
  const byCode = new Map<string, Place>();
  const children = new Map<string, Place[]>();
  const above: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [, tabs, digits, name] = /^(\t*)(\d+)\t(.+)$/.exec(line) ?? [];
    const level = LEVELS[tabs?.length ?? -1];
    const parentCode = tabs ? (above[tabs.length - 1] ?? null) : null;
    if (!name || !level || (parentCode === null) !== (level === 'PROVINCE')) {
      throw new Error(`${PLACE_LIST_PATH} is damaged at line ${index + 1}; make it again with make.ts.`);
    }
    const code = `${parentCode ?? ''}${digits}`;
    above[LEVELS.indexOf(level)] = code;
    const settlement = level === 'VILLAGE' ? settlementOf(code, name) : null;
    const place: Place = { code, name, level, parentCode, settlement };
    byCode.set(code, place);
    children.set(code, []);
    if (parentCode !== null) children.get(parentCode)?.push(place);
  }
  return { byCode, children };
}

/**
 * The place with this code of 2, 4, 6, 9 or 12 digits; undefined if the list has none (villages: five counties
 * only).
 */
export function placeOf(code: string): Place | undefined {
  return nation().byCode.get(code);
}

/** The township-level units of a county in order of code; empty if the code is no county of the list. */
export function townshipsOf(countyCode: string): Place[] {
  return childrenOf(countyCode, 'TOWNSHIP');
}

/** The village-level units of a township in order of code; empty outside the five counties whose villages are known. */
export function villagesOf(townshipCode: string): Place[] {
  return childrenOf(townshipCode, 'VILLAGE');
}

function childrenOf(code: string, level: PlaceLevel): Place[] {
  return (nation().children.get(code) ?? []).filter((place) => place.level === level);
}

/**
 * The province of a county and its prefecture, which is null where the county answers to the province itself (济源市, the
 * districts of 北京市). Throws a RangeError if the code is no county of the list.
 */
export function parentsOf(countyCode: string): { province: Place; prefecture: Place | null } {
  const county = placeOf(countyCode);
  const province = placeOf(countyCode.slice(0, 2));
  const prefecture = placeOf(countyCode.slice(0, 4));
  if (county?.level !== 'COUNTY' || !province || !prefecture) {
    throw new RangeError(`${countyCode} is no county-level division of the national list.`);
  }
  return { province, prefecture: PLACEHOLDERS.has(prefecture.name) ? null : prefecture };
}
