import { act, ask } from './graphql.js';
import { ME, SIGN_IN, SIGN_OUT } from './me.documents.js';

/** The permissions that the schema names; the server alone decides who holds them. */
export type Permission =
  | 'ACCOUNT_OWN'
  | 'TENANT_READ'
  | 'TENANT_CREATE'
  | 'STATION_READ'
  | 'STATION_EDIT'
  | 'USER_READ'
  | 'USER_EDIT'
  | 'GRANT_EDIT'
  | 'API_KEY_EDIT'
  | 'AUDIT_READ'
  | 'HOUSEHOLD_READ'
  | 'HOUSEHOLD_EDIT'
  | 'HOUSEHOLD_MOVE'
  | 'HOUSEHOLD_REVEAL'
  | 'PROGRAMMES_READ'
  | 'TRAINING_READ'
  | 'TRAINING_EDIT'
  | 'TRAINING_APPROVE'
  | 'TRAINING_ENROL'
  | 'TRAINING_REPORT'
  | 'JOBS_READ'
  | 'JOBS_EDIT'
  | 'JOBS_APPROVE'
  | 'JOBS_ENROL'
  | 'INDUSTRY_READ'
  | 'INDUSTRY_ENROL'
  | 'INDUSTRY_EDIT'
  | 'INDUSTRY_APPROVE'
  | 'IMPORT_RUN'
  | 'EXPORT_RUN'
  | 'DIVIDEND_REVIEW'
  | 'REPORT_READ'
  | 'REPORT_FREEZE'
  | 'EDITION_READ'
  | 'BRIEF_READ'
  | 'BRIEF_EDIT'
  | 'REPORT_FORM_READ'
  | 'REPORT_FORM_EDIT';

/** A station as other records mention it. */
export interface StationRef {
  id: string;
  name: string;
  level?: string;
}

/** One permission and the stations whose subtrees it reaches. */
export interface Ability {
  permission: Permission;
  isEverywhere: boolean;
  stations: StationRef[];
}

/** The signed-in person as `me` answers. */
export interface Me {
  mustChangePassword: boolean;
  user: { id: string; account: string; name: string; station: StationRef | null };
  tenant: {
    id: string;
    code: string;
    name: string;
    kind: string;
    prefecture: string | null;
    province: string;
    practiceLabel: string | null;
    levelNames: { county: string; township: string; village: string };
  } | null;
  grants: {
    id: string;
    role: string;
    validFrom: string;
    validTo: string | null;
    isInForce: boolean;
    station: StationRef;
  }[];
  abilities: Ability[];
}

const FRESH_MS = 15_000;
const listeners = new Set<() => void>();
let known: { me: Me | null; at: number } | undefined;
let pending: Promise<Me | null> | undefined;
let failure: unknown;

/** Answers `me`, asked at most every 15 seconds, for a changed grant works on the next request. */
export function fetchMe(isForced = false): Promise<Me | null> {
  if (!isForced && known && Date.now() - known.at < FRESH_MS) return Promise.resolve(known.me);
  pending ??= ask<{ me: Me | null }>(ME, {}, { isStrangerAllowed: true })
    .then(({ me }) => remember(me))
    .catch((error: unknown) => {
      failure = error;
      tell();
      throw error;
    })
    .finally(() => {
      pending = undefined;
    });
  return pending;
}

/** The last known `me` without asking; undefined before the first answer. */
export function knownMe(): Me | null | undefined {
  return known?.me;
}

/** Why the last question for `me` failed, as long as it has not been answered since. */
export function meFailure(): unknown {
  return failure;
}

/** Calls back whenever `me` has changed; answers the function that ends the subscription. */
export function watchMe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens a session and reads `me` anew; throws FieldErrors for a wrong pair. */
export async function signIn(account: string, password: string): Promise<Me | null> {
  await act(SIGN_IN, 'signIn', { input: { account, password } }, { isStrangerAllowed: true });
  return fetchMe(true);
}

/** Ends the session on the server and forgets who was here. */
export async function signOut(): Promise<void> {
  await ask(SIGN_OUT, {}, { isStrangerAllowed: true }).catch(() => undefined);
  remember(null);
}

/** Forgets who was here without a word to the server. */
export function forgetMe(): void {
  remember(null);
}

/**
 * The ids from the county down to the station of a record, itself last: where a permission must reach to count there.
 * Undefined where the record does not carry its station with the path.
 */
export function reachPath(record: unknown): string[] | undefined {
  const station = (record as { station?: { id: string; path?: StationRef[] } | null } | undefined)?.station;
  return station?.path && [...station.path.map(({ id }) => id), station.id];
}

/** Whether the ability list holds one of the permissions, at the path of stations if one is named (root first). */
export function may(me: Me | null | undefined, permissions: Permission | Permission[], path?: string[]): boolean {
  const wanted = Array.isArray(permissions) ? permissions : [permissions];
  return (me?.abilities ?? []).some(
    ({ permission, isEverywhere, stations }) =>
      wanted.includes(permission) && (isEverywhere || !path || stations.some(({ id }) => path.includes(id))),
  );
}

function remember(me: Me | null): Me | null {
  const isSame = JSON.stringify(known?.me) === JSON.stringify(me);
  failure = undefined;
  known = { me: isSame ? (known?.me ?? me) : me, at: Date.now() };
  tell();
  return known.me;
}

function tell(): void {
  for (const listener of listeners) listener();
}
