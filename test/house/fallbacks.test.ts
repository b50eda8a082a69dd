import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  parse,
  validate,
} from 'graphql';
import { type Asker, Planner } from '../../api/reading/index.js';
import { schema } from '../../api/schema.js';
import { app } from '../support/app.js';
import { fallbacks } from './fallbacks.js';

type Field = GraphQLField<unknown, unknown>;

/** Somebody who may everything everywhere. */
const everybody: Asker = {
  tenantId: 1,
  today: '2026-06-01',
  language: 'zh',
  reachOf: () => '*',
  demand: () => {},
  context: { actor: null },
};

const literals: Readonly<Record<string, string>> = {
  ID: '"01890000-0000-7000-8000-000000000000"',
  Int: '1',
  Boolean: 'true',
  Date: '"2026-01-01"',
  Month: '"2026-01"',
  DateTime: '"2026-01-01T00:00:00Z"',
  ReportPeriodInput: '{ year: 2026 }',
};

/** Any value that a required argument takes. Inputs that want one field of several have theirs above. */
function literalOf(given: GraphQLInputType): string {
  const type = getNullableType(given);
  if (isListType(type)) return `[${literalOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  const known = literals[getNamedType(type).name];
  if (known || !isInputObjectType(type)) return known ?? '"x"';
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  return `{ ${fields.map((field) => `${field.name}: ${literalOf(field.type)}`).join(' ')} }`;
}

function callOf(field: Field): string {
  const given = field.args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${literalOf(arg.type)}`);
  return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
}

/** A field with a shortest question that asks for it, and the field through which that question comes. */
interface Place {
  name: string;
  query: string;
  above: string | null;
}

/** Every field that a query can reach, and how. */
function places(): Place[] {
  const [root] = [schema().getQueryType() as GraphQLObjectType];
  const found: Place[] = [];
  const seen = new Set<string>([root.name]);
  const ahead: { type: GraphQLObjectType; around: (inner: string) => string; above: string | null }[] = [
    { type: root, around: (inner) => `{ ${inner} }`, above: null },
  ];
  for (const { type, around, above } of ahead) {
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      const call = callOf(field);
      const name = `${type.name}.${field.name}`;
      found.push({ name, above, query: around(isCompositeType(named) ? `${call} { __typename }` : call) });
      if (!isCompositeType(named)) continue;
      for (const next of isObjectType(named) ? [named] : schema().getPossibleTypes(named)) {
        if (seen.has(next.name)) continue;
        seen.add(next.name);
        ahead.push({
          type: next,
          above: name,
          around: (inner) => around(`${call} { ... on ${next.name} { ${inner} } }`),
        });
      }
    }
  }
  return found;
}

describe('what is not planned', () => {
  let planner: Planner;
  beforeAll(async () => {
    planner = new Planner(schema(), (await app()).orm.getMetadata());
  });

  /** Why a question falls back, or null. */
  function whyNot(query: string): string | null {
    const document = parse(query);
    expect(validate(schema(), document)).toEqual([]);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('There is no operation.');
    const { coerced = {} } = getVariableValues(schema(), [], {});
    const [root] = planner.plan({ document, operation, variables: coerced }, everybody);
    if (root?.kind === 'refused') throw root.error;
    return root?.kind === 'fallback' ? root.why : null;
  }

  test('is listed, field by field, with its reason', () => {
    const all = places();
    const reasons = new Map(all.map(({ name, query }) => [name, whyNot(query)]));
    const own = all.filter(({ name, above }) => reasons.get(name) && !(above && reasons.get(above)));
    expect(all.length).toBeGreaterThan(200);
    expect(Object.fromEntries(own.map(({ name }) => [name, reasons.get(name)]))).toEqual(fallbacks);
  });
});
