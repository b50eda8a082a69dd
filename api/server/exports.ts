import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askerOf } from '../access/index.js';
import { type ReadPool, scopeOf } from '../database/index.js';
import { type ExportAsked, exportList, type FileFormat, type FileOut, fileFormats } from '../exchange/index.js';
import { badInput, Refused } from '../kernel/index.js';
import { schema } from '../schema.js';
import { refusalsNoted } from './auditing.js';
import type { OperationContext } from './context.js';
import { refusedOf } from './errors.js';
import type { Plans } from './executor.js';
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

/** Lists that go out as files beside GraphQL, to people who are signed in; what is asked comes as JSON, which no form of another site sends. */
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
      return await send(making, ctx, asked, reply, done);
    } catch (error) {
      done();
      const refused = refusedOf(error);
      if (refused?.code === 'FORBIDDEN') await noteRefusal(ctx, `export ${asked.list}`, refused.facts);
      throw error;
    }
  });
}

/** Begins a file; `done` is called once it is taken away or given up. */
async function send(
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
    const body = Readable.from(file.chunks, { objectMode: false, highWaterMark: mostWaiting });
    body.once('close', () => void snapshot.close().finally(done));
    signal.addEventListener('abort', () => body.destroy(), { once: true });
    return reply.headers(headersOf(file)).type(file.type).send(body);
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

function headersOf({ name }: FileOut): Record<string, string> {
  const plain = `export${name.slice(name.lastIndexOf('.'))}`;
  return { 'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}` };
}

function askedOf(body: FastifyRequest['body']): ExportAsked {
  const { list, format, where, orderBy, id } = (isObject(body) ? body : {}) as Record<string, unknown>;
  if (typeof list !== 'string')
    throw badInput({ zh: '请说明要导出哪个清单。', en: 'Say which list to take out.' }, ['list']);
  if (!fileFormats.includes(format as FileFormat))
    throw badInput({ zh: 'format 须是 xlsx 或 csv。', en: '`format` must be xlsx or csv.' }, ['format']);
  if (id !== undefined && id !== null && typeof id !== 'string')
    throw badInput({ zh: 'id 须是文本。', en: '`id` must be a text.' }, ['id']);
  return {
    list: list.slice(0, 60),
    format: format as FileFormat,
    where: partOf(where, 'where'),
    orderBy: partOf(orderBy, 'orderBy'),
    id: id ?? null,
  };
}

function partOf(value: unknown, name: string): ExportAsked['where'] {
  if (value === undefined || value === null) return null;
  if (isObject(value)) return value as ExportAsked['where'];
  throw badInput({ zh: `${name} 须是一组条件。`, en: `\`${name}\` must be an object.` }, [name]);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function busy(): Refused {
  const says = {
    zh: '有别的文件正在导出，请过几秒再试。',
    en: 'Other files are being made; try again in some seconds.',
  };
  return new Refused('RATE_LIMITED', says, { retryAfter: 5 });
}
