import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { Collected, Selections } from './collected.js';
import type { Shape, ShapeField } from './complete.js';
import type { Missing } from './condition.js';
import { Given } from './given.js';
import type { Model, Table } from './model.js';
import type { Finish, Reads } from './reads.js';
import { Unplannable } from './scalars.js';
import { type Row, Scope } from './scope.js';
import { type Frame, Slot, type Sql, sql } from './sql.js';

/** A field that takes arguments, with its first node; its place in the list is its number in a frame. */
export interface Asking {
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
}

/** What the plan may learn of the asker while it is made; each thing learnt becomes part of the key that the plan is kept under. */
export interface Rights {
  reachOf(permission: string): ReturnType<Frame['asker']['reachOf']>;
  isRefused(permission: string): boolean;
}

/** What may be wrong with the arguments of a list. */
interface Complaints {
  isNested: boolean;
  missing: readonly Missing[];
  /** The slots of its arguments. */
  slots?: readonly Slot[];
}

/** PostgreSQL cuts longer names. */
const longestName = 63;

type Parts = Readonly<Record<string, (row: Row) => Sql>>;

/** The making of one root field's plan. */
export class Planning {
  readonly scope: Scope;
  readonly asking: Asking[] = [];
  /** Nested lists, by their number: mistakes in their arguments are told in their place, so their slots may not throw. */
  readonly quiet = new Set<number>();
  /** Arguments of the root that are looked at although nothing reads them. */
  readonly checked: Slot[] = [];
  /** Complaints that are the same whoever asks, by number. */
  readonly standing = new Map<number, () => Error>();
  /** Whether objects of an interface differ by kind, and whether a mark may stand anywhere. */
  hasKinds = false;
  isMarked = false;
  /** Whether the JSON text must be walked before it is the answer. */
  isWalked = false;
  /** Fields of the type at hand that are read otherwise than as properties. */
  private parts: { of: string; read: Parts } | null = null;
  private numbers = 0;

  constructor(
    readonly model: Model,
    private readonly selections: Selections,
    private readonly variables: Record<string, unknown>,
    private readonly rights: Rights,
    /** A text that no record holds. */
    private readonly mark: string,
    /** Whether each object of an interface says its kind, so that it can be walked. */
    readonly isTellingKinds: boolean,
  ) {
    this.scope = new Scope(model, (permission) => rights.reachOf(permission));
  }

  collected(type: GraphQLObjectType, nodes: readonly FieldNode[]): Collected {
    return this.selections.of(type, nodes);
  }

  given(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): Given {
    const [node] = nodes;
    if (!node || field.args.length === 0) return new Given(-1, [], {});
    this.asking.push({ field, node });
    return new Given(this.asking.length - 1, [], getArgumentValues(field, node, this.variables));
  }

  keyFor(key: string): string {
    if (key.length <= longestName) return key;
    this.isWalked = true;
    this.numbers += 1;
    return `$${this.numbers}`;
  }

  /** The permission for want of which a field is refused, or null. */
  refusalOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string | null {
    for (const permission of this.model.fieldOf(type, field.name).permissions) {
      this.scope.asked.add(permission);
      if (!this.rights.isRefused(permission)) continue;
      this.isWalked = true;
      return permission;
    }
    return null;
  }

  /** Where a null may not stand but might, a mark stands for it, and the answer is walked. */
  neverNull(value: Sql): Sql {
    this.isMarked = true;
    return sql`coalesce(to_json(${value}), to_json(${this.markSlot}))`;
  }

  private readonly markSlot = new Slot('text', () => this.mark);

  /**
   * The JSON of a list, or in its place a complaint when its arguments are wrong or what they name does not exist. All of its
   * arguments are looked at, whatever of the list is read.
   */
  complaining(value: Sql, { isNested, missing, slots = [] }: Complaints): Sql {
    const checks = missing.map((one) => {
      const number = this.complaint();
      this.standing.set(number, one.refusal);
      return sql`when not ${one.isThere} then to_json(${this.complaintSlot(number)})`;
    });
    if (isNested) {
      const number = this.complaint();
      for (const { field } of slots) if (field !== null) this.quiet.add(field);
      const isFine = new Slot('bool', (frame) => this.tryAll(slots, frame, number));
      checks.unshift(sql`when not ${isFine} then to_json(${this.complaintSlot(number)})`);
    } else this.checked.push(...slots);
    return checks.reduceRight((rest, check) => sql`case ${check} else ${rest} end`, value);
  }

  private tryAll(slots: readonly Slot[], frame: Frame, number: number): boolean {
    try {
      for (const slot of slots) slot.read(frame);
      return true;
    } catch (error) {
      frame.complaints.set(number, () => error);
      return false;
    }
  }

  private complaint(): number {
    this.isMarked = true;
    this.numbers += 1;
    return this.numbers;
  }

  private complaintSlot(number: number): Slot {
    return new Slot('text', () => `${this.mark}${number}`);
  }

  finisher(finish: Finish, given: Given): ShapeField['finish'] {
    this.isWalked = true;
    return (needs, frame) => finish(needs, frame.asker, given.read(frame) ?? {}, this.model.schema);
  }

  /** The shape of a value that code makes: plain objects whose fields are properties. */
  plainShape(type: GraphQLOutputType, nodes: readonly FieldNode[]): Shape | null {
    const named = getNamedType(type);
    if (!isObjectType(named)) return null;
    const fields = [...this.collected(named, nodes)].map(([key, inner]): ShapeField => {
      const field = named.getFields()[inner[0]?.name.value ?? ''] ?? null;
      if (!field) return { ...this.leaf(named, inner, key), constant: named.name };
      const finish = this.pickerOf(named, field, inner);
      const emitted = this.model.fieldOf(named, field.name).property;
      return {
        key,
        emitted,
        field,
        parent: named,
        nodes: inner,
        of: this.plainShape(field.type, inner),
        isPlain: true,
        ...(finish && { finish }),
      };
    });
    return new Map([[named.name, fields]]);
  }

  /** What the arguments of a plain field leave of its property; null for one without any. */
  private pickerOf(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
  ): ShapeField['finish'] | null {
    const { reads } = field.extensions as { reads?: Reads };
    if (reads?.as === 'judged') throw new Unplannable(reads.why);
    if (field.args.length === 0) return null;
    if (reads?.as !== 'picked') throw new Unplannable(`${parent.name}.${field.name} takes arguments`);
    const given = this.given(field, nodes);
    return (value, frame) => reads.pick(value, given.read(frame) ?? {});
  }

  leaf(parent: GraphQLObjectType, nodes: readonly FieldNode[], key: string, emitted = key): ShapeField {
    return { key, emitted, field: null, parent, nodes, of: null };
  }

  kind(name: string): { type: GraphQLObjectType; table: Table } {
    const type = this.model.schema.getType(name);
    const table = this.model.tableOfType(name);
    if (!isObjectType(type) || !table) throw new Unplannable(`${name} is no kind of record`);
    return { type, table };
  }

  /** Whether the plan has to be made again with each object saying its kind: without it a walk could not tell them apart. */
  get mustTellKinds(): boolean {
    return this.hasKinds && !this.isTellingKinds && (this.isWalked || this.isMarked);
  }

  partOf(type: GraphQLObjectType, field: string): Parts[string] | undefined {
    return this.parts?.of === type.name ? this.parts.read[field] : undefined;
  }

  withParts<T>(type: string, parts: Parts | null, make: () => T): T {
    const before = this.parts;
    this.parts = parts && { of: type, read: parts };
    try {
      return make();
    } finally {
      this.parts = before;
    }
  }
}
