import type { Context } from '../access/index.js';
import { OrderDirection } from '../kernel/index.js';
import {
  any,
  anyId,
  anyOf,
  type Condition,
  heldAt,
  type List,
  type Row,
  type Sql,
  searchOf,
  sql,
  textIs,
} from '../reading/index.js';
import { directory, type Placed } from './directory.js';
import type { StationFilter } from './station.input.js';
import { Station } from './station.js';
import { dayAsked, isOpen, named, withinStation } from './station.reads.js';

const byId = { isRelation: false };

/**
 * Stations as of a day, standing ones unless the others are asked for. A county has some hundreds of them, so that no order and no
 * search needs an index.
 */
export const stationList: List<Station, StationFilter> = {
  name: 'stations',
  entity: () => Station,
  walls: [heldAt('station.read', 'id', byId)],
  filter: {
    id: anyId('id', 'id'),
    code: textIs('code'),
    level: anyOf('level'),
    search: isCalled(),
    within: withinStation('id', byId),
    isOpen: stands(),
  },
  always: ['isOpen'],
  orders: { CODE: { property: 'code' }, NAME: { property: 'name', by: nameSql } },
  usually: OrderDirection.ASC,
  day: dayAsked,
};

/** What a station of the directory is ordered by; what `nameSql` says of a row. */
export function orderValue(placed: Placed, property: string): string {
  return property === 'name' ? `${placed.pinyin} ${placed.station.code}` : placed.station.code;
}

function nameSql(row: Row): Sql {
  return sql`(${named(row).pinyin} || ' ' || ${row.column('code')}) collate "C"`;
}

/** Part of the name or its pinyin, or the beginning of the initials or the code. */
function isCalled(): Condition<string> {
  const wordOf = (text: string) => searchOf(text).toLowerCase();
  return {
    query: async (text, asker) => {
      const word = wordOf(text);
      const tree = await directory(asker.context as Context, asker.today);
      const isPart = ({ name, pinyin }: Placed) => name.includes(word) || pinyin.includes(word);
      const begins = ({ initials, station }: Placed) => initials.startsWith(word) || station.code.startsWith(word);
      return { id: { $in: tree.idsOf((p) => isPart(p) || begins(p)) } };
    },
    sql: (row, given) => {
      const word = given.slot('text', wordOf);
      const { name, pinyin, initials } = named(row);
      const isPart = [name, pinyin].map((text) => sql`strpos(${text}, ${word}) > 0`);
      const begins = [initials, row.column('code')].map((text) => sql`starts_with(${text}, ${word})`);
      return any([...isPart, ...begins]);
    },
  };
}

/** Whether they stand on the day; those that do when nothing is said. */
function stands(): Condition<boolean | null | undefined> {
  return {
    query: async (value, asker) => {
      const tree = await directory(asker.context as Context, asker.today);
      return { id: { $in: tree.idsOf((p) => p.isOpen === (value !== false)) } };
    },
    sql: (row, given) => (given.choice === false ? sql`not (${isOpen(row)})` : isOpen(row)),
  };
}
