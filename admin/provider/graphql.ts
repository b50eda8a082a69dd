import { FieldErrors, type Missing, RequestError, type UserError } from './errors.js';

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

interface Asking {
  signal?: AbortSignal;
  /** True for calls that must not open the sign-in dialog, such as signing in itself. */
  isStrangerAllowed?: boolean;
}

/** What the console does when its session has ended: resolves true once the same person is signed in again. */
export type SignInAgain = () => Promise<boolean>;

let language = 'zh-CN';
let signInAgain: SignInAgain | undefined;

/** Sets the language in which the server words its messages from now on (a BCP 47 tag). */
export function speak(locale: string): void {
  language = locale;
}

/** Registers the dialog that opens over the page when a session has ended; undefined takes it away. */
export function onSessionEnded(handler: SignInAgain | undefined): void {
  signInAgain = handler;
}

/**
 * Sends one GraphQL document to the server of this page and answers its data.
 * Throws RequestError; where the session has ended it waits for a new sign-in and then asks once more, so no draft is lost.
 */
export async function ask<T>(document: string, variables: object = {}, asking: Asking = {}): Promise<T> {
  return again(() => send<T>(document, variables, asking.signal), asking.isStrangerAllowed ?? false);
}

async function again<T>(work: () => Promise<T>, isStrangerAllowed: boolean): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isEnded = error instanceof RequestError && error.code === 'UNAUTHENTICATED';
    if (!isEnded || isStrangerAllowed || !signInAgain) throw error;
    if (!(await signInAgain())) throw error;
    return work();
  }
}

/**
 * Sends a mutation and answers its payload `root`; the payload's `errors` are thrown as FieldErrors, and so is a field of the
 * input that the server could not even read (a budget with three decimals).
 */
export async function act<T extends object>(
  document: string,
  root: string,
  variables: object = {},
  asking: Asking = {},
): Promise<T> {
  const data = await ask<Record<string, T & { errors?: UserError[] }>>(document, variables, asking).catch(onItsField);
  const payload = data[root];
  if (!payload) throw new RequestError(`The answer has no ${root}.`, { code: 'INTERNAL' });
  if (payload.errors?.length) throw new FieldErrors(payload.errors);
  return payload;
}

function onItsField(error: unknown): never {
  const path = error instanceof RequestError && error.code === 'BAD_USER_INPUT' ? error.inputPath : undefined;
  if (path?.[0] !== 'input' || path.length < 2) throw error;
  throw new FieldErrors([{ path, code: 'INVALID', message: (error as Error).message }]);
}

async function send<T>(document: string, variables: object, signal?: AbortSignal): Promise<T> {
  const response = await reach(document, variables, signal);
  const answer = await read(response);
  const [error] = answer.errors ?? [];
  if (error) throw refused(error, response);
  if (!answer.data) throw unexpected(response);
  return answer.data as T;
}

/** Sends the bytes of a file beside GraphQL and answers the id of what the server made of it; refusals as `ask` throws them. */
export async function sendFile(path: string, file: Blob): Promise<string> {
  const send = async () => {
    const response = await fetched(path, { headers: { 'content-type': 'application/octet-stream' }, body: file });
    const answer = (await read(response)) as Answer & { id?: string };
    const [error] = answer.errors ?? [];
    if (error) throw refused(error, response);
    if (!answer.id) throw unexpected(response);
    return answer.id;
  };
  return again(send, false);
}

/** What the server makes a file of: a list with its filter and order, and the record it hangs on; a report by its arguments; an edition. */
export type FileAsked =
  | { list: string; where?: object; orderBy?: object; id?: string }
  | { report: object }
  | { edition: string };

export type FileFormat = 'xlsx' | 'csv';

/** A file that the server made, and what it calls it. */
export interface FileTaken {
  name: string;
  content: Blob;
}

/** Fetches a list or figures as a file, with the name that the server gives it; refusals as `ask` throws them. */
export async function fetchFile(asked: FileAsked, format: FileFormat): Promise<FileTaken> {
  const body = JSON.stringify({ ...asked, format });
  const ask = () => fetched('/exports', { headers: { 'content-type': 'application/json' }, body });
  return again(async () => taken(await ask(), `export.${format}`), false);
}

/** Fetches a workbook that has an address of its own, such as a filled form; refusals as `ask` throws them. */
export async function fetchWorkbook(path: string): Promise<FileTaken> {
  return again(async () => taken(await fetched(path, { method: 'GET' }), 'lianxin.xlsx'), false);
}

async function taken(response: Response, usual: string): Promise<FileTaken> {
  if (!response.ok) {
    const [error] = (await read(response)).errors ?? [];
    throw error ? refused(error, response) : unexpected(response);
  }
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const content = await response.blob().catch(() => {
    throw new RequestError('lianxin.error.OFFLINE', { code: 'OFFLINE' });
  });
  return { name: decodeURIComponent(named ?? usual), content };
}

function reach(document: string, variables: object, signal?: AbortSignal): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'apollo-require-preflight': '1',
  };
  return fetched('/graphql', { headers, body: JSON.stringify({ query: document, variables }), signal });
}

async function fetched(path: string, { headers, ...rest }: RequestInit): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { ...headers, 'accept-language': language },
      ...rest,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RequestError('lianxin.error.OFFLINE', { code: 'OFFLINE' });
  }
}

async function read(response: Response): Promise<Answer> {
  try {
    return (await response.json()) as Answer;
  } catch {
    throw unexpected(response);
  }
}

function unexpected(response: Response): RequestError {
  const code = response.status === 429 ? 'RATE_LIMITED' : response.status >= 500 ? 'UNAVAILABLE' : 'INTERNAL';
  return new RequestError(`lianxin.error.${code}`, { code, requestId: requestIdOf(response) });
}

function refused(error: NonNullable<Answer['errors']>[number], response: Response): RequestError {
  const extensions = error.extensions ?? {};
  return new RequestError(error.message, {
    code: String(extensions.code ?? 'INTERNAL'),
    requestId: (extensions.requestId as string | undefined) ?? requestIdOf(response),
    path: error.path,
    inputPath: extensions.path as string[] | undefined,
    currentVersion: extensions.currentVersion as number | undefined,
    reason: extensions.reason as string | undefined,
    missing: extensions.missing as Missing | undefined,
  });
}

function requestIdOf(response: Response): string | undefined {
  return response.headers.get('x-request-id') ?? undefined;
}

/** A key under which the server does an act once, however often it is sent; works over plain HTTP too. */
export function newIdempotencyKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
