/** What the server says is missing when it refuses: the permission, and the names of the accounts that can give it. */
export interface Missing {
  permission: string;
  canBeGivenBy: string[];
}

interface RequestErrorDetails {
  code: string;
  requestId?: string;
  path?: (string | number)[];
  inputPath?: string[];
  currentVersion?: number;
  reason?: string;
  missing?: Missing;
}

/** A request that the server, or the way to it, refused as a whole; `code` is the server's, or OFFLINE when nothing answered. */
export class RequestError extends Error {
  readonly code: string;
  readonly requestId?: string;
  readonly path?: (string | number)[];
  /** Where in the variables the mistake is, such as `['input', 'budget']`. */
  readonly inputPath?: string[];
  readonly currentVersion?: number;
  readonly reason?: string;
  readonly missing?: Missing;

  constructor(message: string, details: RequestErrorDetails) {
    super(message);
    this.name = 'RequestError';
    this.code = details.code;
    this.requestId = details.requestId;
    this.path = details.path;
    this.inputPath = details.inputPath;
    this.currentVersion = details.currentVersion;
    this.reason = details.reason;
    this.missing = details.missing;
  }
}

/** One mistake of the asker as payloads carry it; `path` leads to the input field, or is null for the whole. */
export interface UserError {
  path: string[] | null;
  code: string;
  message: string;
}

/** Mistakes of the asker, in the shape in which react-admin lays them on the fields of the open form (`body.errors`). */
export class FieldErrors extends Error {
  readonly body: { errors: Record<string, unknown> };
  readonly errors: UserError[];

  constructor(errors: UserError[]) {
    super(errors.map((error) => error.message).join(' '));
    this.name = 'FieldErrors';
    this.errors = errors;
    this.body = { errors: byField(errors) };
  }
}

/** Someone else saved the record first: `base` is what the form started from, `mine` what it holds, `theirs` what the server has. */
export class Conflict extends Error {
  readonly base: Record<string, unknown>;
  readonly mine: Record<string, unknown>;
  readonly theirs: Record<string, unknown>;
  readonly requestId?: string;

  constructor(message: string, sides: Pick<Conflict, 'base' | 'mine' | 'theirs'>, requestId?: string) {
    super(message);
    this.name = 'Conflict';
    this.base = sides.base;
    this.mine = sides.mine;
    this.theirs = sides.theirs;
    this.requestId = requestId;
  }
}

function byField(errors: UserError[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const error of errors) {
    const path = (error.path ?? []).filter((step, index) => !(index === 0 && step === 'input'));
    put(fields, path.length ? path : ['root', 'serverError'], error.message);
  }
  return fields;
}

function put(into: Record<string, unknown>, path: string[], message: string): void {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (!rest.length) {
    into[head] = into[head] === undefined ? message : `${into[head]} ${message}`;
    return;
  }
  const below = typeof into[head] === 'object' ? (into[head] as Record<string, unknown>) : {};
  into[head] = below;
  put(below, rest, message);
}
