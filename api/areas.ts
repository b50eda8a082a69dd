import type { EntityClass } from '@mikro-orm/core';
import type { NonEmptyArray } from 'type-graphql';
import * as audit from './audit/index.js';
import * as exchange from './exchange/index.js';
import * as households from './households/index.js';
import * as industry from './industry/index.js';
import * as jobs from './jobs/index.js';
import * as programmes from './programmes/index.js';
import * as reports from './reports/index.js';
import * as tenancy from './tenancy/index.js';
import * as training from './training/index.js';

/** The one list of areas; no other file names them all. Each gives its entities and its resolvers; its policy is declared on import. */
const areas = [tenancy, audit, households, programmes, training, jobs, industry, reports, exchange];

/** Every entity of the house. */
export const entities: readonly EntityClass<object>[] = areas.flatMap(
  (area) => [...area.entities] as EntityClass<object>[],
);

/** Every resolver of the house. */
export const resolvers = areas.flatMap((area) => [...area.resolvers]) as unknown as NonEmptyArray<new () => object>;

/** What closing or merging a station asks of every room that keeps records at stations. */
tenancy.openStationPorts([
  programmes.programmesPort,
  households.householdsPort,
  ...training.trainingPorts,
  ...jobs.jobsPorts,
  ...industry.industryPorts,
]);

/** What a household that moves takes with it of every room above the register. */
households.openHouseholdPorts([training.trainingCarried, jobs.jobsCarried, industry.industryCarried]);

/** Where explaining a right looks for the record that is named. */
tenancy.openRecordFinders([programmes.findRuled]);
