import { type GraphQLSchema, Lexer, Source, TokenKind } from 'graphql';
import { most as bounds } from '../../../api/server/bounds.js';
import { Layout } from './layout.js';
import type { Pool } from './pool.js';
import { Random } from './random.js';
import { Grower, type Growth } from './selection.js';
import { Chooser } from './values.js';
import { Variables } from './variables.js';

/** One request: a document with all that goes with it. */
export interface Question {
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
  language: 'zh' | 'en';
}

/** What the corpus is made of. */
export interface Ground {
  schema: GraphQLSchema;
  pool: Pool;
}

/**
 * Asks for everything that hangs under one root field but some fields, plainly and to a depth that the limits allow. It does not
 * hang on a run's seed.
 */
export function whole(
  { schema, pool }: Ground,
  seed: string,
  county: string,
  root: string,
  { except = new Set(), most = 6 }: { except?: ReadonlySet<string>; most?: number } = {},
): Question {
  for (let depth = most; ; depth -= 1) {
    const random = new Random(`${seed} ${depth}`);
    const variables = new Variables(random, 0);
    const chooser = new Chooser(random, pool, county, true);
    const growth: Growth = { depth, records: 2_000, aliases: 12, isWhole: true, except };
    const scope = new Grower(schema, random, chooser, variables, growth).root([root]);
    const layout = new Layout(schema, random, variables, { directives: 0, aliases: 0 }, 'F', 0);
    const query = `query ${layout.set(scope)} ${layout.fragments.join(' ')}`;
    if (tokens(query) <= bounds.tokens || depth < 3) return { query, variables: {}, language: 'zh' };
  }
}

/** A question at random; of the root fields named, or some of many. Mostly within the limits of the server, now and then beyond. */
export function question({ schema, pool }: Ground, seed: string, county: string, names: readonly string[]): Question {
  for (let attempt = 0; ; attempt += 1) {
    const random = new Random(`${seed} ${attempt}`);
    const chooser = new Chooser(random, pool, county, random.chance(0.3));
    const operation = write(schema, random, chooser, 'F', names);
    if (tokens(operation.document) > bounds.tokens && attempt < 5) continue;
    const language = random.chance(0.3) ? 'en' : 'zh';
    return { ...several(schema, random, chooser, operation), language };
  }
}

interface Operation {
  document: string;
  name: string;
  variables: Record<string, unknown>;
}

function write(
  schema: GraphQLSchema,
  random: Random,
  chooser: Chooser,
  prefix: string,
  names: readonly string[],
): Operation {
  const variables = new Variables(
    random,
    random.pick([0, 0.1, 0.25, 0.6]),
    random.pick(['v', 'obj', 'tenant_id', '_']) + prefix,
  );
  const isBeyond = random.chance(0.015);
  const growth: Growth = {
    depth: random.weighed([
      [2, 3],
      [4, 5],
      [3, 7],
      [1, 9],
      [0.5, 12],
      [isBeyond ? 20 : 0, 14],
    ]),
    records: random.weighed([
      [6, 60],
      [3, 400],
      [1, 3_000],
      [isBeyond ? 20 : 0, 60_000],
    ]),
    aliases: isBeyond ? 23 : 15,
    isWhole: false,
    except: new Set(),
  };
  const grower = new Grower(schema, random, chooser, variables, growth);
  const scope = grower.root(names.length > 1 ? roots(names, random) : names);
  const left = { directives: isBeyond ? 24 : 18, aliases: 4 };
  const layout = new Layout(schema, random, variables, left, prefix, random.pick([0, 0.05, 0.25, 0.5]));
  const body = layout.set(scope);
  const name = random.pick(['Ask', 'Q', '_', 'query', 'Ab9']) + prefix;
  const isBare = variables.header === '' && random.chance(0.4);
  const document = [isBare ? body : `query ${name}${variables.header} ${body}`, ...layout.fragments].join('\n');
  return { document, name: isBare ? '' : name, variables: variables.values };
}

function roots(all: readonly string[], random: Random): string[] {
  const count = random.weighed([
    [70, 1],
    [20, 2],
    [7, 3],
    [3, 5],
  ]);
  const names = Array.from({ length: count }, () => random.pick(all));
  if (random.chance(0.1)) names.push(random.pick(names));
  if (random.chance(0.04)) names.push('__typename');
  return names;
}

/** Now and then a second operation in the document, one of which is chosen by name. */
function several(
  schema: GraphQLSchema,
  random: Random,
  chooser: Chooser,
  one: Operation,
): Pick<Question, 'query' | 'variables' | 'operationName'> {
  const alone = { query: one.document, variables: one.variables };
  if (one.name === '' || !random.chance(0.06))
    return random.chance(0.2) && one.name ? { ...alone, operationName: one.name } : alone;
  const other = write(schema, random, chooser, 'G', ['me']);
  if (other.name === '' || tokens(one.document + other.document) > bounds.tokens) return alone;
  const documents = random.shuffled([one.document, other.document]).join('\n');
  const operationName = random.weighed([
    [8, one.name],
    [2, other.name],
    [0.3, 'Unknown'],
    [0.3, ''],
  ]);
  return { query: documents, variables: { ...one.variables, ...other.variables }, operationName };
}

function tokens(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  return count;
}
