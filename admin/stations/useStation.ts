import { useQuery, useQueryClient } from '@tanstack/react-query';
import { RequestError } from '../provider/errors.js';
import { ask } from '../provider/graphql.js';
import { STATION } from './stations.documents.js';

/** One change in a station's life. */
export interface StationChange {
  kind: 'OPENED' | 'RENAMED' | 'MOVED' | 'MERGED' | 'CLOSED';
  on: string;
  at: string;
  by: string | null;
  from: string | null;
  to: string | null;
  reason: string | null;
}

interface Named {
  id: string;
  name: string;
}

/** A station as its page shows it, as of a day. */
export interface StationRecord extends Named {
  version: number;
  code: string;
  level: 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';
  levelName: string;
  practiceLabel: string | null;
  settlement: 'VILLAGE' | 'COMMUNITY' | null;
  openedOn: string;
  closedOn: string | null;
  parent: Named | null;
  path: Named[];
  successor: Named | null;
  history: StationChange[];
}

/** Reads a station as of a day, today if none is given; NOT_FOUND where there is none within reach. */
export async function fetchStation(id: string, asOf?: string, signal?: AbortSignal): Promise<StationRecord> {
  const { station } = await ask<{ station: StationRecord | null }>(STATION, { id, asOf }, { signal });
  if (!station) throw new RequestError('lianxin.error.NOT_FOUND', { code: 'NOT_FOUND' });
  return station;
}

/** A station as of a day; asks nothing while `id` is undefined. */
export function useStation(id: string | undefined, asOf?: string) {
  return useQuery({
    queryKey: ['station', id ?? null, asOf ?? null],
    queryFn: ({ signal }) => fetchStation(id as string, asOf, signal),
    enabled: id !== undefined,
    retry: false,
  });
}

/** Answers the function that reads the tree and all that hangs on it anew, after an act. */
export function useRefreshStations(): () => Promise<unknown> {
  const client = useQueryClient();
  const keys = ['stationTree', 'station', 'stations', 'stationPeople', 'stationProgrammes', 'stationActPreview'];
  return () => Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] })));
}

/** The ids from the root down to the station itself, by which rights are asked. */
export function idsOf(station: StationRecord): string[] {
  return [...station.path.map(({ id }) => id), station.id];
}
