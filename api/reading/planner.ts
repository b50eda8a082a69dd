import { createHash } from 'node:crypto';
import type { MetadataStorage } from '@mikro-orm/core';
import { type GraphQLSchema, isNonNullType, locatedError } from 'graphql';
import { Selections } from './collected.js';
import { Completion, type ShapeField } from './complete.js';
import { Model } from './model.js';
import { checkPins } from './pins.js';
import { Planning } from './planning.js';
import { type Found, type Plan, Plans, type Rooted, rightsOf } from './plans.js';
import type { Asker, Bound, Completed, Question, Root } from './question.js';
import type { Reads } from './reads.js';
import { rootValue } from './root.js';
import { Unplannable } from './scalars.js';
import { type Frame, joined, print, type Slot, type Sql, sql } from './sql.js';
import { isWritten, type Payload, payloadOf, type WrittenRecord, withoutRecords } from './written.js';

/** Turns questions into statements, one for each root field or record of a payload, and remembers how. */
export class Planner {
  private readonly model: Model;
  private readonly plans = new Plans();
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
    const parent = this.schema.getQueryType();
    if (!parent) return [];
    const selections = new Selections(this.schema, question.document, question.variables);
    const roots = selections.ofRoot(parent, question.operation);
    return [...roots].map(([key, nodes]) =>
      this.root({ question, parent, key, path: [key], nodes, asker }, selections),
    );
  }

  /** How the payload of a mutation is read once it is written; null when it is for the resolvers. */
  payload(question: Question, asker: Asker): Payload | null {
    const selections = new Selections(this.schema, question.document, question.variables);
    const found = payloadOf(this.schema, selections, question);
    if (!found) return null;
    const { key, type, selected } = found;
    const records = new Map<string, WrittenRecord>();
    for (const [name, nodes] of selected) {
      if (!isWritten(type, nodes)) continue;
      const rooted = { question, parent: type, key: name, path: [key, name], nodes, asker };
      const { plan, frame } = this.find(rooted, selections);
      if (plan instanceof Unplannable) return null;
      records.set(name, { nodes, bind: (written) => this.bound(plan, { ...frame, written }, rooted) });
    }
    return records.size === 0
      ? null
      : { key, keys: [...selected.keys()], records, rest: withoutRecords(question, found) };
  }

  private root(rooted: Rooted, selections: Selections): Root {
    const { key, nodes, parent, asker } = rooted;
    const name = nodes[0]?.name.value ?? '';
    const field = parent.getFields()[name];
    if (!field)
      return { kind: 'fallback', key, isNullable: false, field: `Query.${name}`, why: 'it asks for the schema' };
    const isNullable = !isNonNullType(field.type);
    try {
      for (const permission of this.model.fieldOf(parent, name).permissions) asker.demand(permission);
      const { plan, frame } = this.find(rooted, selections);
      if (plan instanceof Unplannable)
        return { kind: 'fallback', key, isNullable, field: `Query.${name}`, why: plan.message };
      return { kind: 'planned', key, isNullable, ...this.bound(plan, frame, rooted) };
    } catch (error) {
      return { kind: 'refused', key, isNullable, error: locatedError(error, [...nodes], [key]) };
    }
  }

  /** A plan with the values of one question. */
  private bound(plan: Plan, frame: Frame, { path }: Rooted): Bound {
    for (const slot of plan.checked) slot.read(frame);
    const values = plan.slots.map((slot) => readSlot(plan, slot, frame));
    const statement = { name: plan.name, text: plan.text, values, plannedBy: plan.plannedBy };
    return {
      statement,
      isCertain: !plan.isWalked && !plan.canComplain,
      complete: ([text]) => this.complete(plan, frame, text ?? null, path),
    };
  }

  /** The plan for a question, out of what was kept or made now. */
  private find(rooted: Rooted, selections: Selections): Found {
    return this.plans.find(rooted) ?? this.make(rooted, selections);
  }

  private make(rooted: Rooted, selections: Selections): Found {
    const tell = (isTelling: boolean) =>
      new Planning(this.model, selections, rooted.question.variables, rightsOf(rooted.asker), this.mark, isTelling);
    const first = tell(false);
    const plain = this.planned(first, rooted);
    const planning = first.mustTellKinds ? tell(true) : first;
    const plan = first.mustTellKinds ? this.planned(planning, rooted) : plain;
    return this.plans.keep(rooted, { plan, asking: planning.asking, asked: planning.scope.asked });
  }

  private planned(planning: Planning, { parent, key, nodes }: Rooted): Plan | Unplannable {
    const field = parent.getFields()[nodes[0]?.name.value ?? ''];
    if (!field) return new Unplannable('it is no field');
    try {
      const how = (field.extensions as { reads?: Reads }).reads;
      if (!how) return new Unplannable(`${parent.name}.${field.name} does not say how it is read`);
      const value = rootValue(planning, field, [...nodes], how);
      const { text, slots } = print(sql`${inFront(planning.scope.common)}select (${value.sql})::text`);
      checkPins(text, this.model.pinned);
      const shape: ShapeField = {
        key,
        emitted: key,
        field,
        parent,
        nodes,
        of: value.of,
        ...(value.finish && { finish: value.finish }),
      };
      const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
      const { quiet, checked, standing, isMarked: canComplain } = planning;
      const { planning: plannedBy } = planning.scope;
      const isWalked = planning.isWalked || planning.isTellingKinds;
      return { name, text, slots, quiet, checked, standing, isWalked, canComplain, plannedBy, shape };
    } catch (error) {
      if (error instanceof Unplannable) return error;
      throw error;
    }
  }

  private complete(plan: Plan, frame: Frame, text: string | null, path: readonly string[]): Completed {
    const isPlain = !plan.isWalked && text !== null && !text.includes(this.mark);
    if (isPlain) return { text };
    const completion = new Completion(frame, this.mark);
    const value = completion.root(text === null ? null : JSON.parse(text), plan.shape, path);
    return completion.errors.length === 0 && value === null ? { text: 'null' } : { value, errors: completion.errors };
  }
}

function readSlot(plan: Plan, slot: Slot, frame: Frame): unknown {
  if (slot.field === null || !plan.quiet.has(slot.field)) return slot.read(frame);
  try {
    return slot.read(frame);
  } catch {
    return null;
  }
}

/** `with w1(v) as materialized (…)`, or nothing. */
function inFront(common: readonly { name: Sql; value: Sql }[]): Sql {
  if (common.length === 0) return sql``;
  const each = common.map(({ name, value }) => sql`${name}(v) as materialized (select ${value})`);
  return sql`with ${joined(each, ', ')} `;
}
