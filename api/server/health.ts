import type { FastifyInstance } from 'fastify';
import { newestMigration } from '../database/index.js';
import { Refused } from '../kernel/index.js';
import type { ServerOptions } from './options.js';

/** How many requests may be under way at once: a dozen connections answer that many in about a second. */
const mostUnderWay = 256;

/** Whether the server is going down, and how many requests it is still answering. */
export class Work {
  isDraining = false;
  private underWay = 0;
  private isEmpty: (() => void) | null = null;

  begin(): void {
    this.underWay += 1;
  }

  end(): void {
    this.underWay -= 1;
    if (this.underWay === 0) this.isEmpty?.();
  }

  /** Whether so much is under way that one more would only wait. */
  isFull(): boolean {
    return this.underWay > mostUnderWay;
  }

  /** Resolves once nothing is under way. */
  async done(): Promise<void> {
    if (this.underWay > 0) await new Promise<void>((resolve) => (this.isEmpty = resolve));
  }
}

/** Lives: the process answers. Ready: it may be sent work, as its database is there and holds every step of the code. */
export function serveHealth(app: FastifyInstance, options: ServerOptions, work: Work): void {
  const isReady = readiness(options);
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    if (work.isDraining) return reply.status(503).send({ status: 'draining' });
    const state = await isReady();
    return reply.status(state === 'ok' ? 200 : 503).send({ status: state });
  });
}

type Readiness = 'ok' | 'database unreachable' | 'migrations missing';

/** Asks the database at most once a second, however many ask for it, and waits for it no longer than two seconds. */
function readiness(options: ServerOptions): () => Promise<Readiness> {
  let asked: { at: number; answer: Promise<Readiness> } | null = null;
  return () => {
    if (!asked || Date.now() - asked.at >= 1_000) asked = { at: Date.now(), answer: inTime(askDatabase(options)) };
    return asked.answer;
  };
}

async function askDatabase(options: ServerOptions): Promise<Readiness> {
  try {
    const rows = (await options.orm.em
      .getConnection()
      .execute('select gate.has_migration(?) as has', [newestMigration()], 'all')) as { has: boolean }[];
    return rows[0]?.has ? 'ok' : 'migrations missing';
  } catch (error) {
    return (error as { code?: unknown }).code === '42883' ? 'migrations missing' : 'database unreachable';
  }
}

function inTime(answer: Promise<Readiness>): Promise<Readiness> {
  const late = new Promise<Readiness>((resolve) => setTimeout(resolve, 2_000, 'database unreachable').unref());
  return Promise.race([answer, late]);
}

/** Counts what is under way, and turns new questions away while the server goes down; its health pages still answer. */
export function countWork(app: FastifyInstance, work: Work): void {
  app.addHook('onRequest', async (request, reply) => {
    work.begin();
    if (work.isDraining) reply.header('connection', 'close');
    else if (!work.isFull()) return;
    if (request.url === '/livez' || request.url === '/readyz') return;
    throw new Refused(
      'UNAVAILABLE',
      work.isDraining
        ? { zh: '系统正在重启，请稍后再试。', en: 'The system is restarting; please try again shortly.' }
        : { zh: '系统繁忙，请稍后再试。', en: 'The system is busy; please try again shortly.' },
      { retryAfter: 5 },
    );
  });
  app.addHook('onResponse', async () => work.end());
}

const working = new WeakMap<FastifyInstance, Work>();

/** Remembers which work belongs to a server, for `drain`. */
export function ownWork(app: FastifyInstance): Work {
  const work = working.get(app) ?? new Work();
  working.set(app, work);
  return work;
}

/**
 * Goes down in order: turns new questions away, answers what is in flight, then closes. Answers whether all was answered within
 * `milliseconds`; after that the connections are cut.
 */
export async function drain(app: FastifyInstance, milliseconds = 15_000): Promise<boolean> {
  const work = ownWork(app);
  work.isDraining = true;
  const timer = new AbortController();
  const late = new Promise<false>((resolve) => {
    const timeout = setTimeout(resolve, milliseconds, false);
    timer.signal.addEventListener('abort', () => clearTimeout(timeout));
  });
  const isDone = await Promise.race([work.done().then(() => true as const), late]);
  timer.abort();
  app.server.closeIdleConnections();
  if (!isDone) app.server.closeAllConnections();
  await app.close();
  return isDone;
}
