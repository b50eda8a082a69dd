import { expect } from '@jest/globals';
import type { Actor } from './actors.js';
import { type Answer, ask, data } from './app.js';

/** The three kinds as their operations are called. */
export const KINDS = {
  training: { one: 'trainingProgramme', type: 'TrainingProgramme' },
  jobs: { one: 'jobProgramme', type: 'JobProgramme' },
  industry: { one: 'industryProgramme', type: 'IndustryProgramme' },
} as const;

export type Kind = keyof typeof KINDS;

const shared = {
  title: '冬闲培训',
  startsOn: '2026-12-01',
  endsOn: '2027-02-28',
  plan: '分三期举办。',
  budget: '12000.50',
  fundSource: 'FISCAL_SPECIAL',
  responsible: '王和（示例）',
};

/** A whole input of each kind, ready to be submitted; the station is still to be named. */
export const inputs: Record<Kind, Record<string, unknown>> = {
  training: { ...shared, category: 'TECHNIQUE', form: 'ON_SITE', audience: 'FARMERS', plannedSessions: 12 },
  jobs: { ...shared, jobKind: 'WORKSHOP', employer: '示例厂', postsOffered: 20, wageFrom: '2800', wageTo: '3600' },
  industry: { ...shared, category: 'COURTYARD', plannedQuantity: { amount: '38.5', unit: 'MU' } },
};

/** What tests read of a programme. */
export const fields = `id version state stateSince title startsOn endsOn budget fundSource kind station { code }
  nextSteps { act to isOpen reason } steps { act from to on by comment }
  revisions { no state inForceFrom budget reason changes { field before after } } pendingRevision { no budget }`;

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

/** The id of a station by its national code, as that county's administrator sees it. */
export async function stationId(code: string): Promise<string> {
  const query = 'query ($code: String!) { stations(where: { code: { in: [$code] } }) { nodes { id } } }';
  const { stations } = await data({ account: `admin@${code.slice(0, 6)}` }, query, { code });
  return stations.nodes[0].id;
}

/** Asks to create a programme of a kind at a station given by code. */
export async function tryCreate(
  actor: Actor,
  kind: Kind,
  code: string,
  input: Record<string, unknown> = {},
  idempotencyKey?: string,
): Promise<Answer> {
  const { one, type } = KINDS[kind];
  const query = `mutation ($input: ${type}CreateInput!, $idempotencyKey: String) {
    answer: ${one}Create(input: $input, idempotencyKey: $idempotencyKey) { ${payload(one)} } }`;
  const given = { stationId: code.length > 12 ? code : await stationId(code), ...inputs[kind], ...input };
  return ask(actor, query, { input: given, idempotencyKey });
}

/** As `tryCreate`, and it must work; answers the programme. */
export async function create(
  actor: Actor,
  kind: Kind,
  code: string,
  input: Record<string, unknown> = {},
): Promise<Shape> {
  return done(await tryCreate(actor, kind, code, input));
}

/** Asks for one act on a programme. */
export function act(
  actor: Actor,
  kind: Kind,
  name: string,
  on: { id: string; version: number },
  comment?: string,
): Promise<Answer> {
  const { one } = KINDS[kind];
  const query = `mutation ($id: ID!, $version: Int!, $comment: String) {
    answer: ${one}${name}(id: $id, version: $version, comment: $comment) { ${payload(one)} } }`;
  return ask(actor, query, { id: on.id, version: on.version, comment });
}

/** Asks to change a programme. */
export function update(
  actor: Actor,
  kind: Kind,
  on: { id: string; version: number },
  input: Record<string, unknown>,
): Promise<Answer> {
  const { one, type } = KINDS[kind];
  const query = `mutation ($id: ID!, $version: Int!, $input: ${type}UpdateInput!) {
    answer: ${one}Update(id: $id, version: $version, input: $input) { ${payload(one)} } }`;
  return ask(actor, query, { id: on.id, version: on.version, input });
}

/** Asks to amend a programme. */
export function amend(
  actor: Actor,
  kind: Kind,
  on: { id: string; version: number },
  input: Record<string, unknown>,
  reason = '情况有变',
): Promise<Answer> {
  const { one, type } = KINDS[kind];
  const query = `mutation ($id: ID!, $version: Int!, $input: ${type}UpdateInput!, $reason: String!) {
    answer: ${one}Amend(id: $id, version: $version, input: $input, reason: $reason) { ${payload(one)} } }`;
  return ask(actor, query, { id: on.id, version: on.version, input, reason });
}

/** Reads one programme by id; null when there is none for the asker. */
export async function read(actor: Actor, kind: Kind, id: string): Promise<Shape> {
  const { one } = KINDS[kind];
  return (await data(actor, `query ($id: ID!) { one: ${one}(id: $id) { ${fields} } }`, { id })).one;
}

/** The programme of an answer that must be without errors. */
export function done(answer: Answer): Shape {
  expect(answer.errors ?? []).toEqual([]);
  expect(answer.data.answer.errors).toEqual([]);
  return answer.data.answer.programme;
}

/** The codes and paths of the mistakes that an answer names. */
export function mistakes(answer: Answer): [code: string, path: string | null][] {
  expect(answer.errors ?? []).toEqual([]);
  const list = answer.data.answer.errors as { code: string; path: string[] | null }[];
  return list.map(({ code, path }) => [code, path?.join('.') ?? null]);
}

/** Code and reason of a refusal: `['FORBIDDEN', 'reach']`. */
export function refusal(answer: Answer): [code: unknown, reason: unknown] {
  const extensions = answer.errors?.[0]?.extensions;
  return [extensions?.code, extensions?.reason];
}

/** Takes a fresh programme as far as approved. */
export async function approved(editor: Actor, approver: Actor, kind: Kind, code: string): Promise<Shape> {
  const draft = await create(editor, kind, code);
  const submitted = done(await act(editor, kind, 'Submit', draft));
  return done(await act(approver, kind, 'Approve', submitted));
}

function payload(one: string): string {
  return `programme: ${one} { ${fields} } errors { path code message }`;
}
