import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { badInput, IdFilter, OrderDirection, TextFilter } from '../kernel/index.js';
import type { Directory, Placed } from './directory.js';
import { StationLevel } from './station.js';

/** Any of several levels. */
@InputType({ description: 'Any of several levels.' })
export class StationLevelFilter {
  @Field(() => [StationLevel], { nullable: true, description: 'Any of these.' })
  in?: StationLevel[] | null;
}

/** Which stations of the tree. */
@InputType({ description: 'Which stations; all conditions together.' })
export class StationFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => TextFilter, { nullable: true, description: 'By national code （代码）.' })
  code?: TextFilter | null;

  @Field(() => StationLevelFilter, { nullable: true, description: 'By level （层级）.' })
  level?: StationLevelFilter | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, pinyin, initials or code, at most 50 characters （搜索）.',
  })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'false: the closed ones instead of the standing ones （是否在用）.',
  })
  isOpen?: boolean | null;
}

/** What stations can be ordered by. */
export enum StationOrderField {
  CODE = 'CODE',
  NAME = 'NAME',
}

registerEnumType(StationOrderField, {
  name: 'StationOrderField',
  description: 'What stations are ordered by.',
  valuesConfig: {
    CODE: { description: 'National code （代码）.' },
    NAME: { description: 'Name, by pinyin （名称）.' },
  },
});

/** One order. */
@InputType({ description: 'One order of stations.' })
export class StationOrder {
  @Field(() => StationOrderField, { description: 'By what.' })
  field!: StationOrderField;

  @Field(() => OrderDirection, { description: 'Which end first.' })
  direction!: OrderDirection;
}

/** The stations of a directory that meet a filter. */
export function filterStations(tree: Directory, where: StationFilter): Placed[] {
  const search = where.search?.trim().toLowerCase();
  if (search && search.length > 50)
    throw badInput({ zh: '搜索词最多 50 个字。', en: 'A search is at most 50 characters.' }, ['where', 'search']);
  if (where.within) tree.need(where.within);
  const under = where.within ? tree.subtree(where.within) : null;
  const list = where.isOpen === false ? tree.closed() : tree.all();
  return list.filter(
    (p) =>
      (!where.id?.in || where.id.in.includes(p.station.id)) &&
      (!where.code?.in || where.code.in.includes(p.station.code)) &&
      (!where.code?.startsWith || p.station.code.startsWith(where.code.startsWith)) &&
      (!where.level?.in || where.level.in.includes(p.station.level)) &&
      (!under || under.has(p.station.id)) &&
      (!search || matches(p, search)),
  );
}

function matches(p: Placed, search: string): boolean {
  return (
    p.name.includes(search) ||
    p.pinyin.includes(search) ||
    p.initials.startsWith(search) ||
    p.station.code.startsWith(search)
  );
}

/** The list in the order asked for, with the key that cursors are made of. */
export function stationOrder(list: Placed[], order?: StationOrder) {
  const keyOf = (p: Placed): string =>
    order?.field === StationOrderField.NAME ? `${p.pinyin} ${p.station.code}` : p.station.code;
  const direction = order?.direction ?? OrderDirection.ASC;
  return { list, keyOf, direction, name: `stations ${order?.field ?? StationOrderField.CODE} ${direction}` };
}
