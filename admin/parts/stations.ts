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

/** All stations of a tree, each after its parent; `isOpen` false leaves out what lies under a station. */
export function flattened(root: StationNode, isOpen: (id: string) => boolean = () => true): TreeStation[] {
  const below = isOpen(root.station.id) ? (root.children ?? []) : [];
  return [root.station, ...below.flatMap((child) => flattened(child, isOpen))];
}

/** Whether characters, full pinyin, initials or code of a station answer to what was typed. */
export function answersTo(station: TreeStation, typed: string): boolean {
  return !typed.trim() || hitOf(station, typed) !== null;
}

/** Where a station answers to what was typed: a stretch of its name (from, to), or its code; null where it does not. */
export function hitOf(station: TreeStation, typed: string): [number, number] | 'code' | null {
  const word = typed.trim().toLowerCase();
  if (!word) return null;
  const { length } = station.name;
  const at = station.name.toLowerCase().indexOf(word);
  if (at >= 0) return [at, at + word.length];
  const spoken = word.replace(/[\s']/g, '');
  const { initials, pinyin } = station;
  if (initials.startsWith(spoken)) return [0, initials.length === length ? spoken.length : length];
  if (pinyin.startsWith(spoken)) return [0, length];
  return station.code.startsWith(word) ? 'code' : null;
}

/** The part of a tree that answers to what was typed, with the ancestors of each hit; null when nothing does. */
export function pruned(node: StationNode, typed: string): StationNode | null {
  const children = (node.children ?? []).flatMap((child) => pruned(child, typed) ?? []);
  if (!children.length && !answersTo(node.station, typed)) return null;
  return { station: node.station, children };
}
