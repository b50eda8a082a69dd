import { EmbeddedFailure } from '../database/embedded.js';
import { RoleFailure } from '../database/index.js';
import { InputMistakes, Refused } from '../kernel/index.js';
import { PlaceFileError } from '../tenancy/index.js';

/** Why a command cannot go on, in one sentence that says what to do; it is shown without a stack. */
export class StartFailure extends Error {
  override name = 'StartFailure';
}

const database = 'Look at DATABASE_URL, or leave it out to use the embedded database.';

/** What a driver's or the system's error code means to the person at the keyboard. */
const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: `The database does not answer: nothing listens at its address. ${database}`,
  ENOTFOUND: `The database does not answer: its host name is not known here. ${database}`,
  EAI_AGAIN: `The database does not answer: its host name cannot be looked up now. ${database}`,
  ETIMEDOUT: `The database does not answer in time. ${database}`,
  ECONNRESET: 'The database ended the connection; start again when it is up.',
  '28P01': `The database refuses the password. ${database}`,
  '28000': `The database refuses this user. ${database}`,
  '3D000': `There is no such database on that server: create it first. ${database}`,
  '53300': 'The database has no connection left: close some programs that use it, or raise max_connections.',
  '57P03': 'The database is starting up or shutting down; start again in a moment.',
  '42501': 'The database user may not do this: DATABASE_URL must name the owner of the database.',
  '25006': 'The database is read-only, as a standby is: DATABASE_URL must name the primary server.',
  ENOSPC: 'The disk is full: free some space and start again.',
};

/** Errors whose message is made for the person at the keyboard. */
const forPeople = [StartFailure, EmbeddedFailure, RoleFailure, PlaceFileError, InputMistakes, Refused];

/** The sentence for any error; an unforeseen one keeps its own message, and LOG_LEVEL=debug shows its stack as well. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (forPeople.some((kind) => error instanceof kind)) return error.message;
  const known = meaningOf(error);
  if (known) return known;
  const message = error.message.split('\n')[0]?.trim() || error.name;
  return `Something unforeseen went wrong (${message}); LOG_LEVEL=debug shows where.`;
}

function meaningOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    const { code, path, previous, errors } = at as Error & {
      code?: string;
      path?: string;
      previous?: unknown;
      errors?: unknown[];
    };
    if (code && meanings[code]) return meanings[code];
    if ((code === 'EACCES' || code === 'EPERM' || code === 'EROFS') && path) {
      return `${path} cannot be written by this user: start as the user who made it, or set DATA_DIR to a folder of your own.`;
    }
    at = previous ?? errors?.[0] ?? at.cause;
  }
  return undefined;
}
