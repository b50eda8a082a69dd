import { createHash } from 'node:crypto';
import { GraphQLError, Kind } from 'graphql';
import type { Asker, Completed, Question, Root, Statement } from '../../api/reading/index.js';

/** A root field as a test plans it by hand. */
export interface ByHand {
  text: string;
  values?: (asker: Asker) => unknown[];
  isNullable?: boolean;
  complete?(row: readonly (string | null)[]): Completed;
}

/** A statement with the name that its text asks for. */
export function statement(text: string, values: readonly unknown[] = []): Statement {
  return { name: createHash('sha1').update(text).digest('hex'), text, values };
}

/** A planner that answers the root fields named in a table, by response key, with SQL written by hand, and leaves the others. */
export function plansByHand(table: Readonly<Record<string, ByHand>>) {
  return {
    plan({ operation }: Question, asker: Asker): Root[] {
      return operation.selectionSet.selections.map((node): Root => {
        if (node.kind !== Kind.FIELD) throw new GraphQLError('A test asks without fragments at the root.');
        const key = node.alias?.value ?? node.name.value;
        const byHand = table[key];
        if (!byHand) {
          return { kind: 'fallback', key, isNullable: false, field: `Query.${node.name.value}`, why: 'not by hand' };
        }
        const { text, values = () => [], isNullable = false } = byHand;
        const complete = byHand.complete ?? (([json]: readonly (string | null)[]) => ({ text: json ?? 'null' }));
        return {
          kind: 'planned',
          key,
          isNullable,
          statement: statement(text, values(asker)),
          isCertain: false,
          complete,
        };
      });
    },
  };
}
