import { createHash } from 'node:crypto';
import type { MetadataStorage } from '@mikro-orm/core';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  isNonNullType,
  locatedError,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { decidingVariables, Selections } from './collected.js';
import { Completion, type ShapeField } from './complete.js';
import { Model } from './model.js';
import { checkPins } from './pins.js';
import { type Asking, Planning, type Rights } from './planning.js';
import type { Asker, Completed, Question, Root } from './question.js';
import { isNowhere } from './reach.js';
import type { Reads } from './reads.js';
import { rootValue } from './root.js';
import { Unplannable } from './scalars.js';
import { shapeOf } from './shape.js';
import { type Frame, print, type Slot, sql } from './sql.js';

/** One root field's statement without its values, kept for every later question of the same shape. */
interface Plan {
  name: string;
  text: string;
  slots: readonly Slot[];
  quiet: ReadonlySet<Slot>;
  checked: readonly Slot[];
  standing: ReadonlyMap<number, () => Error>;
  isWalked: boolean;
  shape: ShapeField;
}

/** The plans of one root field of one document: which arguments and rights they depend on, and a plan or a reason for each key. */
interface Kept {
  asking: readonly Asking[];
  asked: Set<string>;
  plans: Map<string, Plan | Unplannable>;
}

interface Rooted {
  question: Question;
  key: string;
  nodes: readonly FieldNode[];
  asker: Asker;
}

/** How many bytes of statements are kept, over all documents. */
const mostBytes = 16 * 1024 * 1024;
/** A document whose plans come in more shapes than this starts afresh. */
const mostShapes = 64;

/** Turns questions into statements, one for each root field, and remembers how. */
export class Planner {
  private readonly model: Model;
  private readonly deciding = new WeakMap<DocumentNode, string[]>();
  private readonly numbers = new WeakMap<DocumentNode, number>();
  private documents = 0;
  private readonly kept = new LRUCache<string, Kept>({
    max: 2_000,
    maxSize: mostBytes,
    sizeCalculation: ({ plans }) =>
      [...plans.values()].reduce((sum, p) => sum + (p instanceof Unplannable ? 200 : p.text.length * 2), 2_000),
  });
  /** A text that no record holds; it stands where a null may not. */
  private readonly mark = `\u2042${crypto.randomUUID()}`;

  constructor(
    private readonly schema: GraphQLSchema,
    metadata: MetadataStorage,
  ) {
    this.model = new Model(schema, metadata);
  }

  /** How each root field of a query is to be answered, in the order of the answer. */
  plan(question: Question, asker: Asker): Root[] {
    const query = this.schema.getQueryType();
    if (!query) return [];
    const selections = new Selections(this.schema, question.document, question.variables);
    const roots = selections.ofRoot(query, question.operation);
    return [...roots].map(([key, nodes]) => this.root({ question, key, nodes, asker }, selections));
  }

  private root(rooted: Rooted, selections: Selections): Root {
    const { key, nodes, asker } = rooted;
    const name = nodes[0]?.name.value ?? '';
    const field = this.schema.getQueryType()?.getFields()[name];
    if (!field)
      return { kind: 'fallback', key, isNullable: false, field: `Query.${name}`, why: 'it asks for the schema' };
    const isNullable = !isNonNullType(field.type);
    try {
      for (const permission of this.model.fieldOf(this.schema.getQueryType() as never, name).permissions)
        asker.demand(permission);
      const { plan, frame } = this.find(rooted, selections);
      if (plan instanceof Unplannable)
        return { kind: 'fallback', key, isNullable, field: `Query.${name}`, why: plan.message };
      for (const slot of plan.checked) slot.read(frame);
      const values = plan.slots.map((slot) => readSlot(plan, slot, frame));
      const statement = { name: plan.name, text: plan.text, values };
      return {
        kind: 'planned',
        key,
        isNullable,
        statement,
        complete: ([text]) => this.complete(plan, frame, text ?? null),
      };
    } catch (error) {
      return { kind: 'refused', key, isNullable, error: locatedError(error, [...nodes], [key]) };
    }
  }

  /** The plan for a question, out of what was kept or made now. */
  private find(rooted: Rooted, selections: Selections): { plan: Plan | Unplannable; frame: Frame } {
    const place = this.placeOf(rooted);
    const known = this.kept.get(place);
    if (known) {
      const frame = this.frameOf(known.asking, rooted);
      const plan = known.plans.get(keyOf(known, frame));
      if (plan) return { plan: plan, frame: told(plan, frame) };
    }
    return this.make(place, known, rooted, selections);
  }

  private make(
    place: string,
    known: Kept | undefined,
    rooted: Rooted,
    selections: Selections,
  ): { plan: Plan | Unplannable; frame: Frame } {
    const planning = new Planning(this.model, selections, rooted.question.variables, rightsOf(rooted.asker), this.mark);
    const plan = this.planned(planning, rooted);
    const kept: Kept = {
      asking: planning.asking,
      asked: new Set([...(known?.asked ?? []), ...planning.scope.asked]),
      plans: new Map(),
    };
    const isSame =
      known &&
      known.asked.size === kept.asked.size &&
      known.asking.length === kept.asking.length &&
      known.plans.size < mostShapes;
    if (isSame) kept.plans = known.plans;
    const frame = this.frameOf(kept.asking, rooted);
    kept.plans.set(keyOf(kept, frame), plan);
    this.kept.set(place, kept);
    return { plan, frame: told(plan, frame) };
  }

  private planned(planning: Planning, { key, nodes }: Rooted): Plan | Unplannable {
    const query = this.schema.getQueryType();
    const field = query?.getFields()[nodes[0]?.name.value ?? ''];
    if (!query || !field) return new Unplannable('it is no field');
    try {
      const how = (field.extensions as { reads?: Reads }).reads;
      if (!how) return new Unplannable(`Query.${field.name} does not say how it is read`);
      const value = rootValue(planning, field, [...nodes], how);
      const { text, slots } = print(sql`select (${value.sql})::text`);
      checkPins(text, this.model.pinned);
      const shape: ShapeField = {
        key,
        emitted: key,
        field,
        parent: query,
        nodes,
        of: value.of,
        ...(value.finish && { finish: value.finish }),
      };
      const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
      const { quiet, checked, standing, isWalked } = planning;
      return { name, text, slots, quiet, checked, standing, isWalked, shape };
    } catch (error) {
      if (error instanceof Unplannable) return error;
      throw error;
    }
  }

  private complete(plan: Plan, frame: Frame, text: string | null): Completed {
    const isPlain = !plan.isWalked && text !== null && !text.includes(this.mark);
    if (isPlain) return { text };
    const completion = new Completion(frame, this.mark);
    const value = completion.root(text === null ? null : JSON.parse(text), plan.shape);
    return completion.errors.length === 0 && value === null ? { text: 'null' } : { value, errors: completion.errors };
  }

  private frameOf(asking: readonly Asking[], { asker, question }: Rooted): Frame {
    const args = asking.map(({ field, node }) => getArgumentValues(field, node, question.variables));
    return { asker, args, complaints: new Map() };
  }

  private numberOf(document: DocumentNode): number {
    const known = this.numbers.get(document);
    if (known) return known;
    this.documents += 1;
    this.numbers.set(document, this.documents);
    return this.documents;
  }

  private placeOf({ question, key }: Rooted): string {
    const { document, operation, variables } = question;
    const deciding = this.deciding.get(document) ?? decidingVariables(document);
    this.deciding.set(document, deciding);
    const number = this.numberOf(document);
    return `${number} ${operation.name?.value ?? ''} ${key} ${deciding.map((name) => String(variables[name])).join()}`;
  }
}

function told(plan: Plan | Unplannable, frame: Frame): Frame {
  if (plan instanceof Unplannable) return frame;
  for (const [number, refusal] of plan.standing) frame.complaints.set(number, refusal());
  return frame;
}

function readSlot(plan: Plan, slot: Slot, frame: Frame): unknown {
  if (!plan.quiet.has(slot)) return slot.read(frame);
  try {
    return slot.read(frame);
  } catch {
    return null;
  }
}

/** What a plan depends on: the shape of each field's arguments, and what the asker may, permission by permission. */
function keyOf({ asking, asked }: Kept, frame: Frame): string {
  const shapes = asking.map(({ field }, i) =>
    field.args.map((arg) => shapeOf(arg.type, frame.args[i]?.[arg.name])).join(';'),
  );
  const rights = rightsOf(frame.asker);
  const held = [...asked].map((permission) => {
    const reach = rights.reachOf(permission);
    return `${permission}${rights.isRefused(permission) ? '!' : ''}${reach === '*' ? '*' : isNowhere(reach) ? '0' : ''}`;
  });
  return `${shapes.join('|')} ${held.join()}`;
}

function rightsOf(asker: Asker): Rights {
  return {
    reachOf: (permission) => asker.reachOf(permission),
    isRefused: (permission) => {
      try {
        asker.demand(permission);
        return false;
      } catch {
        return true;
      }
    },
  };
}
