import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { alias } from './names.js';
import type { Random } from './random.js';
import type { Chooser } from './values.js';
import type { Variables } from './variables.js';

type Field = GraphQLField<unknown, unknown>;

/** One field as it will be answered: under which key, with which arguments, and what of it. */
export interface Pick {
  key: string;
  name: string;
  /** `(first: 2)`, or nothing. */
  args: string;
  sub: Scope | null;
}

/** All that is asked of a type, merged; every key means one thing. `on` is the type that a field is asked on. */
export interface Scope {
  type: GraphQLCompositeType;
  picks: { on: GraphQLCompositeType; pick: Pick }[];
}

/** How far a selection may grow. */
export interface Growth {
  /** Levels of fields; the root is at 1. */
  depth: number;
  /** Records that may be read at most, by the product of list sizes. */
  records: number;
  aliases: number;
  /** Whether every field is asked for, instead of some. */
  isWhole: boolean;
  /** Fields that are never asked for: `Station.history`. */
  except: ReadonlySet<string>;
}

/** Where a selection stands. */
interface Spot {
  depth: number;
  times: number;
  /** Rows of the connection right above. */
  page: number | null;
}

/** Grows selections over a schema. */
export class Grower {
  private aliases = 0;
  private readonly hasLongNames: boolean;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly chooser: Chooser,
    private readonly variables: Variables,
    private readonly growth: Growth,
  ) {
    this.hasLongNames = random.chance(0.06);
  }

  /** The root selection over root fields by name; a name twice is asked twice, under another key. */
  root(names: readonly string[]): Scope {
    const query = this.schema.getQueryType();
    if (!query) throw new Error('The schema has no queries.');
    const scope: Scope = { type: query, picks: [] };
    for (const name of names) {
      const field = query.getFields()[name];
      if (name === '__typename') this.addTypename(scope);
      else if (field) this.add(scope, query, field, { depth: 1, times: 1, page: null });
    }
    return scope;
  }

  private scope(type: GraphQLCompositeType, spot: Spot): Scope {
    const { random } = this;
    const scope: Scope = { type, picks: [] };
    if (random.chance(0.25)) this.addTypename(scope);
    for (const field of this.chosen(this.fieldsOf(type), spot, 6)) this.add(scope, type, field, spot);
    if (isAbstractType(type)) {
      if (this.growth.isWhole) this.addTypename(scope);
      for (const kind of this.schema.getPossibleTypes(type)) {
        if (!this.growth.isWhole && random.chance(0.4)) continue;
        const own = this.fieldsOf(kind).filter(
          ({ name }) => !fieldsOf(type).some((f) => f.name === name) || random.chance(0.1),
        );
        for (const field of this.chosen(own, spot, 3)) this.add(scope, kind, field, spot);
      }
    }
    if (scope.picks.length === 0 || random.chance(0.15)) this.addTypename(scope);
    return scope;
  }

  /** Some leaves, and as many fields with a selection as there is room for. */
  private chosen(fields: readonly Field[], spot: Spot, most: number): Field[] {
    const { random, growth } = this;
    const isConnection = fields.some(({ name }) => name === 'pageInfo');
    const deep = fields.filter((field) => isCompositeType(getNamedType(field.type)) && this.hasRoom(field, spot));
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    if (growth.isWhole) return [...leaves, ...deep.filter(({ name }) => name !== 'edges' || random.chance(0.5))];
    if (isConnection) {
      const shares: Record<string, number> = { nodes: 0.75, edges: 0.35, pageInfo: 0.4, totalCount: 0.4 };
      return random.shuffled([...leaves, ...deep]).filter(({ name }) => random.chance(shares[name] ?? 1));
    }
    const isWrapper = fields.length <= 2 && deep.length > 0;
    const count = random.chance(0.06) ? leaves.length : 1 + random.int(most);
    const below = isWrapper
      ? deep
      : random.some(
          deep,
          random.weighed([
            [0.4, 0],
            [0.4, 1],
            [0.2, 2],
          ]),
        );
    return random.shuffled([...random.some(leaves, count), ...below]);
  }

  private hasRoom(field: Field, spot: Spot): boolean {
    if (spot.depth + 1 >= this.growth.depth) return false;
    const isNeeded = field.args.some(({ name }) => name === 'first');
    return spot.times * sizeOf(field, spot.page) * (isNeeded ? 5 : 1) <= this.growth.records;
  }

  private fieldsOf(type: GraphQLCompositeType): Field[] {
    const kinds = [type, ...(isAbstractType(type) ? this.schema.getPossibleTypes(type) : [])];
    return fieldsOf(type).filter(({ name }) => !kinds.some((kind) => this.growth.except.has(`${kind.name}.${name}`)));
  }

  private addTypename(scope: Scope): void {
    if (scope.picks.some(({ pick }) => pick.key === '__typename')) return;
    scope.picks.push({ on: scope.type, pick: { key: '__typename', name: '__typename', args: '', sub: null } });
  }

  private add(scope: Scope, on: GraphQLCompositeType, field: Field, spot: Spot): void {
    const key = this.keyFor(scope, on, field);
    if (key === null) return;
    const { args, first } = this.args(field);
    const type = getNamedType(field.type);
    const below = { depth: spot.depth + 1, times: spot.times * sizeOf(field, spot.page), page: first };
    const sub = isCompositeType(type) ? this.scope(type, below) : null;
    scope.picks.push({ on, pick: { key, name: field.name, args, sub } });
  }

  /** A key that means nothing else in the scope, or null when there is none without another alias. */
  private keyFor(scope: Scope, on: GraphQLCompositeType, field: Field): string | null {
    const isFree = (key: string): boolean =>
      scope.picks.every((p) => p.pick.key !== key || areApart(this.schema, p, { on, field }));
    const share = this.growth.isWhole ? 0 : this.hasLongNames ? 0.6 : 0.09;
    if (isFree(field.name) && !this.random.chance(share)) return field.name;
    for (let tries = 0; tries < 4 && this.aliases < this.growth.aliases; tries += 1) {
      const key = alias(this.random, this.hasLongNames);
      if (key === field.name || !isFree(key)) continue;
      this.aliases += 1;
      return key;
    }
    return isFree(field.name) ? field.name : null;
  }

  private args(field: Field): { args: string; first: number | null } {
    const { random, chooser, growth } = this;
    const given: Record<string, unknown> = {};
    const isContinued = field.args.some(({ name }) => name === 'after') && !growth.isWhole && random.chance(0.25);
    for (const arg of field.args) {
      const share = growth.isWhole ? 0 : (shares[arg.name] ?? 0.5);
      const isLeftOut = arg.name === 'after' || (arg.name === 'offset' && isContinued && random.chance(0.95));
      if (!isNonNullType(arg.type) && (isLeftOut || !random.chance(share))) continue;
      given[arg.name] = chooser.value(arg.type, { field: field.name, path: [arg.name] });
    }
    if (growth.isWhole && 'first' in argsOf(field)) given.first = 3;
    if (isContinued) Object.assign(given, this.continued(field));
    const texts = random.shuffled(Object.entries(given)).map(([name, value]) => {
      const type = argsOf(field)[name];
      return type ? `${name}: ${this.variables.write(type.type, value)}` : '';
    });
    const first = typeof given.first === 'number' ? given.first : 'first' in argsOf(field) ? 25 : null;
    return { args: texts.length > 0 ? `(${texts.join(', ')})` : '', first };
  }

  /** `after` with a cursor, and mostly the order that it was given in. */
  private continued(field: Field): Record<string, unknown> {
    const { cursor, orderBy } = this.chooser.mark(field.name);
    if (!('orderBy' in argsOf(field)) || orderBy === null || this.random.chance(0.1)) return { after: cursor };
    return { after: cursor, orderBy };
  }
}

/** How often an argument that may be left out is given. */
const shares: Readonly<Record<string, number>> = { first: 0.85, where: 0.55, orderBy: 0.4, offset: 0.12, asOf: 0.35 };

function argsOf(field: Field): Record<string, Field['args'][number]> {
  return Object.fromEntries(field.args.map((arg) => [arg.name, arg]));
}

function fieldsOf(type: GraphQLCompositeType): Field[] {
  return isUnionType(type) ? [] : Object.values(type.getFields());
}

/** How many rows a field is taken to have, as the server counts. */
function sizeOf(field: Field, page: number | null): number {
  if (!isListType(getNullableType(field.type))) return 1;
  return page === null ? 10 : Math.max(1, Math.min(page, 101));
}

/** Whether two fields may share a key: those of different object types, whose answers have one form. */
function areApart(
  schema: GraphQLSchema,
  taken: Scope['picks'][number],
  wanted: { on: GraphQLCompositeType; field: Field },
): boolean {
  if (!isObjectType(taken.on) || !isObjectType(wanted.on) || taken.on === wanted.on || taken.pick.sub) return false;
  const other: GraphQLOutputType | undefined =
    taken.pick.name === '__typename' ? undefined : taken.on.getFields()[taken.pick.name]?.type;
  return schema.getType(wanted.on.name) !== undefined && String(other) === String(wanted.field.type);
}
