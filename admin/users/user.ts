import type { RaRecord } from 'react-admin';
import { today } from '../parts/dates.js';
import type { StationRef } from '../provider/me.js';

/** A station with the way to it from the county. */
export interface PlacedStation extends StationRef {
  path: StationRef[];
}

/** A role held at a station from a day to a day, as the show page asks for it. */
export interface Grant {
  id: string;
  role: string;
  /** Null for a platform operator. */
  station: PlacedStation | null;
  validFrom: string;
  /** First day on which it no longer holds. */
  validTo: string | null;
  isInForce: boolean;
  grantedBy: string | null;
  reason: string | null;
  version: number;
}

/** A person as the show page asks for them. */
export interface User extends RaRecord<string> {
  account: string;
  name: string;
  isDisabled: boolean;
  lastSignInAt: string | null;
  createdAt: string;
  version: number;
  station: PlacedStation | null;
  grants?: Grant[];
}

/** Where a grant stands in time. */
export type Phase = 'current' | 'future' | 'past';

/** Whether a grant holds today, will hold, or held once; one that was ended before its first day counts as past. */
export function phaseOf({ isInForce, validFrom, validTo }: Pick<Grant, 'isInForce' | 'validFrom' | 'validTo'>): Phase {
  if (isInForce) return 'current';
  const isEverHeld = validTo === null || validTo > validFrom;
  return isEverHeld && validFrom > today() ? 'future' : 'past';
}

/** The station's name after those above it, the county left out unless it is the county: 赤金镇 / 朝阳村. */
export function placeName(station: PlacedStation): string {
  return [...station.path.slice(1).map(({ name }) => name), station.name].join(' / ');
}
