import type { FastifyInstance } from 'fastify';
import { openOrm } from '../database/index.js';
import { buildServer, drain } from '../server/index.js';
import type { Config } from './config.js';
import { buildConsole } from './console.js';
import { openDatabase } from './database.js';
import { demoNotice, demoWhereWanted } from './demo.js';
import { StartFailure, sentenceOf } from './failure.js';
import { keepRunning } from './keepRunning.js';
import { Lifetime } from './lifetime.js';
import { demandPort, listen } from './listen.js';

/** What `start` is asked for. */
export interface StartOptions {
  isDemo: boolean;
  isBuild: boolean;
}

type Say = (line: string) => void;

/** Starts everything and serves until a signal comes; throws, with nothing left running, when it cannot. */
export async function start(config: Config, options: StartOptions, say: Say): Promise<void> {
  const lifetime = new Lifetime();
  const end = () => lifetime.end((error) => say(`While stopping: ${sentenceOf(error)}`));
  const serving = serve(config, options, lifetime, say);
  const leave = lifetime.leaveOnSignals(async () => {
    say('Stopping');
    await serving.catch(() => null);
    await end();
  });
  try {
    logTheUncaught(await serving, leave);
  } catch (error) {
    await end();
    throw error;
  }
}

async function serve(config: Config, options: StartOptions, lifetime: Lifetime, say: Say): Promise<FastifyInstance> {
  await demandPort(config);
  const notice = await prepare(config, options, lifetime, say);
  const orm = await openOrm(notice.appUrl);
  lifetime.onEnd(() => orm.close(true));
  const { isProduction, publicUrl, trustProxy, logLevel } = config;
  const server = await buildServer({ orm, isProduction, publicUrl, trustProxy, logLevel });
  lifetime.onEnd(() => drain(server));
  if (lifetime.isOver) throw new StartFailure('Stopped before it was ready.');
  const address = await listen(server, config);
  say([`Lianxin is ready: ${address} (GraphQL at ${address}/graphql)`, ...notice.lines].join('\n'));
  return server;
}

/** Database and console side by side; answers the application's URL and what to tell about the demo. */
async function prepare(
  config: Config,
  options: StartOptions,
  lifetime: Lifetime,
  say: Say,
): Promise<{ appUrl: string; lines: string[] }> {
  let lines: string[] = [];
  const opening = openDatabase(config, say, async (database, owner) => {
    await demoWhereWanted(config, options.isDemo, say)(database, owner);
    lines = await demoNotice(config, owner);
  });
  const [opened, built] = await Promise.allSettled([opening, options.isBuild ? buildConsole(say) : null]);
  if (opened.status === 'fulfilled') {
    const { stop, embedded } = opened.value;
    lifetime.onEnd(stop);
    if (embedded) lifetime.onEnd(keepRunning(config.dataDir, embedded, say));
  }
  if (opened.status === 'rejected') throw opened.reason;
  if (built.status === 'rejected') throw built.reason;
  return { appUrl: opened.value.appUrl, lines };
}

/** An error that nobody caught is logged; where it may have left something half done, the process ends and is started anew. */
function logTheUncaught(server: FastifyInstance, leave: (code: number) => void): void {
  process.on('unhandledRejection', (err) => server.log.error({ err }, 'unhandled rejection'));
  process.on('uncaughtException', (err) => {
    server.log.fatal({ err }, 'uncaught exception');
    leave(1);
  });
}
