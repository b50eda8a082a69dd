import type { FastifyInstance } from 'fastify';
import { buildServer } from '../../../api/server/index.js';
import type { RateOptions } from '../../../api/server/rates.js';
import { credentials, restart } from '../../support/app.js';
import { rootsAlone } from './alone.js';
import { type Reply, type Said, said } from './answers.js';
import type { Asker } from './askers.js';
import type { Question } from './corpus.js';

/** How reads are answered: by the reading compiler, or by graphql-js with resolvers over MikroORM. */
export type Side = 'compiled' | 'resolvers';

/** Two servers over one database that differ in nothing but how they read. */
export type Servers = Readonly<Record<Side, FastifyInstance>>;

const plenty = 1_000_000_000;
const rates: RateOptions = {
  perSession: plenty,
  perAddress: plenty,
  signInsPerAddress: plenty,
  signInsPerAccount: plenty,
  refusedKeys: plenty,
};

/** Starts both; the caller closes the one of resolvers, the other ends with the test file. */
export async function startBoth(): Promise<Servers> {
  const { server, orm } = await restart({ rates, reads: 'compiled' });
  const plain = { isProduction: false, publicUrl: null, trustProxy: false, logLevel: process.env.TEST_LOG ?? 'silent' };
  return { compiled: server, resolvers: await buildServer({ orm, ...plain, rates, reads: 'resolvers' }) };
}

/** Asks one of the servers in somebody's name, as any client would. */
export async function reply(server: FastifyInstance, { actor }: Asker, question: Question): Promise<Reply> {
  const { language, ...payload } = question;
  const response = await server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', 'accept-language': language, ...(await credentials(actor)) },
    payload,
  });
  const fellBack = String(response.headers['x-lianxin-fallback'] ?? '');
  return {
    status: response.statusCode,
    body: response.body,
    fellBack: fellBack.split(/,\s*/).filter(Boolean),
  };
}

/** What two replies say where they differ; null where they say the same. */
export async function difference(
  servers: Servers,
  asker: Asker,
  question: Question,
  [left, right]: readonly [Reply, Reply],
): Promise<{ compiled: Said; resolvers: Said } | null> {
  if (left.status === right.status && left.body === right.body) return null;
  const [compiled, resolvers] = [said(left), said(right)];
  if (JSON.stringify(compiled) === JSON.stringify(resolvers)) return null;
  if (await mayChoose(servers, asker, question, compiled, resolvers)) return null;
  return { compiled, resolvers };
}

/**
 * Where several roots of one operation fail and one of them may not be null, graphql-js answers `data: null` with whichever error
 * came first and those that happened to come before the answer went out. Then each error of the compiler must be one that its
 * root gives when it is asked alone; its place in the document, which moves with that, is left out.
 */
async function mayChoose(
  servers: Servers,
  asker: Asker,
  question: Question,
  compiled: Said,
  resolvers: Said,
): Promise<boolean> {
  const alone = rootsAlone(question);
  if (alone.length < 2 || compiled.data !== 'null' || resolvers.data !== 'null') return false;
  if (compiled.status !== resolvers.status || compiled.errors.length === 0) return false;
  const known = new Set<string>();
  for (const one of alone) {
    for (const error of said(await reply(servers.resolvers, asker, one)).errors) known.add(unplaced(error));
  }
  return compiled.errors.every((error) => known.has(unplaced(error)));
}

function unplaced(error: string): string {
  return error.replace(/"locations":\[[^\]]*\],/, '');
}
