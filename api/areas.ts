import type { EntityClass } from '@mikro-orm/core';
import type { NonEmptyArray } from 'type-graphql';
import * as audit from './audit/index.js';
import * as tenancy from './tenancy/index.js';

/** The one list of areas; no other file names them all. Each gives its entities and its resolvers; its policy is declared on import. */
const areas = [tenancy, audit];

/** Every entity of the house. */
export const entities: readonly EntityClass<object>[] = areas.flatMap(
  (area) => [...area.entities] as EntityClass<object>[],
);

/** Every resolver of the house. */
export const resolvers = areas.flatMap((area) => [...area.resolvers]) as unknown as NonEmptyArray<new () => object>;
