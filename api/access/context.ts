import type { EntityManager } from '@mikro-orm/postgresql';
import type { Day } from '../kernel/index.js';
import { type Language, unauthenticated } from '../kernel/index.js';
import type { Actor } from './actor.js';

/** What a change was done for, written into its audit rows. */
export interface AuditNote {
  /** The act, as the mutation is called: `stationMove`. */
  act: string;
  reason?: string | null;
}

/** A change that was written by SQL rather than by the unit of work, told so that it is audited like any other. */
export interface Change {
  /** The table or type, such as `Account`. */
  record: string;
  recordId: string | null;
  stationId?: string | null;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
}

/** What the security log tells of. */
export type SecurityKind =
  | 'SIGNED_IN'
  | 'SIGN_IN_REFUSED'
  | 'SIGN_IN_LOCKED'
  | 'SIGNED_OUT'
  | 'SESSION_ENDED'
  | 'SESSIONS_ENDED'
  | 'PASSWORD_CHANGED'
  | 'PASSWORD_REFUSED'
  | 'PASSWORD_RESET'
  | 'KEY_REFUSED'
  | 'RATE_LIMITED'
  | 'FORBIDDEN'
  | 'EXPORTED';

/** A refusal or sign-in that is kept in the security log even when the operation is rolled back. */
export interface SecurityEventNote {
  kind: SecurityKind;
  account?: string | null;
  tenantCode?: string | null;
  detail?: string | null;
}

/** The functions of `gate` that are asked before a tenant is known, or whose effect must outlive a roll-back. */
export type GateCall =
  | 'account_find'
  | 'account_failed'
  | 'session_open'
  | 'session_find'
  | 'session_touch'
  | 'session_close'
  | 'sessions_close'
  | 'sessions_sweep'
  | 'api_key_find'
  | 'api_key_used'
  | 'security_event_add';

/** Cookies that an operation wants set or cleared; the server writes them into the answer. */
export interface CookieJar {
  session: { set: string } | 'clear' | null;
}

/** One GraphQL operation: who asks, in which language, and its one transaction. */
export interface Context {
  readonly actor: Actor | null;
  readonly requestId: string;
  readonly language: Language;
  /** A short name of the program that asks, such as `Chrome 147`. */
  readonly client: string;
  readonly address: string;
  readonly cookies: CookieJar;
  /** The day it is for the tenant, the same throughout the operation. */
  readonly today: Day;
  /** The entity manager inside the operation's one transaction, opened for the actor's tenant and stations when first asked for. */
  em(): Promise<EntityManager>;
  /** As `em`, for an operator who prepares a county: the same transaction, with that tenant's context. */
  enter(tenantId: number): Promise<EntityManager>;
  /** The same operation in the name of who has just signed in. */
  as(actor: Actor): Context;
  /** Says what the changes that follow are done for. */
  note(note: AuditNote): void;
  /** Audits a change that the unit of work does not see, in the same transaction. */
  wrote(change: Change): Promise<void>;
  /** Rolls back whatever the operation wrote, at its end. */
  giveUp(): void;
  /** Writes to the security log at once, outside the operation's transaction. */
  security(note: SecurityEventNote): Promise<void>;
  /** Calls a function of the schema `gate` (credentials and sessions) at once, outside the operation's transaction. */
  gate<Row>(call: GateCall, ...values: unknown[]): Promise<Row[]>;
  /** A value computed once per operation. */
  once<T>(key: string, make: () => Promise<T>): Promise<T>;
  /** Forgets what `once` computed, after a write that may have made it wrong. */
  forget(): void;
}

/** The signed-in actor, or UNAUTHENTICATED. */
export function actorOf(ctx: Context): Actor {
  if (!ctx.actor) throw unauthenticated();
  return ctx.actor;
}
