import { afterEach, expect, test } from '@jest/globals';
import { type DocumentNode, type GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { type Asker, isNowhere, Planner, type Reach, type Root } from '../../../api/reading/index.js';
import { Row } from '../../../api/reading/scope.js';
import { sql } from '../../../api/reading/sql.js';
import { schema } from '../../../api/schema.js';
import { app } from '../../support/app.js';

let planner: Planner | null = null;

async function thePlanner(): Promise<Planner> {
  planner ??= new Planner(schema(), (await app()).orm.getMetadata());
  return planner;
}

/** Somebody who holds permissions at the stations given; everywhere when none are said. */
function asker(reaches: Record<string, Reach> = {}): Asker {
  const reachOf = (permission: string): Reach => reaches[permission] ?? '*';
  return {
    tenantId: 7,
    today: '2026-01-05',
    language: 'en',
    reachOf,
    demand: (permission) => {
      if (isNowhere(reachOf(permission))) throw new Error(`No ${permission}.`);
    },
    context: null,
  };
}

async function planned(
  source: string | DocumentNode,
  variables: Record<string, unknown> = {},
  who: Asker = asker(),
): Promise<Extract<Root, { kind: 'planned' }>> {
  const [root] = await roots(source, variables, who);
  if (root?.kind !== 'planned') throw new Error(`Not planned: ${JSON.stringify(root)}`);
  return root;
}

async function roots(source: string | DocumentNode, variables: Record<string, unknown>, who: Asker): Promise<Root[]> {
  const document = typeof source === 'string' ? parse(source) : source;
  const operation = document.definitions.find(
    (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) throw new Error('There is no operation.');
  return (await thePlanner()).plan({ document, operation, variables }, who);
}

const nested = `query ($within: ID, $first: Int, $state: [ProgrammeState!]) {
  programmes(first: $first, where: { within: $within, state: { in: $state } }) {
    totalCount
    nodes { title station { name parent { name path { name } } } steps { act } revisions { no station { name } } }
  }
}`;

const pinOfRows = Object.getOwnPropertyDescriptor(Row.prototype, 'pin');
afterEach(() => {
  if (pinOfRows) Object.defineProperty(Row.prototype, 'pin', pinOfRows);
});

test('a plan in which a table is not pinned to the county is never sent', async () => {
  Object.defineProperty(Row.prototype, 'pin', { configurable: true, get: () => sql`true` });
  const [root] = await roots(parse('{ programmes { nodes { title } } }'), {}, asker());
  expect(root?.kind).toBe('refused');
  expect(((root as { error: GraphQLError }).error.originalError as Error).message).toMatch(
    /programme without pinning it/,
  );
});

test('every table of a deep selection is pinned by the one parameter that holds the county', async () => {
  const { statement } = await planned(nested, { within: '00000000-0000-7000-8000-000000000001', first: 5 });
  const tables = [...statement.text.matchAll(/public\."(\w+)" ([a-z]\d+)/g)];
  expect(tables.length).toBeGreaterThan(8);
  const pins = tables.map(
    ([, , name]) => new RegExp(`\\b${name}\\.tenant_id = (\\$\\d+)::int`).exec(statement.text)?.[1],
  );
  expect(new Set(pins).size).toBe(1);
  expect(statement.values[Number(pins[0]?.slice(1)) - 1]).toBe(7);
});

test('no value that was asked for stands in the text', async () => {
  const { statement } = await planned('query ($q: String) { programmes(where: { search: $q }) { nodes { id } } }', {
    q: "x'; drop table programme --",
  });
  expect(statement.text).not.toContain('drop');
  expect(statement.values).toContain("x'; drop table programme --");
});

test('the same document with other values is the same statement', async () => {
  const document = parse(nested);
  const one = await planned(document, { first: 5, state: ['DRAFT'] });
  const other = await planned(document, { first: 9, state: ['RUNNING', 'DRAFT'] });
  expect(other.statement.name).toBe(one.statement.name);
  expect(other.statement.values).not.toEqual(one.statement.values);
});

test('a filter that is left out is another statement, and so is another right', async () => {
  const document = parse(nested);
  const all = await planned(document, { first: 5 });
  const drafts = await planned(document, { first: 5, state: ['DRAFT'] });
  const inTown = asker({ 'training.read': new Set(['00000000-0000-7000-8000-000000000001']) });
  const someone = await planned(document, { first: 5 }, inTown);
  expect(new Set([all, drafts, someone].map((root) => root.statement.name)).size).toBe(3);
});

test('two people who hold the same right in different towns share a statement, each with their own stations', async () => {
  const document = parse('{ trainingProgrammes { nodes { title } } }');
  const [a, b] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
  const first = await planned(document, {}, asker({ 'training.read': new Set([a]) }));
  const second = await planned(document, {}, asker({ 'training.read': new Set([b]) }));
  expect(second.statement.name).toBe(first.statement.name);
  expect(first.statement.values).toContainEqual([a]);
  expect(second.statement.values).toContainEqual([b]);
});

test('a right that is held nowhere is refused before there is any statement', async () => {
  const [root] = await roots('{ trainingProgrammes { nodes { title } } }', {}, asker({ 'training.read': new Set() }));
  expect(root).toMatchObject({ kind: 'refused', key: 'trainingProgrammes', error: { path: ['trainingProgrammes'] } });
});

test('what @skip leaves out is not read', async () => {
  const document = parse('query ($few: Boolean!) { programmes { nodes { title steps @skip(if: $few) { act } } } }');
  const [few, many] = [await planned(document, { few: true }), await planned(document, { few: false })];
  expect(few.statement.text).not.toContain('programme_step');
  expect(many.statement.text).toContain('programme_step');
});

test('a page is cut before its stations are looked at', async () => {
  const { statement } = await planned('{ programmes(first: 3) { nodes { title station { name } } } }');
  const cut = /with p1 as \((.*?)\) select/s.exec(statement.text)?.[1] ?? '';
  expect(cut).toContain('limit');
  expect(cut).not.toContain('public."station"');
});
