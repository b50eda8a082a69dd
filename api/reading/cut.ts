import type { Each, Missing } from './condition.js';
import { orderedBy, pageSlots, seekSql } from './cursor.js';
import type { Given } from './given.js';
import { conditionsAsked, type List, type Ordered, orderOf, wordOf } from './list.js';
import type { Order } from './reads.js';
import type { Row, Scope } from './scope.js';
import { orderSql } from './select.js';
import { all, print, type Slot, type Sql, sql } from './sql.js';

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
    const rows = (without?: string) => {
      const where = [inner.pin, ...this.conditions(inner, without), isThere, this.seek(inner, part), this.bound()];
      return sql`select ${inner.name}.* from ${inner.from} where ${all(where)}`;
    };
    const whole = (isMeant: Sql) => sql`${rows()}${isMeant}${by(inner)} limit ${limit}`;
    if (!each) return whole(sql``);
    const value = this.scope.newName('v');
    const one = sql`${rows(each.name)} and ${each.is(sql`${value}.v`)}${by(inner)} limit ${this.most}`;
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

  /** The filter that is walked value by value in this order, when one is asked for. */
  private each(): (Each & { name: string; isFew?: Sql }) | null {
    const where = this.args.get('where');
    for (const name of this.order.each ?? []) {
      const given = where.get(name);
      const each = given.isSet ? this.list.filter[name]?.each?.(this.inner, given) : null;
      if (each) return { name, ...each, ...(each.stations && this.apart(each, each.stations)) };
    }
    return null;
  }

  /** Stations to walk one at a time: of those asked for the ones where the asker may see anything, if they are few. */
  private apart({ values }: Each, asked: Sql): { values: Sql; isFew: Sql } {
    const held = this.list.walls.map((wall) => wall.stations?.(this.inner)).find((stations) => stations);
    if (!held) return { values, isFew: sql`cardinality(${asked}) <= ${few}` };
    const isFew = sql`least(cardinality(${asked}), cardinality(${held})) <= ${few}`;
    return { values: sql`select v from (${values}) u1 where v = any(${held})`, isFew };
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

  private asked(row: Row, without?: string): (Sql | null)[] {
    const filter = this.args.get('where');
    const asked = conditionsAsked(this.list, (name) => filter.get(name).isSet);
    return asked.filter(([name]) => name !== without).map(([name, condition]) => condition.sql(row, filter.get(name)));
  }

  private conditions(row: Row, without?: string): (Sql | null)[] {
    return [
      this.hanging ? this.hanging.on(row, this.hanging.row) : null,
      ...this.list.walls.map((wall) => wall.sql(row)),
      ...this.asked(row, without),
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
