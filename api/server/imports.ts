import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, actorWithin } from '../access/index.js';
import { type Download, failedRows, filledForm, mostOfFile, receiveFile, templateFor } from '../exchange/index.js';
import { badInput, isDay } from '../kernel/index.js';
import { isUuid } from '../reading/index.js';
import type { OperationContext } from './context.js';
import type { ServerOptions } from './options.js';
import type { Rates } from './rates.js';
import { welcomeInPerson } from './visitor.js';

type Query = Readonly<Record<string, unknown>>;
type Answer = (reply: FastifyReply, ctx: OperationContext) => Promise<FastifyReply>;
type Work<T> = (ctx: OperationContext, request: FastifyRequest<{ Querystring: Query; Params: Query }>) => Promise<T>;

/**
 * Files that go in and out beside GraphQL, whose bodies are small: a file of households comes as plain bytes, which no form of another
 * site can send, and has limits of its own; the template, the rows that were left out, and forms that are filled in go out as xlsx.
 */
export async function serveImports(app: FastifyInstance, options: ServerOptions, rates: Rates): Promise<void> {
  await app.register(async (scope) => {
    const inPerson = answering(options, rates);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: mostOfFile.bytes },
      (_request, body, done) => done(null, body),
    );
    scope.post(
      '/imports',
      { bodyLimit: mostOfFile.bytes },
      inPerson(true, async (ctx, { body, query }) => {
        if (!(body instanceof Buffer)) throw badInput({ zh: '请上传文件。', en: 'Send a file.' }, ['file']);
        const stationId = idOf(query.station, 'station');
        const { id } = await receiveFile(ctx, { stationId, name: String(query.name ?? ''), bytes: body });
        return async (reply) => reply.send({ id });
      }),
    );
    scope.get(
      '/imports/template',
      inPerson(false, async (ctx, { query }) => sent(await templateFor(ctx, idOf(query.station, 'station')))),
    );
    scope.get(
      '/imports/:id/failed',
      inPerson(false, async (ctx, { params }) => sent(await failedRows(ctx, idOf(params.id, 'id')))),
    );
    scope.get(
      '/report-forms/:id/file',
      inPerson(false, async (ctx, { params, query }) => {
        ctx.as(actorWithin(actorOf(ctx), 'export.run'));
        const asked = { period: textOf(query.period), asOf: dayOf(query.asOf), within: textOf(query.within) };
        return sent(await filledForm(ctx, idOf(params.id, 'id'), asked));
      }),
    );
  });
}

function idOf(value: unknown, name: string): string {
  if (typeof value === 'string' && isUuid(value)) return value;
  throw badInput({ zh: '地址不完整。', en: 'The address is incomplete.' }, [name]);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function dayOf(value: unknown): string | null {
  const day = textOf(value);
  if (day === null || isDay(day)) return day;
  throw badInput({ zh: '截至日须写成 2020-03-23 的形式。', en: 'The as-of day is written 2020-03-23.' }, ['asOf']);
}

/** That personal data went out is written down before it does, once the transaction has given its connection back. */
function sent({ name, bytes, exported }: Download): Answer {
  return async (reply, ctx) => {
    if (exported) await ctx.security({ kind: 'EXPORTED', detail: exported });
    return reply
      .header(
        'content-disposition',
        `attachment; filename="lianxin.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .send(bytes);
  };
}

/** One request is one operation: its transaction is committed before the answer goes out, and rolled back when anything fails. */
function answering(options: ServerOptions, rates: Rates) {
  return (isWriting: boolean, work: Work<Answer>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const ctx = await welcomeInPerson(options, rates, request);
      if (isWriting) ctx.allowWrites();
      let answer: Answer;
      try {
        answer = await work(ctx, request as Parameters<typeof work>[1]);
      } catch (error) {
        await ctx.finish(true);
        throw error;
      }
      await ctx.finish(false);
      return answer(reply, ctx);
    };
}
