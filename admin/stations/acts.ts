import { useQuery } from '@tanstack/react-query';
import type { TreeStation } from '../parts/stations.js';
import { act, ask } from '../provider/graphql.js';
import {
  STATION_ACT_PREVIEW,
  STATION_CLOSE,
  STATION_MERGE,
  STATION_MOVE,
  STATION_RENAME,
} from './stations.documents.js';
import type { StationRecord } from './useStation.js';

/** What can be done to a station that stands; the server names them so. */
export type Act = 'RENAME' | 'MOVE' | 'MERGE' | 'CLOSE';

/** What a person has filled in; `targetId` is the new parent, or the station that takes over. */
export interface ActValues {
  name: string;
  from: string;
  targetId: string | null;
  reason: string;
}

interface ActRule {
  document: string;
  root: string;
  /** The input's field that names the other station, where there is one. */
  target?: 'parentId' | 'intoId' | 'handOverToId';
  isTargetNeeded?: boolean;
  /** Whether a later day than today may be entered. */
  isAheadAllowed: boolean;
  isDangerous?: boolean;
}

/** How each act is asked of the server. */
export const ACTS: Record<Act, ActRule> = {
  RENAME: { document: STATION_RENAME, root: 'stationRename', isAheadAllowed: true },
  MOVE: { document: STATION_MOVE, root: 'stationMove', target: 'parentId', isTargetNeeded: true, isAheadAllowed: true },
  MERGE: {
    document: STATION_MERGE,
    root: 'stationMerge',
    target: 'intoId',
    isTargetNeeded: true,
    isAheadAllowed: false,
    isDangerous: true,
  },
  CLOSE: {
    document: STATION_CLOSE,
    root: 'stationClose',
    target: 'handOverToId',
    isAheadAllowed: false,
    isDangerous: true,
  },
};

/** What an act would touch, as the server counts it. */
export interface ActPreview {
  users: number;
  programmes: number;
  openProgrammes: number;
  households: number;
  openRecords: number;
  stations: number;
  reportsFrom: string;
  refusal: string | null;
}

/** The acts that a station's level allows: the county is only renamed, and a township has no other parent to go to. */
export function actsOf({ level, closedOn }: Pick<StationRecord, 'level' | 'closedOn'>): Act[] {
  if (closedOn) return [];
  if (level === 'COUNTY') return ['RENAME'];
  return level === 'TOWNSHIP' ? ['RENAME', 'MERGE', 'CLOSE'] : ['RENAME', 'MOVE', 'MERGE', 'CLOSE'];
}

/** Whether a station cannot be the other one of an act: of the wrong level, itself, or where it is already. */
export function isBarred(kind: Act, station: StationRecord, other: TreeStation): boolean {
  if (other.id === station.id) return true;
  if (kind !== 'MOVE') return other.level !== station.level;
  return other.level !== 'TOWNSHIP' || other.id === station.parent?.id;
}

/** Asks what an act would touch as it is filled in now; old numbers stay while new ones come. */
export function useActPreview(kind: Act, station: StationRecord, { from, targetId }: ActValues) {
  const variables = { id: station.id, act: kind, from, intoId: targetId };
  return useQuery({
    queryKey: ['stationActPreview', variables],
    queryFn: ({ signal }) =>
      ask<{ stationActPreview: ActPreview }>(STATION_ACT_PREVIEW, variables, { signal }).then(
        ({ stationActPreview }) => stationActPreview,
      ),
    enabled: from !== '',
    placeholderData: (before) => before,
    retry: false,
  });
}

/** Does the act on the version that the person has seen; throws FieldErrors, or RequestError STALE. */
export function perform(kind: Act, station: StationRecord, values: ActValues): Promise<object> {
  const { document, root, target } = ACTS[kind];
  const { name, from, reason, targetId } = values;
  const input = {
    from,
    reason,
    ...(kind === 'RENAME' && { name }),
    ...(target && targetId && { [target]: targetId }),
  };
  return act(document, root, { id: station.id, version: station.version, input });
}
