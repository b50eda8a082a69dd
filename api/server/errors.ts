import { unwrapResolverError } from '@apollo/server/errors';
import { OptimisticLockError } from '@mikro-orm/core';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { InputMistakes, type Language, type Message, Refused, type ThrownCode } from '../kernel/index.js';

/** What an operation says of itself when one of its errors is written. */
export interface ErrorScene {
  requestId: string;
  language: Language;
  /** Tells the log of an error that is ours. */
  report(error: unknown): void;
}

const apolloCodes: Record<string, ThrownCode> = {
  GRAPHQL_PARSE_FAILED: 'BAD_USER_INPUT',
  GRAPHQL_VALIDATION_FAILED: 'BAD_USER_INPUT',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
};

/** Writes one error for the asker: stable code, request id, words in the asker's language; never a stack or a database's text. */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  scene: ErrorScene,
): GraphQLFormattedError {
  const base = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  const refused = refusedOf(error);
  if (refused)
    return {
      message: refused.says[scene.language],
      ...base,
      extensions: { code: refused.code, requestId: scene.requestId, ...inputPath(error), ...refused.facts },
    };
  const code = tooManyWrong.test(formatted.message)
    ? 'BAD_USER_INPUT'
    : apolloCodes[String(formatted.extensions?.code)];
  if (code)
    return {
      message: malformed(formatted.message)[scene.language],
      ...base,
      extensions: { code, requestId: scene.requestId, ...inputPath(error) },
    };
  scene.report(error);
  const says = internal(scene.requestId);
  return { message: says[scene.language], ...base, extensions: { code: 'INTERNAL', requestId: scene.requestId } };
}

/** What graphql-js says, without a code, after the fiftieth wrong value of the variables. */
const tooManyWrong = /^Too many errors processing variables/;

/** GraphQL's own sentences are English; in Chinese they are introduced, and the ones that people meet are translated. */
export function malformed(message: string): Message {
  if (/more that \d+ tokens/.test(message)) {
    return { zh: '查询语句太长，请拆成几次查询。', en: 'The document is too long; please ask in several requests.' };
  }
  return { zh: `请求有误：${message}`, en: message };
}

const statuses: Record<ThrownCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  STALE: 409,
  CONFLICT: 409,
  BAD_USER_INPUT: 400,
  COST_EXCEEDED: 400,
  RATE_LIMITED: 429,
  TIMEOUT: 504,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** The HTTP status of a request that is refused as a whole. */
export function statusOf(code: ThrownCode): number {
  return statuses[code];
}

function internal(requestId: string): Message {
  return {
    zh: `系统出错，请把编号 ${requestId} 告诉管理员。`,
    en: `Something went wrong on our side; please tell the administrator the number ${requestId}.`,
  };
}

/** The refusal behind an error: thrown as such, nested in a coercion error, or one that the database expresses. */
export function refusedOf(error: unknown): Refused | null {
  for (let at: unknown = unwrapResolverError(error), depth = 0; at && depth < 6; depth += 1) {
    if (at instanceof Refused) return at;
    if (at instanceof InputMistakes) return fromMistakes(at);
    const known = fromDatabase(at);
    if (known) return known;
    at =
      at instanceof GraphQLError
        ? at.originalError
        : ((at as { previous?: unknown; cause?: unknown }).previous ?? (at as { cause?: unknown }).cause);
  }
  return null;
}

function fromMistakes(error: InputMistakes): Refused {
  const [first] = error.mistakes;
  return new Refused('BAD_USER_INPUT', first?.says ?? { zh: '输入有误。', en: 'The input is wrong.' }, {
    path: first?.path ?? [],
  });
}

const lost = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  '53300',
  '3D000',
]);
const lostSays =
  /Connection terminated|Query read timeout|timeout exceeded when trying|connection error and is not|not currently accepting connections/;

/** A value that no column takes, which the schema's types let through: text that is no uuid, a number or day out of range. */
const misfits = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05']);

function fromDatabase(error: unknown): Refused | null {
  if (error instanceof OptimisticLockError) {
    return new Refused('STALE', {
      zh: '这条记录已被别人修改，请查看最新内容后再保存。',
      en: 'Somebody changed this record meanwhile; look at the new version, then save again.',
    });
  }
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === '57014' || code === '55P03') {
    return new Refused('TIMEOUT', {
      zh: '这次查询用时过长，已被中止；请缩小范围。',
      en: 'This took too long and was stopped; please ask for less.',
    });
  }
  if (code === '40001' || code === '40P01' || code === '23505') {
    return new Refused('CONFLICT', {
      zh: '同一时间有别的修改，请重试。',
      en: 'Another change came at the same moment; please try again.',
    });
  }
  if (misfits.has(String(code))) {
    return new Refused('BAD_USER_INPUT', {
      zh: '有的值格式不对，或超出范围。',
      en: 'A value is malformed or out of range.',
    });
  }
  const isLost = lost.has(String(code)) || lostSays.test(String(message));
  return isLost
    ? new Refused('UNAVAILABLE', {
        zh: '数据库暂时不可用，请稍后再试。',
        en: 'The database is not available just now; please try again shortly.',
      })
    : null;
}

/** `Variable "$input" got invalid value … at "input.budget"` -> `{ path: ['input', 'budget'] }`. */
export function inputPath(error: unknown): { path?: string[] } {
  const message = error instanceof Error ? error.message : '';
  const nested = /^Variable "\$[^"]+" got invalid value .* at "([^"]+)"/s.exec(message)?.[1];
  const whole = /^Variable "\$([^"]+)"/.exec(message)?.[1];
  const path = nested ?? whole;
  return path ? { path: path.split(/[.[\]]/).filter(Boolean) } : {};
}
