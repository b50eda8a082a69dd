import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { askerOf } from '../access/index.js';
import { type ReadPool, scopeOf } from '../database/index.js';
import { type ExportAsked, exportList, type FileOut } from '../exchange/index.js';
import { Refused } from '../kernel/index.js';
import { schema } from '../schema.js';
import { refusalsNoted } from './auditing.js';
import type { OperationContext } from './context.js';
import { refusedOf } from './errors.js';
import type { Plans } from './executor.js';
import { askedOf } from './exportAsked.js';
import { figuresFile } from './exportFigures.js';
import { hangUpOf } from './hangUp.js';
import type { ServerOptions } from './options.js';
import type { Rates } from './rates.js';
import { askerWithin, readerOf } from './reader.js';
import { welcomeInPerson } from './visitor.js';

/** Each holds a connection until its file is taken away, so few are made at once, and none for longer than this. */
const mostAtOnce = 2;
const longestMs = 60_000;
/** So many bytes wait for a slow reader before the database does. */
const mostWaiting = 1024 * 1024;

interface Making {
  options: ServerOptions;
  rates: Rates;
  reading: ReadPool;
  plans: Plans;
}

/** Lists and figures that go out as files beside GraphQL, to people who are signed in; what is asked comes as JSON, which no form of another site sends. */
export function serveExports(app: FastifyInstance, making: Making): void {
  const noteRefusal = refusalsNoted();
  let running = 0;
  app.post('/exports', async (request, reply) => {
    const ctx = await welcomeInPerson(making.options, making.rates, request);
    const asked = askedOf(request.body);
    if (running >= mostAtOnce) throw busy();
    running += 1;
    const done = () => {
      running -= 1;
    };
    try {
      return 'list' in asked
        ? await sendList(making, ctx, asked, reply, done)
        : sent(await figuresFile(ctx, asked), reply, done);
    } catch (error) {
      done();
      const refused = refusedOf(error);
      const what = 'list' in asked ? asked.list : 'edition' in asked ? 'edition' : 'report';
      if (refused?.code === 'FORBIDDEN') await noteRefusal(ctx, `export ${what}`, refused.facts);
      throw error;
    }
  });
}

/** Begins a list's file; `done` is called once it is taken away or given up. */
async function sendList(
  { reading, plans }: Making,
  ctx: OperationContext,
  asked: ExportAsked,
  reply: FastifyReply,
  done: () => void,
): Promise<FastifyReply> {
  askerOf(ctx).demand('export.run');
  const signal = AbortSignal.any([hangUpOf(reply), AbortSignal.timeout(longestMs)]);
  const snapshot = await reading.open(scopeOf(ctx.actor), signal);
  try {
    const asker = askerWithin(ctx, 'export.run');
    const reader = readerOf({ schema: schema(), plans }, asker, (statement) => snapshot.read(statement));
    const file = await exportList(ctx, schema(), asked, reader);
    return sent(file, reply, () => void snapshot.close().finally(done), signal);
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

/** Sends a file by the chunk; `done` is called when it is over. */
function sent(file: FileOut, reply: FastifyReply, done: () => void, signal?: AbortSignal): FastifyReply {
  const body = Readable.from(file.chunks, { objectMode: false, highWaterMark: mostWaiting });
  body.once('close', done);
  signal?.addEventListener('abort', () => body.destroy(), { once: true });
  return reply.headers(headersOf(file)).type(file.type).send(body);
}

function headersOf({ name }: FileOut): Record<string, string> {
  const plain = `export${name.slice(name.lastIndexOf('.'))}`;
  return { 'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}` };
}

function busy(): Refused {
  const says = {
    zh: '有别的文件正在导出，请过几秒再试。',
    en: 'Other files are being made; try again in some seconds.',
  };
  return new Refused('RATE_LIMITED', says, { retryAfter: 5 });
}
