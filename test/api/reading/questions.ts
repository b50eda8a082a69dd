import type { MetadataStorage } from '@mikro-orm/core';
import { type GraphQLSchema, getVariableValues, parse } from 'graphql';
import type pg from 'pg';
import { encodeCursor, OrderDirection } from '../../../api/kernel/index.js';
import {
  type Asker,
  type List,
  orderOf,
  type Planner,
  type Reach,
  type Statement,
} from '../../../api/reading/index.js';
import { knownFilters } from './known.js';
import { type LargeCounty, today } from './largeCounty.js';
import { everyList, filtersOf, type Offer } from './offers.js';

/** One question about a list, with the statement that answers it. */
export interface Asked {
  says: string;
  what: 'first' | 'deep';
  list: string;
  filters: readonly string[];
  reach: Reach;
  statement: Statement;
  /** How many rows the filter keeps of those that the asker may see, and how many those are. */
  kept: Statement;
  seen: Statement;
  /** How many stretches of an index the order is. */
  walks: number;
}

/** How to come to a record of each type that has a list of its own. */
function waysTo({ village }: LargeCounty): Readonly<Record<string, Offer['ask'] | null>> {
  return { Station: (selection) => `station(id: "${village}") { ${selection} }`, ...ofReports };
}

/** A report looks at everything of the county as it stood on a day, and so do the rows behind its figures. */
const ofReports = { ReportCell: null, TrainingCoverage: null };

/**
 * Every question: each list by each order and direction, whole and by each of its filters. A condition that another
 * list has put in every order already is put here in one.
 */
export class Questions {
  private readonly marks = new Map<string, Promise<readonly [unknown, string]>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly planner: Planner,
    private readonly metadata: MetadataStorage,
    private readonly owner: pg.Client,
    private readonly county: LargeCounty,
  ) {}

  async every(): Promise<Asked[]> {
    const asked: Asked[] = [];
    const met = new Set<unknown>();
    for (const offer of everyList(this.schema, waysTo(this.county))) {
      for (const [i, where] of [{}, ...filtersOf(offer, knownFilters(this.county))].entries()) {
        const conditions = Object.keys(where).map((name) => offer.list.filter[name]);
        const isMet = conditions.length > 0 && conditions.every((one) => met.has(one));
        for (const [k, orderBy] of ordersOf(offer).entries()) {
          if (isMet && k !== i % 12) continue;
          const isDeep = (i + k) % 2 === 1;
          const args = { where, orderBy, ...(isDeep && { after: await this.cursor(offer.list, orderBy) }) };
          asked.push(this.asked(offer, isDeep ? 'deep' : 'first', args, (i + k) >> 1));
        }
      }
      for (const one of Object.values(offer.list.filter)) met.add(one);
    }
    return asked;
  }

  /** Askers and depths take turns, so that each meets each filter and each order. */
  private asked(offer: Offer, what: Asked['what'], args: Args, turn: number): Asked {
    const { where, orderBy } = args;
    const isCounty = turn % 2 === 0;
    const reach = isCounty ? '*' : new Set(this.county.town);
    const by = orderBy ? ` by ${orderBy.field} ${orderBy.direction}` : '';
    return {
      says: `${what} of ${offer.name} ${JSON.stringify(where)}${by}, for ${isCounty ? 'the county' : 'a town'}`,
      what,
      list: offer.name,
      filters: Object.keys(where),
      reach,
      statement: this.statement(offer, args, page, reach),
      kept: this.statement(offer, { where }, '{ totalCount }', reach),
      seen: this.statement(offer, { where: {} }, '{ totalCount }', reach),
      walks: orderOf(offer.list, orderBy).isNullable ? 2 : 1,
    };
  }

  private statement(offer: Offer, args: Args, selection: string, reach: Reach): Statement {
    const takes = offer.field.args.filter(({ name }) => name in args && args[name as keyof Args] !== undefined);
    const declared = takes.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const passed = takes.map(({ name }) => `${name}: $${name}`).join(', ');
    const field = `${offer.field.name}${passed && `(${passed})`} ${selection}`;
    const document = parse(`query${declared && `(${declared})`} { ${offer.ask(field)} }`);
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('It is no query.');
    const { coerced, errors } = getVariableValues(this.schema, operation.variableDefinitions ?? [], { ...args });
    if (errors) throw errors[0];
    const [root] = this.planner.plan({ document, operation, variables: coerced }, this.asker(reach));
    if (root?.kind === 'planned') return root.statement;
    throw new Error(`${offer.name} is not planned: ${JSON.stringify(root)}`);
  }

  private asker(reach: Reach): Asker {
    const { tenantId } = this.county;
    return { tenantId, today, language: 'zh', reachOf: () => reach, demand: () => {}, context: null };
  }

  /** The cursor of a row in the middle of the list. */
  private async cursor(list: List, orderBy: OrderBy): Promise<string> {
    const { cursorOf, property, by } = orderOf(list, orderBy);
    if (by) return encodeCursor(cursorOf, ['m', this.county.village]);
    const key = `${list.entity().name} ${property}`;
    const mark = this.marks.get(key) ?? this.middle(list, property);
    this.marks.set(key, mark);
    return encodeCursor(cursorOf, await mark);
  }

  private async middle(list: List, property: string): Promise<readonly [unknown, string]> {
    const own = this.metadata.get(list.entity());
    const { tableName, properties } = own.tptParent ?? own;
    const table = `"${tableName}"`;
    const column = properties[property as never]?.fieldNames[0] ?? property;
    const { rows } = await this.owner.query<{ value: unknown; id: string }>(
      `select to_json(${column}) as value, id from ${table} where tenant_id = $1 order by ${column}, id
       offset (select count(*) / 2 from ${table} where tenant_id = $1) limit 1`,
      [this.county.tenantId],
    );
    const [row] = rows;
    if (!row) throw new Error(`${table} is empty.`);
    return [row.value, row.id];
  }
}

/** The rows of a page that is asked for without a number, with the one after it. */
export const pageRows = 26;
/** A page as the console asks for it. */
const page = '{ edges { cursor node { id } } pageInfo { hasNextPage } }';

interface OrderBy {
  field: string;
  direction: OrderDirection;
}

interface Args {
  where: Record<string, unknown>;
  orderBy?: OrderBy;
  after?: string;
}

/** Every order in both directions; the usual one alone where the field takes no other. */
function ordersOf({ field: { args }, list }: Offer): OrderBy[] {
  const [usual = ''] = Object.keys(list.orders);
  if (!args.some(({ name }) => name === 'orderBy')) return [{ field: usual, direction: list.usually }];
  const directions = [OrderDirection.ASC, OrderDirection.DESC];
  return Object.keys(list.orders).flatMap((field) => directions.map((direction) => ({ field, direction })));
}
