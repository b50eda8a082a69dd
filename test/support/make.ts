import type { Actor } from './actors.js';
import { data } from './app.js';
import { recordOf } from './households.js';

/** What a maker answers: a record's id, and the version that its next act names. */
export interface Made {
  id: string;
  version: number;
}

export const kinds = ['training', 'job', 'industry'] as const;
export type Kind = (typeof kinds)[number];

/** What each kind of programme must say of itself beside what all of them say. */
const ownFields: Readonly<Record<Kind, Record<string, unknown>>> = {
  training: { category: 'TECHNIQUE', form: 'ON_SITE', audience: 'ALL', plannedSessions: 4, plannedPlaces: 120 },
  job: { jobKind: 'WORKSHOP', employer: '示例企业', postsOffered: 12, wageFrom: '2200.00', wageTo: '3000.00' },
  industry: { category: 'CROPS_AND_LIVESTOCK', plannedHouseholds: 30 },
};

/** A programme that can be submitted as it is. */
export function programmeInput(kind: Kind, stationId: string): Record<string, unknown> {
  return {
    stationId,
    title: '示例项目',
    startsOn: '2026-03-01',
    endsOn: '2026-12-31',
    plan: '按季实施（示例）',
    budget: '17500.00',
    fundSource: 'FISCAL_SPECIAL',
    responsible: '王安（示例）',
    ...ownFields[kind],
  };
}

let serial = 0;

/** Makers of records through the API, by people who may. */
export const make = {
  async programme(by: Actor, kind: Kind, input: Record<string, unknown>): Promise<Made> {
    const act = `${kind}ProgrammeCreate`;
    const type = `${act.charAt(0).toUpperCase()}${act.slice(1)}Input`;
    const said = await data(
      by,
      `mutation ($input: ${type}!) { ${act}(input: $input) { record: ${kind}Programme { id version } errors { path message } } }`,
      { input },
    );
    return recordOf(said[act]);
  },

  /** One step of the state machine: `Submit`, `Approve`, `Start` … */
  async step(by: Actor, kind: Kind, step: string, made: Made): Promise<Made> {
    const act = `${kind}Programme${step}`;
    const said = await data(
      by,
      `mutation ($id: ID!, $version: Int!) {
         ${act}(id: $id, version: $version, comment: "示例") { record: ${kind}Programme { id version } errors { path message } }
       }`,
      { id: made.id, version: made.version },
    );
    return recordOf(said[act]);
  },

  /** A person who works at a station, with a role there. */
  async person(by: Actor, stationId: string, role: string): Promise<Made & { account: string; grant: Made }> {
    serial += 1;
    const input = { account: `person${serial}`, name: '李和', stationId };
    const { userCreate } = await data(
      by,
      `mutation ($input: UserCreateInput!) { userCreate(input: $input) { record: user { id version account } errors { path message } } }`,
      { input },
    );
    const user = recordOf<Made & { account: string }>(userCreate);
    const { grantCreate } = await data(
      by,
      `mutation ($input: GrantCreateInput!) { grantCreate(input: $input) { record: grant { id version } errors { path message } } }`,
      { input: { userId: user.id, role, stationId, validFrom: '2026-01-01' } },
    );
    return { ...user, grant: recordOf(grantCreate) };
  },

  /** The same person with the account switched off. */
  async disabled(by: Actor, person: Made): Promise<Made> {
    const { userDisable } = await data(
      by,
      `mutation ($id: ID!, $version: Int!) {
         userDisable(id: $id, version: $version, reason: "示例") { record: user { id version } errors { path message } }
       }`,
      { ...person },
    );
    return recordOf(userDisable);
  },

  /** A partner's key; `secret` is what the partner sends. */
  async key(by: Actor, input: Record<string, unknown>): Promise<Made & { secret: string }> {
    const { apiKeyCreate } = await data(
      by,
      `mutation ($input: ApiKeyCreateInput!) {
         apiKeyCreate(input: $input) { record: apiKey { id version } secret errors { path message } }
       }`,
      { input: { name: '示例平台', expiresOn: '2027-06-30', ...input } },
    );
    return { ...recordOf(apiKeyCreate), secret: apiKeyCreate.secret };
  },
};
