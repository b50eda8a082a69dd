import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  validateSchema,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { allPermissions, OWN_ACCOUNT, PUBLIC } from '../../api/access/index.js';
import { packageRoot, today } from '../../api/kernel/index.js';
import { printedSchema, schema } from '../../api/schema.js';
import { faults, halfWidth, things, withoutTerm } from './schema.conventions.js';
import { sourceText } from './sources.js';

const released = 'test/house/schema.released.graphql';

/** `UPDATE=1 npm test` writes schema.graphql anew; `RELEASE=1` what clients were promised, on purpose only. */
if (process.env.UPDATE) writeFileSync(join(packageRoot(), 'schema.graphql'), printedSchema());
if (process.env.RELEASE) writeFileSync(join(packageRoot(), released), printedSchema());

describe('schema.graphql', () => {
  test('is what the code prints', () => {
    expect(existsSync(join(packageRoot(), 'schema.graphql'))).toBe(true);
    expect(sourceText('schema.graphql')).toBe(printedSchema());
  });

  test('is valid', () => {
    expect(validateSchema(schema())).toEqual([]);
  });

  test('breaks nothing that clients were promised', () => {
    const changes = findBreakingChanges(buildSchema(sourceText(released)), schema());
    expect(changes.map((change) => change.description)).toEqual([]);
  });

  test('a field that is gone would be found', () => {
    const before = buildSchema(printedSchema());
    const after = buildSchema(printedSchema().replace('  stationTree(', '  tree('));
    expect(findBreakingChanges(before, after)).toEqual([expect.objectContaining({ type: 'FIELD_REMOVED' })]);
  });
});

describe('descriptions', () => {
  test('stand on everything', () => {
    const all = things(schema());
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter(({ description }) => !description?.trim()).map(({ path }) => path)).toEqual([]);
  });

  test('carry the Chinese term in full-width brackets', () => {
    expect(withoutTerm(schema())).toEqual([]);
    expect(halfWidth(schema())).toEqual([]);
  });

  test('are two sentences at most', () => {
    const long = things(schema()).filter(({ kind, description }) => {
      const sentences = (description ?? '').replace(/`[^`]*`|Needs [^.]+\.\w+/g, 'x').split(/[.!?。](?:\s|$)/);
      return kind !== 'type' && sentences.filter((one) => one.trim()).length > 3;
    });
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

describe('permissions', () => {
  const roots = [schema().getQueryType(), schema().getMutationType()];
  const names = roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
  const storage = getMetadataStorage();
  const declared = new Map([...storage.queries, ...storage.mutations].map((one) => [one.schemaName, one]));

  test.each(names)('%s names its permission, and says it last', (name) => {
    const operation = declared.get(name);
    const roles = operation?.roles ?? [];
    expect(roles).toHaveLength(1);
    const [permission] = roles as [string];
    expect([PUBLIC, OWN_ACCOUNT, ...allPermissions().keys()]).toContain(permission);
    const says = { [PUBLIC]: /Open to all\.$/, [OWN_ACCOUNT]: /Needs (a session|to be signed in)\.$/ }[permission];
    expect(operation?.description).toMatch(says ?? new RegExp(`Needs ${permission.replace('.', '\\.')}\\b.*\\.$`));
  });
});

describe('conventions', () => {
  test('hold for connections, payloads, references, numbers and names', () => {
    expect(faults(schema())).toEqual([]);
  });

  test('would be found broken', () => {
    const broken = buildSchema(`
      type Query { rows(after: String): RowConnection  amount: Row }
      type Mutation { createRow: Row }
      type RowConnection { nodes: [Row] pageInfo: PageInfo! totalCount: Int! }
      type PageInfo { hasNextPage: Boolean! }
      type Row { id: ID!  stationId: ID  share: Float!  open: Boolean!  state: State! }
      enum State { Open }`);
    expect(faults(broken)).toEqual([
      'RowConnection.edges is undefined and not [RowEdge!]!.',
      'RowConnection.nodes is [Row] and not [Row!]!.',
      'rows has no first.',
      'createRow answers Row.',
      'RowConnection.nodes is [Row]: its rows may be null.',
      'Row.stationId is an id: references are objects.',
      'Row.share is a float.',
      'Row.open is a Boolean without is, has, may, must or can.',
      'State.Open is not SCREAMING_SNAKE.',
    ]);
    expect(withoutTerm(broken)).toEqual(['Row', 'State', 'State.Open']);
    expect(halfWidth(buildSchema('"A row (行)." type Query { a: Int }'))).toEqual([]);
    expect(halfWidth(buildSchema('type Query { "A (行)." a: Int }'))).toEqual(['Query.a']);
  });

  test('what is deprecated says what to use and leaves on a day that is still to come', () => {
    const old = things(schema()).filter((thing) => thing.deprecationReason);
    for (const { path, deprecationReason } of old) {
      const leaves = /Use .+\. Leaves (\d{4}-\d{2})\.$/.exec(deprecationReason ?? '')?.[1];
      expect([path, leaves]).toEqual([path, expect.any(String)]);
      expect([path, (leaves ?? '') >= today().slice(0, 7)]).toEqual([path, true]);
    }
  });
});

/** What a schema has of another: the fields, arguments and values that are missing or of another type, a sentence each. */
function missingFrom(whole: GraphQLSchema, part: GraphQLSchema): string[] {
  const found: string[] = [];
  for (const type of Object.values(part.getTypeMap()).filter((one) => !one.name.startsWith('__'))) {
    const twin = whole.getType(type.name);
    if (!twin) found.push(`${type.name} is missing`);
    else if (isEnumType(type) && isEnumType(twin)) {
      for (const { name } of type.getValues()) if (!twin.getValue(name)) found.push(`${type.name}.${name} is missing`);
    } else if (isInputObjectType(type) && isInputObjectType(twin)) {
      for (const f of Object.values(type.getFields()))
        same(`${type.name}.${f.name}`, f.type, twin.getFields()[f.name]?.type);
    } else if ((isObjectType(type) || isInterfaceType(type)) && (isObjectType(twin) || isInterfaceType(twin))) {
      for (const f of Object.values(type.getFields())) {
        const other = twin.getFields()[f.name];
        same(`${type.name}.${f.name}`, f.type, other?.type);
        for (const arg of f.args) {
          const given = other?.args.find((one) => one.name === arg.name);
          same(`${type.name}.${f.name}(${arg.name}:)`, arg.type, given?.type);
          if (given && arg.defaultValue !== undefined) same(`${arg.name}`, arg.defaultValue, given.defaultValue);
        }
      }
    }
  }
  return found;

  function same(path: string, wanted: unknown, given: unknown): void {
    if (String(wanted) !== String(given)) found.push(`${path} is ${String(given)} and not ${String(wanted)}`);
  }
}

describe('the fixed shapes that outside clients rely on', () => {
  const fixed = buildSchema(sourceText('test/house/schema.fixed.graphql'), { assumeValidSDL: true });

  test('are all there', () => {
    expect(missingFrom(schema(), fixed)).toEqual([]);
  });

  test('would be missed', () => {
    const less = buildSchema('type Query { me: Int }  type Me { name: String }');
    const missing = missingFrom(less, fixed);
    expect(missing).toContain('Query.me is Int and not Me');
    expect(missing).toContain('Mutation is missing');
    expect(missing.length).toBeGreaterThan(20);
    expect(getNamedType(fixed.getQueryType()?.getFields().me?.type)?.name).toBe('Me');
  });
});
