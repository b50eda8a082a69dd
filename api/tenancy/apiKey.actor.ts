import { randomInt } from 'node:crypto';
import {
  type Actor,
  type Context,
  type Holding,
  newToken,
  permissionsOfScopes,
  type StationLevelName,
  tokenHash,
} from '../access/index.js';

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
const shape = /^(lx_[a-z0-9]{8})_[A-Za-z0-9_-]{43}$/;

/** A new key's text: `lx_`, eight letters to tell it by, and 256 random bits. */
export function newKeyText(): string {
  const told = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
  return `lx_${told}_${newToken()}`;
}

/** The part of a key that may be shown: `lx_k7f3m2qa`. */
export function prefixOf(text: string): string {
  return shape.exec(text)?.[1] ?? '';
}

/** Why a key is not in force. */
export type KeyRefusal = 'Unknown' | 'Revoked' | 'Expired';

/** Who a key's text belongs to and what it may spend a minute, or why it is refused. */
export type FoundKey =
  | { refused: null; actor: Actor; budgetPerMinute: number }
  | { refused: KeyRefusal; account: string | null; tenantCode: string | null };

interface Row {
  id: string;
  tenantId: number;
  tenantCode: string;
  name: string;
  prefix: string;
  scopes: string[];
  budgetPerMinute: number;
  isRevoked: boolean;
  isExpired: boolean;
  stations: { id: string; level: StationLevelName; reach: string[] | null }[];
}

/** Looks a key up afresh for every request, so that revoking it works at once; its last use is noted, throttled. */
export async function actorOfKey(gate: Context['gate'], text: string): Promise<FoundKey> {
  const [row] = shape.test(text) ? await gate<{ api_key_find: Row | null }>('api_key_find', tokenHash(text)) : [];
  const found = row?.api_key_find;
  if (!found) return { refused: 'Unknown', account: prefixOf(text) || null, tenantCode: null };
  if (found.isRevoked || found.isExpired) {
    return { refused: found.isRevoked ? 'Revoked' : 'Expired', account: found.prefix, tenantCode: found.tenantCode };
  }
  await gate('api_key_used', found.tenantId, found.id);
  return { refused: null, actor: actorOf(found), budgetPerMinute: found.budgetPerMinute };
}

/** A key holds no grant: one holding for each of its stations, with what its scopes allow. */
function actorOf(found: Row): Actor {
  const permissions = permissionsOfScopes(found.scopes);
  const holdings = found.stations.map(
    ({ id, level, reach }): Holding => ({
      grantId: null,
      role: null,
      stationId: id,
      stationLevel: level,
      permissions,
      reach: reach === null ? '*' : new Set(reach),
    }),
  );
  return {
    kind: 'KEY',
    id: found.id,
    tenantId: found.tenantId,
    tenantCode: found.tenantCode,
    account: found.prefix,
    name: found.name,
    sessionId: null,
    mustChangePassword: false,
    holdings,
  };
}
