import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';

/** A thing of the schema that a client sees, by its path: `Station.name`, `Query.stations(first:)`, `Role.HELPER`. */
export interface Thing {
  path: string;
  description: string | null | undefined;
  deprecationReason: string | null | undefined;
  kind: 'type' | 'field' | 'argument' | 'value';
}

/** The types of the house: what is not GraphQL's own. */
export function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

/** Every type, field, argument and enum value. */
export function things(schema: GraphQLSchema): Thing[] {
  const found: Thing[] = [];
  const add = (
    kind: Thing['kind'],
    path: string,
    it: Partial<Pick<Thing, 'description' | 'deprecationReason'>>,
  ): void => {
    found.push({ kind, path, description: it.description, deprecationReason: it.deprecationReason });
  };
  const roots = new Set([schema.getQueryType(), schema.getMutationType()] as unknown[]);
  for (const type of ownTypes(schema)) {
    if (!roots.has(type)) add('type', type.name, { description: type.description ?? null });
    if (isEnumType(type)) for (const value of type.getValues()) add('value', `${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const f of Object.values(type.getFields())) add('field', `${type.name}.${f.name}`, f);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      add('field', `${type.name}.${field.name}`, field);
      for (const arg of field.args) add('argument', `${type.name}.${field.name}(${arg.name}:)`, arg);
    }
  }
  return found;
}

const chinese = /[\u4e00-\u9fff]/;

/** A type that only carries others, which has no term of its own. */
function isCarrier(name: string): boolean {
  return /(Connection|Edge|Payload|Input|Filter|Order|OrderField|PageInfo)$/.test(name);
}

/** What lacks its Chinese term in full-width brackets: types of the domain, and the values of every enum. */
export function withoutTerm(schema: GraphQLSchema): string[] {
  const bare = things(schema).filter(({ kind, path, description }) => {
    const mustHave = (kind === 'type' && !isCarrier(path)) || kind === 'value';
    return mustHave && !/（[^）]*[\u4e00-\u9fff][^）]*）/.test(description ?? '');
  });
  return bare.map(({ path }) => path);
}

/** Chinese terms in half-width brackets. */
export function halfWidth(schema: GraphQLSchema): string[] {
  const found = things(schema).filter(({ description }) => {
    return [...(description ?? '').matchAll(/\(([^()]*)\)/g)].some((bracket) => chinese.test(bracket[1] ?? ''));
  });
  return found.map(({ path }) => path);
}

/** What is not said as the house says it: connections, payloads, references, numbers. A sentence each. */
export function faults(schema: GraphQLSchema): string[] {
  const objects = ownTypes(schema).filter((type): type is GraphQLObjectType => isObjectType(type));
  return [
    ...objects.filter((type) => type.name.endsWith('Connection')).flatMap(faultsOfConnection),
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(faultsOfList),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => faultsOfMutation(schema, field)),
    ...objects.flatMap(faultsOfFields),
    ...ownTypes(schema).flatMap(faultsOfNames),
  ];
}

type Field = GraphQLField<unknown, unknown>;

function faultsOfConnection(type: GraphQLObjectType): string[] {
  const node = type.name.replace(/Connection$/, '');
  const wanted: Record<string, string> = {
    edges: `[${node}Edge!]!`,
    nodes: `[${node}!]!`,
    pageInfo: 'PageInfo!',
    totalCount: 'Int!',
  };
  return Object.entries(wanted).flatMap(([name, shape]) => {
    const found = String(type.getFields()[name]?.type);
    return found === shape ? [] : [`${type.name}.${name} is ${found} and not ${shape}.`];
  });
}

/** A root field that answers a connection takes the page; one that answers a bare list must be short, and says so by a name. */
function faultsOfList(field: Field): string[] {
  if (!getNamedType(field.type).name.endsWith('Connection')) return [];
  const args = Object.fromEntries(field.args.map((arg) => [arg.name, arg]));
  const missing = ['first', 'after'].filter((name) => !args[name]).map((name) => `${field.name} has no ${name}.`);
  return args.first && args.first.defaultValue !== 25 ? [...missing, `${field.name}(first:) is not 25.`] : missing;
}

function faultsOfMutation(schema: GraphQLSchema, field: Field): string[] {
  const name = `${field.name.charAt(0).toUpperCase()}${field.name.slice(1)}`;
  const payload = getNamedType(field.type);
  if (payload.name !== `${name}Payload` || !isObjectType(payload)) return [`${field.name} answers ${payload.name}.`];
  const errors = String(payload.getFields().errors?.type);
  const found = errors === '[UserError!]!' ? [] : [`${payload.name}.errors is ${errors}.`];
  const records = Object.values(payload.getFields()).filter((one) => one.name !== 'errors');
  found.push(
    ...records.flatMap((one) => (String(one.type).endsWith('!') ? [`${payload.name}.${one.name} is never null.`] : [])),
  );
  return isNounFirst(schema, field.name) ? found : [...found, `${field.name} does not begin with the noun it acts on.`];
}

/** The two acts that are on no record. */
const acts = new Set(['signIn', 'signOut']);
/** Things that are acted on and are no type of the schema. */
const nouns = ['password', 'sessions', 'session'];

function isNounFirst(schema: GraphQLSchema, mutation: string): boolean {
  if (acts.has(mutation)) return true;
  const types = ownTypes(schema).filter((type) => isObjectType(type) || isInterfaceType(type));
  const names = [...types.map((type) => `${type.name.charAt(0).toLowerCase()}${type.name.slice(1)}`), ...nouns];
  return names.some((noun) => mutation.startsWith(noun) && /^s?[A-Z]/.test(mutation.slice(noun.length)));
}

/** A request is no record, and the record of an audit row may be of any kind, or gone. */
const notReferences = new Set(['requestId', 'recordId']);

function faultsOfFields(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const shape = String(field.type);
    const found: string[] = [];
    if (/\[[^\]!]+\]/.test(shape)) found.push(`${type.name}.${field.name} is ${shape}: its rows may be null.`);
    if (/Float/.test(shape)) found.push(`${type.name}.${field.name} is a float.`);
    if (/[a-z]Ids?$/.test(field.name) && !notReferences.has(field.name))
      found.push(`${type.name}.${field.name} is an id: references are objects.`);
    if (/^Boolean/.test(shape) && !/^(is|has|may|must|can)[A-Z]/.test(field.name)) {
      found.push(`${type.name}.${field.name} is a Boolean without is, has, may, must or can.`);
    }
    return found;
  });
}

function faultsOfNames(type: GraphQLNamedType): string[] {
  if (isScalarType(type)) return [];
  const wrong = isEnumType(type) ? type.getValues().filter((value) => !/^[A-Z][A-Z0-9_]*$/.test(value.name)) : [];
  const found = wrong.map((value) => `${type.name}.${value.name} is not SCREAMING_SNAKE.`);
  const american = /Program(?!me)|Enrollment(?!s)|Center|Color|Labor(?!a)/.test(type.name);
  return american ? [...found, `${type.name} is not spelt the British way.`] : found;
}
