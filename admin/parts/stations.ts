import { useQuery } from '@tanstack/react-query';
import { ask } from '../provider/graphql.js';
import { STATION_TREE } from './stationTree.documents.js';

/** A station as the tree carries it. */
export interface TreeStation {
  id: string;
  code: string;
  name: string;
  pinyin: string;
  initials: string;
  level: 'COUNTY' | 'TOWNSHIP' | 'VILLAGE';
  settlement: 'VILLAGE' | 'COMMUNITY' | null;
  version: number;
  closedOn: string | null;
}

/** A station and those under it. */
export interface StationNode {
  station: TreeStation;
  children?: StationNode[];
}

/** The tree of the county on a day, kept for a minute; `['stationTree']` is its query key, to be refreshed after an act. */
export function useStationTree(asOf?: string) {
  return useQuery({
    queryKey: ['stationTree', asOf ?? null],
    queryFn: ({ signal }) =>
      ask<{ stationTree: StationNode }>(STATION_TREE, { asOf }, { signal }).then(({ stationTree }) => stationTree),
    staleTime: 60_000,
    retry: false,
  });
}

/** The path of a station from the root, itself last; empty when the tree does not hold it. */
export function pathTo(root: StationNode | undefined, id: string): TreeStation[] {
  if (!root) return [];
  if (root.station.id === id) return [root.station];
  for (const child of root.children ?? []) {
    const path = pathTo(child, id);
    if (path.length) return [root.station, ...path];
  }
  return [];
}

/** All stations of a tree, each after its parent. */
export function flattened(root: StationNode): TreeStation[] {
  return [root.station, ...(root.children ?? []).flatMap(flattened)];
}

/** Whether characters, full pinyin, initials or code of a station answer to what was typed. */
export function answersTo(station: TreeStation, typed: string): boolean {
  const word = typed.trim().toLowerCase();
  if (!word) return true;
  const spoken = word.replace(/[\s']/g, '');
  return (
    station.name.toLowerCase().includes(word) ||
    station.code.startsWith(word) ||
    station.initials.toLowerCase().startsWith(spoken) ||
    station.pinyin.toLowerCase().replace(/[\s']/g, '').startsWith(spoken)
  );
}

/** The part of a tree that answers to what was typed, with the ancestors of each hit; null when nothing does. */
export function pruned(node: StationNode, typed: string): StationNode | null {
  const children = (node.children ?? []).flatMap((child) => pruned(child, typed) ?? []);
  if (!children.length && !answersTo(node.station, typed)) return null;
  return { station: node.station, children };
}
