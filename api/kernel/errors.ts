/** A sentence for people, in both languages of the product; the request's language picks one when the answer is written. */
export interface Message {
  zh: string;
  en: string;
}

export type Language = keyof Message;

/** The closed list of `extensions.code` that a client may meet (design: house, section 7.7). */
export type ThrownCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'STALE'
  | 'CONFLICT'
  | 'BAD_USER_INPUT'
  | 'COST_EXCEEDED'
  | 'RATE_LIMITED'
  | 'TIMEOUT'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** A refusal of the whole operation. It carries its words in both languages and facts for machines; only INTERNAL is reported as our fault. */
export class Refused extends Error {
  constructor(
    readonly code: ThrownCode,
    readonly says: Message,
    readonly facts: Record<string, unknown> = {},
  ) {
    super(says.en);
    this.name = 'Refused';
  }
}

/** The asker has not signed in, or the session has ended. */
export function unauthenticated(): Refused {
  return new Refused('UNAUTHENTICATED', { zh: '请先登录。', en: 'Please sign in first.' });
}

/** The asker is known and may not do this; `facts.reason` says which rule refuses, `facts.missing` which permission and who can give it. */
export function forbidden(says: Message, facts: Record<string, unknown> = {}): Refused {
  return new Refused('FORBIDDEN', says, facts);
}

/** There is no such record within the asker's reach; the same answer whether it exists elsewhere or not. */
export function notFound(what: Message = { zh: '记录', en: 'record' }): Refused {
  return new Refused('NOT_FOUND', { zh: `没有这个${what.zh}。`, en: `There is no such ${what.en}.` });
}

/** Somebody changed the record since the asker read it; `facts.currentVersion` is the version to read again. */
export function stale(currentVersion: number): Refused {
  return new Refused(
    'STALE',
    {
      zh: '这条记录已被别人修改，请查看最新内容后再保存。',
      en: 'Somebody changed this record meanwhile; look at the new version, then save again.',
    },
    { currentVersion },
  );
}

/** The request is malformed; `path` names the argument or input field. */
export function badInput(says: Message, path: readonly string[]): Refused {
  return new Refused('BAD_USER_INPUT', says, { path });
}

/** The closed list of codes in `payload.errors`. */
export enum ErrorCode {
  REQUIRED = 'REQUIRED',
  INVALID = 'INVALID',
  TOO_LONG = 'TOO_LONG',
  OUT_OF_RANGE = 'OUT_OF_RANGE',
  TAKEN = 'TAKEN',
  NOT_FOUND = 'NOT_FOUND',
  FORBIDDEN = 'FORBIDDEN',
  WRONG_STATE = 'WRONG_STATE',
  WEAK = 'WEAK',
  WRONG_PASSWORD = 'WRONG_PASSWORD',
  LOCKED = 'LOCKED',
}

/** One thing the asker got wrong in an input, with the path to the field it belongs to (`['input', 'code']`). */
export interface Mistake {
  path: readonly string[] | null;
  code: ErrorCode;
  says: Message;
}

/** Thrown by a service when an input has mistakes; `attempt` turns it into `payload.errors`, and nothing of the operation is written. */
export class InputMistakes extends Error {
  constructor(readonly mistakes: readonly Mistake[]) {
    super(mistakes.map((m) => m.says.en).join(' '));
    this.name = 'InputMistakes';
  }
}

/** A single mistake, thrown. */
export function mistake(path: readonly string[] | null, code: ErrorCode, says: Message): InputMistakes {
  return new InputMistakes([{ path, code, says }]);
}
