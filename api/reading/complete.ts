import {
  type FieldNode,
  type GraphQLError,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  locatedError,
} from 'graphql';
import { kindKey } from './select.js';
import type { Frame } from './sql.js';

/** What is known of a response key for completing the answer where JSON text alone will not do. */
export interface ShapeField {
  key: string;
  /** What it is called in the JSON of the database: the key, or a short name for one that is too long there. */
  emitted: string;
  /** Null for `__typename`. */
  field: GraphQLField<unknown, unknown> | null;
  parent: GraphQLObjectType;
  nodes: readonly FieldNode[];
  of: Shape | null;
  /** Makes the value out of what the field needed. */
  finish?: (needs: unknown, frame: Frame) => unknown;
  /** The permission for want of which it is refused. */
  refusedFor?: string;
  /** The value of a `__typename` that the database did not write. */
  constant?: string;
  /** Its value is a plain one of the code: leaves are still to be serialised. */
  isPlain?: boolean;
}

/** The fields of an object by the name of its type; several where an interface may be one of several kinds. */
export type Shape = Map<string, readonly ShapeField[]>;

type Path = readonly (string | number)[];
type Json = Record<string, unknown>;

/** Walks an answer as graphql-js would complete it: finishes what code makes, tells what is refused, lets nulls rise. */
export class Completion {
  readonly errors: GraphQLError[] = [];

  constructor(
    private readonly frame: Frame,
    private readonly mark: string,
  ) {}

  /** The value of a field that was planned, at its path; null when a null rose to it. Throws where it may not be null. */
  root(value: unknown, field: ShapeField, path: Path): unknown {
    return this.field(value, field, path);
  }

  private object(value: Json, shape: Shape, path: Path): Json {
    const fields = shape.size === 1 ? [...shape.values()][0] : shape.get(String(value[kindKey]));
    const answer = Object.create(null) as Json;
    for (const one of fields ?? []) answer[one.key] = this.field(value[one.emitted], one, [...path, one.key]);
    return answer;
  }

  private field(value: unknown, one: ShapeField, path: Path): unknown {
    if (!one.field) return one.constant ?? value;
    try {
      if (one.refusedFor !== undefined) this.frame.asker.demand(one.refusedFor);
      const complaint = this.complaintOf(value);
      if (complaint !== undefined) throw complaint;
      const made = one.finish ? one.finish(value, this.frame) : value;
      return this.complete(made, one.field.type, one, path);
    } catch (error) {
      const located = locatedError(error, [...one.nodes], [...path]);
      if (isNonNullType(one.field.type)) throw located;
      this.errors.push(located);
      return null;
    }
  }

  private complete(value: unknown, type: GraphQLOutputType, one: ShapeField, path: Path): unknown {
    if (isNonNullType(type)) {
      const inner = this.complete(value, type.ofType, one, path);
      if (inner !== null && inner !== undefined) return inner;
      throw new Error(`Cannot return null for non-nullable field ${one.parent.name}.${one.field?.name}.`);
    }
    if (value === null || value === undefined || value === this.mark) return null;
    if (isListType(type))
      return (value as unknown[]).map((item, index) => this.item(item, type.ofType, one, [...path, index]));
    if (!one.of) return one.isPlain || one.finish ? serialised(type, value) : value;
    return this.object(value as Json, one.of, path);
  }

  private item(value: unknown, type: GraphQLOutputType, one: ShapeField, path: Path): unknown {
    try {
      return this.complete(value, type, one, path);
    } catch (error) {
      const located = locatedError(error, [...one.nodes], [...path]);
      if (isNonNullType(type)) throw located;
      this.errors.push(located);
      return null;
    }
  }

  private complaintOf(value: unknown): unknown {
    if (typeof value !== 'string' || !value.startsWith(this.mark) || value === this.mark) return undefined;
    return this.frame.complaints.get(Number(value.slice(this.mark.length)))?.();
  }
}

function serialised(type: GraphQLOutputType, value: unknown): unknown {
  const bare = getNullableType(type);
  return isLeafType(bare) ? bare.serialize(value) : value;
}
