import 'reflect-metadata';
import { afterAll, expect } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { type Orm, openOrm, prepareAppRole } from '../../api/database/index.js';
import { openPersonalKeys, personalKeysFrom } from '../../api/kernel/index.js';
import { buildServer, type ServerOptions } from '../../api/server/index.js';
import type { Actor } from './actors.js';
import { cluster, makeDatabase } from './cluster.js';
import { prepareRecords } from './records.js';

/** A running server with its database; every test file has one of its own, with the demo counties as they were loaded. */
export interface App {
  server: FastifyInstance;
  orm: Orm;
  /** As the owner, who sees everything. */
  ownerUrl: string;
  /** As the application role. */
  appUrl: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it has asked for
type Shape = any;

/** What came back over HTTP. */
export interface Answer {
  data: Shape;
  errors: NonNullable<ExecutionResult['errors']> | undefined;
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
}

/** How a request is sent, where it matters. */
export interface Asking {
  language?: 'zh' | 'en';
  headers?: Record<string, string>;
}

let running: Promise<App> | null = null;
const cookies = new Map<string, Promise<string>>();

/** This test file's server, started when first asked for. */
export function app(): Promise<App> {
  running ??= makeDatabase().then((ownerUrl) => start(ownerUrl));
  return running;
}

/** Says, before anything is asked, that this test file counts the records of the articles. */
export function useRecords(): void {
  running ??= prepareRecords()
    .then(() => makeDatabase('records'))
    .then((ownerUrl) => start(ownerUrl));
}

/** Ends the server and starts another on the same database, as a new release would. */
export async function restart(options: Partial<ServerOptions> = {}): Promise<App> {
  const { ownerUrl } = await app();
  await stop();
  running = start(ownerUrl, options);
  return running;
}

async function start(ownerUrl: string, options: Partial<ServerOptions> = {}): Promise<App> {
  openPersonalKeys(personalKeysFrom(cluster().secret));
  const appUrl = await prepareAppRole(ownerUrl, cluster().secret);
  const orm = await openOrm(appUrl);
  const plain = { isProduction: false, publicUrl: null, trustProxy: false, logLevel: process.env.TEST_LOG ?? 'silent' };
  return { server: await buildServer({ orm, ...plain, ...options }), orm, ownerUrl, appUrl };
}

async function stop(): Promise<void> {
  const ended = await running;
  running = null;
  await ended?.server.close();
  await ended?.orm.close(true);
}

afterAll(stop);

/** Asks the API over HTTP in somebody's name. */
export async function ask(
  actor: Actor,
  query: string,
  variables: Record<string, unknown> = {},
  asking: Asking = {},
): Promise<Answer> {
  const headers = { ...(await credentials(actor)), 'accept-language': asking.language ?? 'zh', ...asking.headers };
  return post({ query, variables }, headers);
}

/** As `ask`, but answers the data alone, and fails with the errors when there are any. */
export async function data(
  actor: Actor,
  query: string,
  variables: Record<string, unknown> = {},
  asking: Asking = {},
): Promise<Shape> {
  const answer = await ask(actor, query, variables, asking);
  expect(answer.errors ?? []).toEqual([]);
  return answer.data;
}

/** The codes of what was refused: `['FORBIDDEN']`. */
export function codes(answer: Answer): unknown[] {
  return (answer.errors ?? []).map((error) => error.extensions?.code);
}

/** Forgets who is signed in, so that the next question signs in again. */
export function forgetSessions(): void {
  cookies.clear();
}

/** The headers that say who asks; an account signs in the first time. */
export async function credentials(actor: Actor): Promise<Record<string, string>> {
  if (actor.key) return { authorization: `Bearer ${actor.key}` };
  if (!actor.account) return {};
  const known = cookies.get(actor.account) ?? signIn(actor.account, actor.password ?? cluster().password);
  cookies.set(actor.account, known);
  return { cookie: await known };
}

async function signIn(account: string, password: string): Promise<string> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { message } } }';
  const answer = await post({ query, variables: { input: { account, password } } }, {});
  const cookie = String(answer.headers['set-cookie'] ?? '').split(';')[0];
  if (!cookie) throw new Error(`${account} cannot sign in: ${JSON.stringify(answer.data ?? answer.errors)}`);
  return cookie;
}

async function post(payload: Record<string, unknown>, headers: Record<string, string>): Promise<Answer> {
  const { server } = await app();
  const response = await server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload,
  });
  const body = JSON.parse(response.body) as Pick<Answer, 'data' | 'errors'>;
  return { data: body.data, errors: body.errors, status: response.statusCode, headers: response.headers };
}
