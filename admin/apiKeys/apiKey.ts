import type { RaRecord } from 'react-admin';
import { today } from '../parts/dates.js';

/** A partner's key as the list asks for it; never its secret. */
export interface ApiKey extends RaRecord<string> {
  name: string;
  prefix: string;
  scopes: string[];
  stations: { id: string; name: string }[];
  /** The last day on which it works. */
  expiresOn: string;
  budgetPerMinute: number;
  lastUsedAt: string | null;
  revokedAt: string | null;
  revokedReason: string | null;
  version: number;
}

/** What a partner key may be made to read, in the order of the menu. */
export const SCOPES = ['STATIONS', 'TRAINING', 'JOBS', 'INDUSTRY', 'REPORTS'] as const;

/** Whether a key works, and why not. */
export type KeyState = 'inForce' | 'ending' | 'expired' | 'revoked';

const SOON_DAYS = 30;
const DAY_MS = 86_400_000;

/** In force, ending within 30 days, past its last day, or revoked. */
export function stateOf({ revokedAt, expiresOn }: Pick<ApiKey, 'revokedAt' | 'expiresOn'>): KeyState {
  if (revokedAt) return 'revoked';
  if (expiresOn < today()) return 'expired';
  return (Date.parse(expiresOn) - Date.parse(today())) / DAY_MS <= SOON_DAYS ? 'ending' : 'inForce';
}

/** The day a year from today, which a new key is offered as its last. */
export function inAYear(): string {
  const [year, rest] = [today().slice(0, 4), today().slice(4)];
  return `${Number(year) + 1}${rest === '-02-29' ? '-02-28' : rest}`;
}
