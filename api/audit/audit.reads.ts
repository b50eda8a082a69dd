import { type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { type FieldChange, moneyText, plainText, sideBySide } from '../kernel/index.js';
import { code, expression, type Reads, type Row, reference, type Sql, sql } from '../reading/index.js';
import { named, Station } from '../tenancy/index.js';
import type { AuditEntry } from './entry.js';

/** What a change shows of a record: its type, and the changed fields before and after. */
type Changed = Pick<AuditEntry, 'record' | 'before' | 'after'>;

/** The station that a row names by its id. */
export const stationById: Reads = reference(() => Station, 'stationId');

/** The kind of actor, under the name that clients ask for. */
export const actorKind: Reads = expression((row) => row.column('actorKind'), { isCertain: true });

/** One side of a change as JSON text. */
export function sideAsText(side: 'before' | 'after'): Reads {
  return code(
    (row) => ({ side: row.column(side) }),
    (needs: { side: unknown }) => plainText(needs.side),
  );
}

/** Each changed field side by side, with the names of the stations that the two sides mention. */
export const changesSideBySide: Reads = code(
  (row) => ({
    record: row.column('record'),
    before: row.column('before'),
    after: row.column('after'),
    names: stationNames(row),
  }),
  (needs: Changed & { names: Record<string, string> }, _asker, _args, schema) =>
    changesOf(needs, schema, (id) => needs.names[id]),
);

/** The changed fields for people: stations by name, money in yuan; a change holds fen, as the database does. */
export function changesOf(
  { record, before, after }: Changed,
  schema: GraphQLSchema,
  nameOf: (stationId: string) => string | undefined,
): FieldChange[] {
  const type = schema.getType(record);
  const fields = isObjectType(type) ? type.getFields() : {};
  return sideBySide(before, after, (field, value) => {
    const shape = fields[field];
    if (value !== null && shape && getNamedType(shape.type).name === 'Money') return moneyText(Number(value));
    return typeof value === 'string' ? (nameOf(value) ?? value) : plainText(value);
  });
}

/** Names of today by id, of every station that a value of either side names. */
function stationNames(row: Row): Sql {
  const station = row.scope.table(Station);
  const { name } = named(station);
  const ids = (
    side: string,
  ) => sql`select case when value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then value::uuid end
    from jsonb_each_text(${row.column(side)})`;
  return sql`(select coalesce(json_object_agg(${station.column('id')}, ${name}), '{}') from ${station.from}
    where ${station.pin} and ${station.column('id')} in (${ids('before')} union ${ids('after')}))`;
}
