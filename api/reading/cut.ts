import type { Each, Missing } from './condition.js';
import { orderedBy, pageSlots, seekSql } from './cursor.js';
import type { Given } from './given.js';
import { conditionsAsked, type List, type Ordered, orderOf, wordOf } from './list.js';
import type { Order } from './reads.js';
import type { Row, Scope } from './scope.js';
import { orderSql } from './select.js';
import { all, print, type Slot, type Sql, sql } from './sql.js';
import type { Stations, Wall } from './wall.js';

/** What a nested list hangs on. */
export interface Hanging {
  row: Row;
  on: (to: Row, row: Row) => Sql;
}

/**
 * So many stations are walked one at a time, for some villages have none of what others have much of. Where more are asked for and may
 * be seen, a walk of the whole order soon meets rows of some.
 */
const few = sql`50`;

/** The filter by a station and all below it, in every list that has it. */
const byStation = 'within';

/** The stations that a list is kept to, and the filter and the wall that say so. */
interface Kept extends Stations {
  filter: string | null;
  wall: Wall | null;
}

/** What is walked one value at a time; if not always, then where `isFew`. */
interface Walked extends Each {
  /** The filter that it stands for. */
  filter?: string;
  isFew?: Sql;
}

/** One page of a list: the rows that are cut before anything is joined to them. */
export class Cut {
  readonly missing: Missing[] = [];
  readonly order: Ordered;
  /** The name of the rows once they are cut. */
  readonly page: Sql;
  readonly inner: Row;
  readonly slots: ReturnType<typeof pageSlots>;
  /** Whether a next page is asked about, so that one row more is cut. */
  isAskedForNext = false;
  /** Whether anything reads the rows at all. */
  isRead = false;
  private readonly kept: Kept | null;

  constructor(
    private readonly scope: Scope,
    private readonly list: List,
    private readonly args: Given,
    private readonly hanging: Hanging | null,
  ) {
    const by = args.get('orderBy');
    const asked = by.isSet ? { field: by.get('field').choice, direction: by.get('direction').choice } : null;
    this.order = orderOf(list, asked);
    this.page = scope.newName('p');
    const day = list.day?.(scope, args) ?? hanging?.row.day ?? scope.today;
    this.inner = scope.table(list.entity() as never, day);
    this.slots = pageSlots(args);
    this.missing.push(...this.missingNamed());
    this.kept = this.keptTo();
    scope.isFiltered ||= Object.entries(list.filter).some(
      ([name, { isExact }]) => !isExact && args.get('where').get(name).isSet,
    );
  }

  /** The slots of the list's own arguments. */
  get given(): Slot[] {
    const { first, offset } = this.slots;
    const row = this.inner.outOf(this.page);
    const parts = [sql`${first}${offset}`, this.seek(row, 'values'), ...this.asked(row)];
    return print(all(parts)).slots.filter((slot) => slot.field === this.args.field);
  }

  /** The page itself, one row longer when a next one is asked about; nothing when only the count is wanted. */
  get with(): Sql {
    if (!this.isRead) return sql``;
    const { slots } = this;
    const limit = this.isAskedForNext ? slots.oneMore : slots.first;
    if (!this.order.isNullable)
      return sql`with ${this.page} as (${this.walk('values', sql`${limit} offset ${slots.offset}`)}) `;
    const [whole, most] = [this.inner.outOf(this.page), this.most];
    const parts = sql`(${this.walk('values', most)}) union all (${this.walk('nulls', most)})`;
    const by = this.orderBy(whole);
    return sql`with ${this.page} as (select * from (${parts}) ${whole.name}${by} limit ${limit} offset ${slots.offset}) `;
  }

  /** Rows in order, with a value or without one: each part is a stretch of one index, walked either way. */
  private walk(part: 'values' | 'nulls', limit: Sql): Sql {
    const { inner, order } = this;
    const column = orderedBy(inner, order).value;
    const isThere = order.isNullable ? (part === 'nulls' ? sql`${column} is null` : sql`${column} is not null`) : null;
    const word = wordOf(order.direction);
    const by = (row: Row) =>
      orderSql(row, [
        [(ordered) => orderedBy(ordered, order).value, word],
        ['id', word],
      ]);
    const each = this.each();
    if (this.kept && !this.hanging) this.scope.noteStations(each?.isFew !== undefined && this.kept.wall !== null);
    const rows = (walked?: Walked) => {
      const where = [inner.pin, ...this.conditions(inner, walked), isThere, this.seek(inner, part), this.bound()];
      return sql`select ${inner.name}.* from ${inner.from} where ${all(where)}`;
    };
    const whole = (isMeant: Sql) => sql`${rows()}${isMeant}${by(inner)} limit ${limit}`;
    if (!each) return whole(sql``);
    const value = this.scope.newName('v');
    const one = sql`${rows(each)} and ${each.is(sql`${value}.v`)}${by(inner)} limit ${this.most}`;
    const merged = inner.outOf(sql`(${one})`);
    const apart = (isMeant: Sql) =>
      sql`select ${merged.name}.* from (${each.values}) ${value} cross join lateral ${merged.from}${isMeant}${by(merged)} limit ${limit}`;
    const { isFew } = each;
    return isFew ? sql`(${apart(sql` where ${isFew}`)}) union all (${whole(sql` and not (${isFew})`)})` : apart(sql``);
  }

  /** What the filter asked for says of the values that rows are ordered by. */
  private bound(): Sql | null {
    const { bounds } = this.order;
    const given = this.args.get('where').get(bounds ?? '');
    return bounds && given.isSet ? (this.list.filter[bounds]?.bound?.(this.inner, given) ?? null) : null;
  }

  /** What is walked value by value in this order: a filter that is asked for, or else the stations that the asker may see. */
  private each(): Walked | null {
    const { kept, inner, list, order } = this;
    const where = this.args.get('where');
    for (const name of order.each ?? []) {
      const given = where.get(name);
      const each = given.isSet ? list.filter[name]?.each?.(inner, given) : null;
      if (each) return kept?.filter === name ? this.apart(kept) : { ...each, filter: name };
    }
    return kept && !kept.filter && !this.hanging && order.each?.includes(byStation) ? this.apart(kept) : null;
  }

  /** Stations to walk one at a time, if they are few. */
  private apart({ ids, property }: Kept): Walked {
    return {
      values: sql`select v from unnest(${ids}) u0(v)`,
      is: (value) => sql`${this.inner.column(property)} = ${value}`,
      isFew: sql`cardinality(${ids}) <= ${few}`,
    };
  }

  /** The stations that the rows are kept to: those asked for, those of a wall, or what both have in common. */
  private keptTo(): Kept | null {
    const { inner, list, scope } = this;
    const wall = list.walls.find((one) => one.stations?.(inner)) ?? null;
    const held = wall?.stations?.(inner) ?? null;
    const given = this.args.get('where').get(byStation);
    const asked = given.isSet ? list.filter[byStation]?.each?.(inner, given)?.stations : undefined;
    if (!asked) return held && { ...held, wall, filter: null };
    if (held?.property !== asked.property) return { ...asked, wall: null, filter: byStation };
    const both = sql`array(select v from unnest(${asked.ids}) u0(v) where v = any(${held.ids}))`;
    const ids = sql`${scope.once(`${asked.key} ${held.key}`, () => both)}::uuid[]`;
    return { ids, property: held.property, key: `${asked.key} ${held.key}`, wall, filter: byStation };
  }

  /** Rows up to the end of the page, with the one after it. */
  private get most(): Sql {
    return sql`${this.slots.oneMore} + ${this.slots.offset}`;
  }

  /** How many rows the list has in all. */
  count(): Sql {
    const row = this.scope.table(this.list.entity() as never, this.inner.day);
    const where = all([row.pin, ...this.conditions(row)]);
    return sql`(select count(*)::int from ${row.from} where ${where})`;
  }

  private seek(row: Row, part: 'values' | 'nulls'): Sql | null {
    return this.args.get('after').isSet ? seekSql(row, this.order, this.args, part) : null;
  }

  private asked(row: Row): (Sql | null)[] {
    const filter = this.args.get('where');
    return conditionsAsked(this.list, (name) => filter.get(name).isSet).map(([name, condition]) =>
      condition.sql(row, filter.get(name)),
    );
  }

  /** What rows must meet, but for what a walk by `walked` says already. */
  private conditions(row: Row, walked?: Walked): (Sql | null)[] {
    const { hanging, kept, list } = this;
    const filter = this.args.get('where');
    const said = [kept?.filter, walked?.filter];
    const asked = conditionsAsked(list, (name) => filter.get(name).isSet).filter(([name]) => !said.includes(name));
    return [
      hanging ? hanging.on(row, hanging.row) : null,
      kept && !walked?.isFew ? sql`${row.column(kept.property)} = any(${kept.ids})` : null,
      ...list.walls.filter((wall) => wall !== kept?.wall).map((wall) => wall.sql(row)),
      ...asked.map(([name, condition]) => condition.sql(row, filter.get(name))),
    ];
  }

  private missingNamed(): Missing[] {
    const filter = this.args.get('where');
    return Object.entries(this.list.filter).flatMap(([name, condition]) =>
      filter.get(name).isSet && condition.missing ? [condition.missing(this.scope, filter.get(name))] : [],
    );
  }

  /** The order of the page's rows, or the reverse. */
  orderBy(row: Row, isBackwards = false): Sql {
    const { direction, isNullable } = this.order;
    const turned = wordOf(direction) === 'asc' ? 'desc' : 'asc';
    const word = isBackwards ? turned : wordOf(direction);
    const nulls = isNullable ? (isBackwards ? ' nulls first' : ' nulls last') : '';
    const order: Order = [
      [(ordered) => orderedBy(ordered, this.order).value, `${word}${nulls}` as 'asc'],
      ['id', word],
    ];
    return orderSql(row, order);
  }
}
