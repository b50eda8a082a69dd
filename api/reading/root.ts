import type { FieldNode, GraphQLField } from 'graphql';
import type { Missing } from './condition.js';
import type { Relation } from './model.js';
import { finished, manyRecords, objectOf, oneRecord } from './object.js';
import { pageField } from './page.js';
import type { Planning } from './planning.js';
import type { Reads } from './reads.js';
import { Unplannable } from './scalars.js';
import type { Value } from './select.js';
import { Slot, sql } from './sql.js';

const writtenId = new Slot('uuid', ({ written }) => written);

/** What a root field that finishes in code stands on. */
const nothing: Relation = { from: () => sql`(select)`, columns: {} };

/** The SQL of a root field, or of the record in a payload. */
export function rootValue(
  planning: Planning,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  how: Reads,
): Value {
  const given = planning.given(field, nodes);
  switch (how.as) {
    case 'list':
      return pageField(planning, objectOf, { type: field.type, nodes, list: how.list, given }, null);
    case 'record': {
      const row = planning.scope.table(how.origin(given), how.day?.(planning.scope, given));
      const value = oneRecord(planning, field.type, nodes, row, how.where(row, given));
      return refusing(planning, value, how.missing?.(planning.scope, given));
    }
    case 'rows': {
      const row = planning.scope.table(how.origin(given));
      const value = manyRecords(planning, field.type, nodes, row, how.where(row, given), how.order);
      return refusing(planning, value, how.missing?.(planning.scope, given));
    }
    case 'written': {
      const row = planning.scope.table(how.origin());
      return oneRecord(planning, field.type, nodes, row, sql`${row.column('id')} = ${writtenId}`);
    }
    case 'code':
      return finished(planning, field, nodes, how, { row: planning.scope.table(nothing), given });
    case 'judged':
      throw new Unplannable(how.why);
    default:
      throw new Unplannable(`Query.${field.name} is read on a row only`);
  }
}

function refusing(planning: Planning, value: Value, missing: readonly Missing[] = []): Value {
  return { ...value, sql: planning.complaining(value.sql, { isNested: false, missing }) };
}
