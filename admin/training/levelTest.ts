import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../provider/graphql.js';
import { PLACEMENT, RESULTS, ROSTER } from './levelTests.documents.js';

/** A class group as pages name it. */
export interface Group {
  id: string;
  name: string;
  level?: string | null;
}

/** A level test as its page reads it. */
export interface LevelTest {
  id: string;
  version: number;
  month: string;
  state: 'PLANNED' | 'HELD' | 'SCORED' | 'PLACED';
  maxScore: number;
  heldOn: string | null;
  placedOn: string | null;
  station: { id: string; name: string; path: { id: string; name: string }[] } | null;
  course: { id: string; title: string; classGroups: Group[] } | null;
  bands: { id: string; fromScore: number | null; classGroup: Group | null }[];
}

/** Somebody on the roster of the course. */
export interface Candidate {
  id: string;
  no: number;
  person: { id: string; name: string } | null;
  classGroup: Group | null;
}

/** A score, with the movement it brought. */
export interface Result {
  id: string;
  score: number;
  isMoved: boolean;
  enrolment: { id: string } | null;
  person: { id: string; name: string } | null;
  movedFrom: { name: string } | null;
  placedIn: { name: string } | null;
}

/** What a test does, or did. */
export interface Placement {
  isDone: boolean;
  scored: number;
  moved: number;
  unscored: number;
  hindrance: string | null;
  test: { id: string; version: number };
  groups: { classGroup: Group; fromScore: number | null; before: number; after: number }[];
  moves: { from: Group; to: Group; people: number }[];
}

interface PageOf<Row> {
  nodes: Row[];
  totalCount: number;
}

/** Everything that a page by page answer holds. */
async function whole<Row>(read: (offset: number) => Promise<PageOf<Row> | undefined>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await read(rows.length);
    rows.push(...(page?.nodes ?? []));
    if (!page?.nodes.length || rows.length >= page.totalCount) return rows;
  }
}

/** The roster of a course with the scores that are entered, by enrolment. */
export function useRoster(test: LevelTest) {
  const courseId = test.course?.id ?? '';
  return useQuery({
    queryKey: ['levelTests', 'roster', test.id, test.version],
    queryFn: async ({ signal }) => {
      const [candidates, results] = await Promise.all([
        whole<Candidate>((offset) =>
          ask<{ course: { enrolments: PageOf<Candidate> } | null }>(ROSTER, { id: courseId, offset }, { signal }).then(
            ({ course }) => course?.enrolments,
          ),
        ),
        resultsOf(test.id, {}, signal),
      ]);
      const scores = new Map(results.map(({ enrolment, score }) => [enrolment?.id ?? '', score]));
      return { candidates, scores };
    },
    retry: false,
  });
}

/** Who changed class group by a test. */
export function useMoved(test: LevelTest) {
  return useQuery({
    queryKey: ['levelTests', 'moved', test.id, test.version],
    queryFn: ({ signal }) => resultsOf(test.id, { isMoved: true }, signal),
    retry: false,
  });
}

function resultsOf(id: string, where: object, signal: AbortSignal): Promise<Result[]> {
  return whole<Result>((offset) =>
    ask<{ levelTest: { results: PageOf<Result> } | null }>(RESULTS, { id, where, offset }, { signal }).then(
      ({ levelTest }) => levelTest?.results,
    ),
  );
}

/** What a test does to the class groups, tried out by the server. */
export function usePlacement(test: LevelTest) {
  return useQuery({
    queryKey: ['levelTests', 'placement', test.id, test.version],
    queryFn: ({ signal }) =>
      ask<{ levelTestPlacement: Placement }>(PLACEMENT, { id: test.id }, { signal }).then(
        ({ levelTestPlacement }) => levelTestPlacement,
      ),
    retry: false,
  });
}

/** Reads a test and all that hangs on it anew. */
export function useReload(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['levelTests'] });
}
