import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { authChecker } from './access/index.js';
import { resolvers } from './areas.js';
import { DateTimeScalar } from './kernel/index.js';

let built: GraphQLSchema | null = null;

/** The GraphQL schema of all areas, built once per process. */
export function schema(): GraphQLSchema {
  built ??= buildSchemaSync({
    resolvers,
    authChecker,
    validate: false,
    // Asking itself all it knows would be half of the work; test/house/schema asks whether it is valid.
    skipCheck: true,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
  });
  return built;
}

/** What schema.graphql holds: the schema sorted, so that a change reads as a change. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(schema()))}\n`;
}
