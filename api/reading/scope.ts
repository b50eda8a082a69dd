import type { Model, Origin, Table } from './model.js';
import type { PlannedBy } from './question.js';
import { isNowhere, type Reach } from './reach.js';
import { type Frame, quoted, Slot, Sql, sql } from './sql.js';

/** What one statement shares: its slots, its names, and what it found out about the asker. */
export class Scope {
  /** The asker's county. */
  readonly tenant = new Slot('int', ({ asker }) => asker.tenantId);
  readonly today = new Slot('date', ({ asker }) => asker.today);
  /** Permissions whose reach or refusal the plan depends on. */
  readonly asked = new Set<string>();
  /** Whether a list is filtered anywhere in it. */
  isFiltered = false;
  /** Whether many rows are gathered into few. */
  isGathering = false;
  /** Whether a list that is kept to some stations is walked whole, and whether one is walked station by station. */
  private readonly walks = { isWhole: false, isApart: false };
  private readonly reaches = new Map<string, Slot>();
  private readonly commonByKey = new Map<string, Sql>();
  /** Values that the whole statement computes once, each under a name of its own. */
  readonly common: { name: Sql; value: Sql }[] = [];
  private names = 0;

  constructor(
    readonly model: Model,
    private readonly reachNow: (permission: string) => Reach,
  ) {}

  /** Notes how a list that is kept to some stations is walked: station by station of those that the asker holds, or otherwise. */
  noteStations(isApart: boolean): void {
    this.walks[isApart ? 'isApart' : 'isWhole'] = true;
  }

  /**
   * How the statement is best planned. A filter may keep much or little, so its values have to be known. Where lists are walked
   * station by station one plan fits all who hold few, but PostgreSQL would make a new one at every question, for it takes an array
   * that it does not know for ten stations and most askers have fewer.
   */
  get planning(): PlannedBy {
    const { isWhole, isApart } = this.walks;
    if (this.isGathering) return 'hashing';
    if (this.isFiltered) return 'values';
    return isApart && !isWhole ? 'once' : 'cost';
  }

  /** A name that no table and no column bears. */
  newName(letter: string): Sql {
    this.names += 1;
    return new Sql([`${letter}${this.names}`]);
  }

  /** A value that depends on no row: computed once in front of the statement, wherever and however often it is used. */
  once(key: string, make: () => Sql): Sql {
    const known = this.commonByKey.get(key);
    if (known) return known;
    const name = this.newName('w');
    this.common.push({ name, value: make() });
    const use = sql`(select v from ${name})`;
    this.commonByKey.set(key, use);
    return use;
  }

  /** A new mention of a table, which has to be put into a FROM together with its pin. */
  table(origin: Origin, day: Slot = this.today): Row {
    return new Row(this, this.model.tableOf(origin), this.newName('t'), day);
  }

  /** Where a permission is held: the whole county, nowhere, or the stations in a slot. */
  reachOf(permission: string): '*' | 'nowhere' | Slot {
    this.asked.add(permission);
    const reach = this.reachNow(permission);
    if (reach === '*') return '*';
    if (isNowhere(reach)) return 'nowhere';
    const known = this.reaches.get(permission) ?? new Slot('uuid[]', (frame) => stationsOf(frame, permission));
    this.reaches.set(permission, known);
    return known;
  }
}

function stationsOf({ asker }: Frame, permission: string): string[] {
  const reach = asker.reachOf(permission);
  return reach === '*' ? [] : [...reach];
}

/** One mention of a table in a statement: its columns by property, and what has been joined beside it. */
export class Row {
  private readonly beside = new Map<string, { name: Sql; join: Sql }>();

  constructor(
    readonly scope: Scope,
    readonly table: Table,
    readonly name: Sql,
    /** The day that dated facts of this row, and of what hangs on it, are read as of. */
    readonly day: Slot,
    private readonly page: Sql | null = null,
  ) {}

  /** The same table read out of a page that has been cut. */
  outOf(page: Sql): Row {
    return new Row(this.scope, this.table, this.scope.newName('t'), this.day, page);
  }

  /** The same row as a record of one of its kinds, with joins of its own. */
  as(kind: Table): Row {
    return new Row(this.scope, kind, this.name, this.day, this.page);
  }

  /** As it stands in a FROM, with everything joined beside it so far. */
  get from(): Sql {
    return new Sql([this.source, ' ', this.name, this.joins]);
  }

  /** What was joined beside it so far. */
  get joins(): Sql {
    return new Sql([...this.beside.values()].map(({ join }) => join));
  }

  private get source(): Sql {
    if (this.page) return this.page;
    const { base, name, relation } = this.table;
    if (relation) return relation.from(this.scope);
    return sql`public.${quoted(base?.name ?? name ?? '')}`;
  }

  /** The condition that keeps it inside the county; a page was cut inside it already. */
  get pin(): Sql {
    const isPinned = this.page === null && (this.table.base ?? this.table).hasTenant;
    return isPinned ? sql`${this.name}.tenant_id = ${this.scope.tenant}` : sql`true`;
  }

  /** A column by its property. One of a kind's own table joins that table beside the row. */
  column(property: string): Sql {
    const { column } = this.table.need(property);
    const name = this.table.isOwn(property) ? this.ownTable() : this.name;
    return sql`${name}.${quoted(column)}`;
  }

  /** Joins something beside the row, once for each key, and answers its name. */
  aside(key: string, join: (name: Sql) => Sql): Sql {
    const known = this.beside.get(key);
    if (known) return known.name;
    const name = this.scope.newName('s');
    this.beside.set(key, { name, join: sql` ${join(name)}` });
    return name;
  }

  private ownTable(): Sql {
    const { tenant } = this.scope;
    const own = quoted(this.table.name ?? '');
    return this.aside(
      'own',
      (name) => sql`join public.${own} ${name} on ${name}.tenant_id = ${tenant} and ${name}.id = ${this.name}.id`,
    );
  }
}
