import type { FastifyError, FastifyInstance } from 'fastify';
import { type Message, Refused, type ThrownCode } from '../kernel/index.js';
import { formatError, refusedOf, statusOf } from './errors.js';
import { languageOf } from './language.js';

const sayings: Record<string, Message> = {
  FST_ERR_CTP_INVALID_JSON_BODY: { zh: '请求体不是有效的 JSON。', en: 'The body is not valid JSON.' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { zh: '请求体是空的。', en: 'The body is empty.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    zh: '请求体须是 application/json。',
    en: 'The body must be application/json.',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: { zh: '请求体太大。', en: 'The body is too large.' },
};

/** Whatever goes wrong outside an operation is answered in the shape of GraphQL's errors, with a code and the request id. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refused = refusedOf(error) ?? malformed(error);
    const scene = { requestId: request.id, language: languageOf(request.headers['accept-language']) };
    const written = formatError({ message: '' }, refused ?? error, {
      ...scene,
      report: (err) => request.log.error({ err }, 'request failed'),
    });
    const code = written.extensions?.code as ThrownCode;
    request.asked?.codes.push(code);
    if (reply.statusCode < 400) reply.status(error.statusCode && !refusedOf(error) ? error.statusCode : statusOf(code));
    if (code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
    if (typeof refused?.facts.retryAfter === 'number') reply.header('retry-after', refused.facts.retryAfter);
    reply.type('application/json; charset=utf-8').send(JSON.stringify({ errors: [written] }));
  });
}

/** What the web framework refuses as malformed, in words. */
function malformed(error: FastifyError): Refused | null {
  const status = error.statusCode ?? 500;
  if (status >= 500) return null;
  const says = sayings[error.code] ?? { zh: '请求有误。', en: 'The request is malformed.' };
  return new Refused('BAD_USER_INPUT', says);
}
