import type { Message } from '../kernel/index.js';
import type { Reach } from '../reading/index.js';
import type { Permission } from './permissions.js';
import type { Role, StationLevelName } from './roles.js';

/** One appointment (or one key's scope) that gives permissions over stations. */
export interface Holding {
  /** Null for a partner key, which holds scopes and no grant. */
  grantId: string | null;
  role: Role | null;
  stationId: string;
  stationLevel: StationLevelName;
  permissions: ReadonlySet<Permission>;
  reach: Reach;
}

/** Who asks: a plain value that sign-in fills; rights are read off it and never looked up again during the operation. */
export interface Actor {
  kind: 'USER' | 'KEY' | 'OPERATOR';
  /** The user's or the key's id. */
  id: string;
  /** The county's number; 0 for the platform's operators. */
  tenantId: number;
  tenantCode: string;
  /** `name@620981`, or the prefix of a key. */
  account: string;
  name: string;
  sessionId: string | null;
  mustChangePassword: boolean;
  holdings: readonly Holding[];
}

/** The stations where the actor holds this very permission, whatever else is held elsewhere. */
export function reachOf(actor: Actor, permission: Permission): Reach {
  return union(actor.holdings.filter((h) => h.permissions.has(permission)).map((h) => h.reach));
}

/** The stations that any holding reaches: the outer lock, told to row security. */
export function outerReach(actor: Actor): Reach {
  return union(actor.holdings.map((h) => h.reach));
}

/** The same person, who holds everything only where they hold a permission as well. */
export function actorWithin(actor: Actor, permission: Permission): Actor {
  const limit = reachOf(actor, permission);
  if (limit === '*') return actor;
  const cut = (reach: Reach): Reach => (reach === '*' ? limit : new Set([...reach].filter((id) => limit.has(id))));
  return { ...actor, holdings: actor.holdings.map((holding) => ({ ...holding, reach: cut(holding.reach) })) };
}

/** Whether a reach contains a station. */
export function reaches(reach: Reach, stationId: string): boolean {
  return reach === '*' || reach.has(stationId);
}

function union(parts: readonly Reach[]): Reach {
  if (parts.includes('*')) return '*';
  return new Set(parts.flatMap((part) => [...(part as ReadonlySet<string>)]));
}

/** Why something is allowed or refused, with the holding that allows. */
export type Decision = { isAllowed: true; by: Holding } | { isAllowed: false; rule: string; says: Message };
