import type { Asker } from './question.js';
import type { Row, Scope } from './scope.js';
import { type Sql, sql } from './sql.js';

/** Stations that a list is kept to: an array of their ids, and the property that holds one of them. */
export interface Stations {
  ids: Sql;
  property: string;
  /** Tells them from others of the same statement. */
  key: string;
}

/** A limit that always holds for a list, such as where a permission is held. */
export interface Wall {
  query(asker: Asker): object | null | Promise<object | null>;
  sql(row: Row): Sql | null;
  /** The stations that it leaves, where they are not all. */
  stations?(row: Row): Stations | null;
}

/** The stations where a permission is held; `property` is the relation to the station, or the column of its id. */
export function heldAt(permission: string, property = 'station', { isRelation = true } = {}): Wall {
  return {
    query: (asker) => {
      const reach = asker.reachOf(permission);
      if (reach === '*') return null;
      const id = { $in: [...reach] };
      return { [property]: isRelation ? { tenantId: asker.tenantId, id } : id };
    },
    sql: (row) => heldSql(row, permission, property),
    stations: (row) => {
      const reach = row.scope.reachOf(permission);
      return reach === '*' || reach === 'nowhere' ? null : { ids: sql`${reach}`, property, key: permission };
    },
  };
}

/** The same as SQL alone, for conditions that combine several permissions. */
export function heldSql(row: Row, permission: string, property: string): Sql | null {
  return row.scope.reachOf(permission) === '*' ? null : isHeldSql(row.scope, permission, row.column(property));
}

/** Whether a permission is held at the station that a piece of SQL names. */
export function isHeldSql(scope: Scope, permission: string, station: Sql): Sql {
  const reach = scope.reachOf(permission);
  if (reach === '*') return sql`true`;
  return reach === 'nowhere' ? sql`false` : sql`${station} = any(${reach})`;
}
