import type { DocumentNode, GraphQLError, OperationDefinitionNode } from 'graphql';
import type { Day, Language } from '../kernel/index.js';
import type { Reach } from './reach.js';

/** Who asks, as far as reading must know it; rooms above fill it from their actor. */
export interface Asker {
  readonly tenantId: number;
  readonly today: Day;
  readonly language: Language;
  /** The stations where a permission is held. */
  reachOf(permission: string): Reach;
  /** Throws what `@Authorized(permission)` would throw. */
  demand(permission: string): void;
  /** How many rows one page may hold; 100 when left out. An export reads by the thousand. */
  readonly mostRows?: number;
  /** The operation's context, for fields that finish in code. */
  readonly context: unknown;
}

/** One operation, with its variables as GraphQL coerced them. */
export interface Question {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

/** SQL with its values; it answers one row, every column as text or null. */
export interface Statement {
  /** A hash of the text, for a prepared name. */
  name: string;
  text: string;
  values: readonly unknown[];
  /** As PostgreSQL thinks best unless it says otherwise. */
  plannedBy?: PlannedBy;
}

/**
 * Anew with the values of each question, once for all values, whichever PostgreSQL takes to cost less, or once and by hashing: a plan
 * that is kept takes an unknown period of an unknown county to have hardly a row, of which sorting is as cheap; of the thousands that
 * there are it is not.
 */
export type PlannedBy = 'values' | 'once' | 'cost' | 'hashing';

/** The JSON text of a root field's value, or its value with the errors found in it; the value is null when a null rose to the root. */
export type Completed = { text: string } | { value: unknown; errors: readonly GraphQLError[] };

/** A statement with how its row becomes the answer. */
export interface Bound {
  statement: Statement;
  /** Whether no row can hold an error. */
  isCertain: boolean;
  complete(row: readonly (string | null)[]): Completed;
}

/** How one root field is answered. */
export type Root =
  | (Bound & { kind: 'planned'; key: string; isNullable: boolean })
  | { kind: 'refused'; key: string; isNullable: boolean; error: GraphQLError }
  | { kind: 'fallback'; key: string; isNullable: boolean; field: string; why: string };
