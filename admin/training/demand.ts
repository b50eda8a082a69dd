import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../provider/graphql.js';
import { BOARD, MENU, WISHES } from './demands.documents.js';

/** The states of a wish in the order of its way. */
export const WISH_STATES = ['REQUESTED', 'SCHEDULED', 'MET', 'DECLINED'] as const;
export type WishState = (typeof WISH_STATES)[number];
export const PRIORITIES = ['HIGH', 'USUAL', 'LOW'] as const;
export const CATEGORIES = ['POLICY', 'TECHNIQUE', 'LANGUAGE_AND_LAW', 'VOCATIONAL'] as const;

/** One line of the board. */
export interface BoardLine {
  item: { id: string; title: string; category: string; isClosed: boolean };
  station: { id: string; name: string };
  asked: number;
  requested: number;
  scheduled: number;
  met: number;
  declined: number;
  urgent: number;
}

/** A wish as its list reads it. */
export interface Wish {
  id: string;
  version: number;
  people: number;
  priority: string;
  askedOn: string;
  state: WishState;
  reason: string | null;
  item: { id: string; title: string } | null;
  person: { id: string; name: string } | null;
  station: { id: string; name: string } | null;
  session: { id: string; heldOn: string; topic: string } | null;
}

/** Something on the menu. */
export interface MenuItem {
  id: string;
  version: number;
  title: string;
  category: string;
  station: { id: string; name: string } | null;
}

/** What became of each of many wishes. */
export interface Batch {
  done: number;
  rows: { isDone: boolean; message: string | null; demand: { id: string } }[];
}

/** The board within a station. */
export function useBoard(within: string | null) {
  return useQuery({
    queryKey: ['demands', 'board', within],
    queryFn: ({ signal }) =>
      ask<{ trainingDemandBoard: BoardLine[] }>(BOARD, { within }, { signal }).then((data) => data.trainingDemandBoard),
    placeholderData: (before) => before,
    retry: false,
  });
}

/** Wishes by what is asked, the latest first, at most 100. */
export function useWishes(where: object) {
  return useQuery({
    queryKey: ['demands', 'wishes', where],
    queryFn: ({ signal }) =>
      ask<{ trainingDemands: { nodes: Wish[]; totalCount: number } }>(WISHES, { where, first: 100 }, { signal }).then(
        (data) => data.trainingDemands,
      ),
    retry: false,
  });
}

/** The county's menu. */
export function useMenu() {
  return useQuery({
    queryKey: ['demands', 'menu'],
    queryFn: ({ signal }) =>
      ask<{ trainingMenuItems: { nodes: MenuItem[] } }>(MENU, { first: 100 }, { signal }).then(
        (data) => data.trainingMenuItems.nodes,
      ),
    retry: false,
  });
}

/** Reads board, wishes and menu anew. */
export function useReloadDemands(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['demands'] });
}
