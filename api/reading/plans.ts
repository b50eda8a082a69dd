import {
  type DocumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { decidingVariables } from './collected.js';
import type { ShapeField } from './complete.js';
import type { Asking, Rights } from './planning.js';
import type { Asker, PlannedBy, Question } from './question.js';
import { isNowhere } from './reach.js';
import type { Reads } from './reads.js';
import { Unplannable } from './scalars.js';
import { shapeOf } from './shape.js';
import type { Frame, Slot } from './sql.js';

/** One root field's statement without its values, kept for every later question of the same shape. */
export interface Plan {
  name: string;
  text: string;
  slots: readonly Slot[];
  /** Fields whose slots may not throw: what is wrong with their arguments is told in its place. */
  quiet: ReadonlySet<number>;
  /** Slots that are looked at although nothing reads them. */
  checked: readonly Slot[];
  standing: ReadonlyMap<number, () => Error>;
  isWalked: boolean;
  /** Whether a row may answer with a complaint. */
  canComplain: boolean;
  plannedBy: PlannedBy;
  shape: ShapeField;
}

/** One root field of a question, or the record in the payload of one. */
export interface Rooted {
  question: Question;
  parent: GraphQLObjectType;
  key: string;
  /** Where it stands in the answer. */
  path: readonly string[];
  nodes: readonly FieldNode[];
  asker: Asker;
}

/** A plan, or why there is none, and what its slots are read from. */
export interface Found {
  plan: Plan | Unplannable;
  frame: Frame;
}

/** A plan with what it was made from. */
interface Made {
  plan: Plan | Unplannable;
  asking: readonly Asking[];
  asked: ReadonlySet<string>;
}

/** Plans for one set of rights: by the shape of the arguments of the fields that take some. */
interface ForRights {
  asking: readonly Asking[];
  byShape: Map<string, Plan | Unplannable>;
}

/** All plans of one root field of one document. */
interface Kept {
  /** Every permission that any of them depends on. */
  asked: Set<string>;
  byRights: Map<string, ForRights>;
}

/** How many bytes of statements are kept, over all documents. */
const mostBytes = 16 * 1024 * 1024;
/** Root fields that are asked in more ways than this start afresh. */
const mostWays = 64;

/** The plans that were made, found again by document, rights and shape of arguments; bounded in number and bytes. */
export class Plans {
  private readonly deciding = new WeakMap<DocumentNode, string[]>();
  private readonly numbers = new WeakMap<DocumentNode, number>();
  private documents = 0;
  private readonly kept = new LRUCache<string, Kept>({
    max: 2_000,
    maxSize: mostBytes,
    sizeCalculation: ({ byRights }) => 1_000 + [...byRights.values()].reduce((sum, one) => sum + bytesOf(one), 0),
  });

  find(rooted: Rooted): Found | null {
    const known = this.kept.get(this.placeOf(rooted));
    const forRights = known?.byRights.get(rightsKey(known.asked, rooted.asker));
    if (!forRights) return null;
    const frame = frameOf(forRights.asking, rooted);
    const plan = forRights.byShape.get(shapeKey(forRights.asking, frame));
    return plan ? { plan, frame: told(plan, frame) } : null;
  }

  keep(rooted: Rooted, { plan, asking, asked }: Made): Found {
    const place = this.placeOf(rooted);
    const known = this.kept.get(place) ?? { asked: new Set(), byRights: new Map() };
    const kept = waysOf(known) < mostWays ? known : { asked: known.asked, byRights: new Map() };
    for (const permission of asked) kept.asked.add(permission);
    const rights = rightsKey(kept.asked, rooted.asker);
    const before = kept.byRights.get(rights);
    const forRights = before?.asking.length === asking.length ? before : { asking, byShape: new Map() };
    const frame = frameOf(forRights.asking, rooted);
    forRights.byShape.set(shapeKey(forRights.asking, frame), plan);
    kept.byRights.set(rights, forRights);
    this.kept.set(place, kept);
    return { plan, frame: told(plan, frame) };
  }

  private placeOf({ question, path }: Rooted): string {
    const { document, operation, variables } = question;
    const deciding = this.deciding.get(document) ?? decidingVariables(document);
    this.deciding.set(document, deciding);
    const skipped = deciding.map((name) => String(variables[name])).join();
    return `${this.numberOf(document)} ${operation.name?.value ?? ''} ${path.join('.')} ${skipped}`;
  }

  private numberOf(document: DocumentNode): number {
    const known = this.numbers.get(document);
    if (known) return known;
    this.documents += 1;
    this.numbers.set(document, this.documents);
    return this.documents;
  }
}

function bytesOf({ byShape }: ForRights): number {
  return [...byShape.values()].reduce(
    (sum, plan) => sum + (plan instanceof Unplannable ? 200 : plan.text.length * 2),
    0,
  );
}

function waysOf({ byRights }: Kept): number {
  return [...byRights.values()].reduce((sum, { byShape }) => sum + byShape.size, 0);
}

function frameOf(asking: readonly Asking[], { asker, question }: Rooted): Frame {
  const args = asking.map(({ field, node }) => getArgumentValues(field, node, question.variables));
  return { asker, args, complaints: new Map() };
}

function told(plan: Plan | Unplannable, frame: Frame): Frame {
  if (plan instanceof Unplannable) return frame;
  for (const [number, refusal] of plan.standing) frame.complaints.set(number, refusal);
  return frame;
}

function shapeKey(asking: readonly Asking[], frame: Frame): string {
  const shapes = asking.map(({ field }, i) =>
    field.args.map((arg) => shapeIn(field, arg, frame.args[i]?.[arg.name])).join(';'),
  );
  return shapes.join('|');
}

/** What of an argument a plan depends on: its shape, and where its field says so the values of a list. */
function shapeIn(
  { extensions }: GraphQLField<unknown, unknown>,
  { name, type }: GraphQLArgument,
  value: unknown,
): string {
  const { reads } = extensions as { reads?: Reads };
  return reads?.as === 'code' && reads.choices.includes(name) ? JSON.stringify(value) : shapeOf(type, value);
}

/** What the asker may, permission by permission: everywhere, somewhere or nowhere, and whether it is refused. */
function rightsKey(asked: ReadonlySet<string>, asker: Asker): string {
  const rights = rightsOf(asker);
  const held = [...asked].map((permission) => {
    const reach = rights.reachOf(permission);
    return `${permission}${rights.isRefused(permission) ? '!' : ''}${reach === '*' ? '*' : isNowhere(reach) ? '0' : ''}`;
  });
  return held.join();
}

/** What the making of a plan may learn of an asker. */
export function rightsOf(asker: Asker): Rights {
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
