import type { EntityClass } from '@mikro-orm/core';
import type { ClassType } from 'type-graphql';
import type { Actor, Context, Permission, Reach } from '../access/index.js';
import { reachOf } from '../access/index.js';
import type { Check, Message } from '../kernel/index.js';
import { type Condition, declareKind, type Row, type Sql } from '../reading/index.js';
import type { ProgrammeAct, ProgrammeKind } from './enums.js';
import type { KindFilter, ProgrammeCreateInput, ProgrammeUpdateInput } from './programme.input.js';
import type { Programme } from './programme.js';

/** The rooms of the three kinds, as their permissions are called. */
export type KindArea = 'training' | 'jobs' | 'industry';

/** The fields that only one kind has, by property name. */
export type OwnFields = Record<string, unknown>;

/**
 * What acts on programmes of a kind further need, which only the kind's own room knows: facts about a row, read by plans and by the
 * unit of work alike, and the sentence of what an act still waits for.
 */
// biome-ignore lint/suspicious/noExplicitAny: each room has facts of its own
export interface KindNeeds<F = any> {
  /** The facts as one JSON value of the row of `programme`. */
  sql(row: Row): Sql;
  read(ctx: Context, programme: { id: string }): Promise<F>;
  missing(act: ProgrammeAct, facts: F): Message | null;
}

/** What a room says of its kind of programme, so that all else is written once. */
export interface KindFacts<T extends Programme = Programme> {
  kind: ProgrammeKind;
  area: KindArea;
  /** Name of one in GraphQL, such as `trainingProgramme`. */
  name: string;
  /** What one is called. */
  says: Message;
  entity: EntityClass<T> & ClassType<T>;
  createInput: ClassType<ProgrammeCreateInput>;
  updateInput: ClassType<ProgrammeUpdateInput>;
  filter: ClassType<KindFilter>;
  /** The kind's own properties, which a revision keeps as `details`. */
  own: readonly (keyof T & string)[];
  /** Those of them that are money, in fen. */
  ownMoney: readonly string[];
  /** Checks the own fields of a whole content and answers them as they are stored. */
  checkOwn(check: Check, content: OwnFields): OwnFields;
  /** The conditions of the kind's own filter. */
  filters: Readonly<Record<string, Condition<never>>>;
  needs?: KindNeeds;
}

const kinds = new Map<ProgrammeKind, KindFacts>();

/** Makes a kind known; each kind's room does it once. */
export function defineKind<T extends Programme>(facts: KindFacts<T>): KindFacts<T> {
  kinds.set(facts.kind, facts as unknown as KindFacts);
  declareKind('Programme', 'kind', facts.kind, facts.entity.name);
  return facts;
}

/** Every kind of the house. */
export function allKinds(): readonly KindFacts[] {
  return [...kinds.values()];
}

/** What is known of a kind. */
export function factsOf(kind: ProgrammeKind): KindFacts {
  const facts = kinds.get(kind);
  if (!facts) throw new Error(`No room has defined the kind ${kind}.`);
  return facts;
}

/** What is known of a programme's kind. */
export function kindOf(programme: Programme): KindFacts {
  return factsOf(programme.kind);
}

/** `training.edit` and the like. */
export function permissionOf(facts: Pick<KindFacts, 'area'>, act: 'read' | 'edit' | 'approve' | 'enrol'): Permission {
  return `${facts.area}.${act}`;
}

/** The stations whose programmes of a kind the actor may read. */
export function readReach(actor: Actor, facts: Pick<KindFacts, 'area'>): Reach {
  return reachOf(actor, permissionOf(facts, 'read'));
}
