import { useQuery } from '@tanstack/react-query';
import type { RaRecord } from 'react-admin';
import { ask } from '../provider/graphql.js';
import { ENROLMENTS } from './courses.documents.js';

/** A station as courses name it. */
interface Place {
  id: string;
  name: string;
  path: { id: string; name: string }[];
}

/** A session in the list of its course. */
export interface Session {
  id: string;
  version: number;
  heldOn: string;
  topic: string;
  place: string | null;
  hours: string | null;
  isCancelled: boolean;
  presentCount: number;
  teacher: { id: string; name: string } | null;
}

/** A course with what hangs on it. */
export interface Course extends RaRecord {
  id: string;
  title: string;
  capacity: number;
  enrolledCount: number;
  waitingCount: number;
  isInvented: boolean;
  station: Place | null;
  programme: { id: string; title: string; state: string } | null;
  provider: { id: string; name: string } | null;
  classGroups: { id: string; name: string; level: string | null; enrolledCount: number }[];
  sessions: Session[];
}

/** Somebody's enrolment; name and household are null for those who may not see people. */
export interface Enrolment {
  id: string;
  no: number;
  state: string;
  version: number;
  attendedCount: number;
  classGroup: { id: string; name: string } | null;
  person: { id: string; name: string } | null;
  household: { id: string; code: string; headName: string } | null;
}

/** The answer to an act on many people. */
export interface Roster {
  isWritten: boolean;
  doneCount: number;
  skippedCount: number;
  refusedCount: number;
  waitingCount: number;
  rows: { no: number; name: string; outcome: string; state: string | null; says: string | null }[];
}

/** The whole list of a course's enrolments in some states: a class is a few hundred people, read a hundred at a time. */
export function useEnrolments(courseId: string | undefined, states: readonly string[]) {
  return useQuery({
    queryKey: ['enrolments', courseId, states],
    enabled: Boolean(courseId),
    retry: false,
    queryFn: async ({ signal }) => {
      const all: Enrolment[] = [];
      for (let total = 1; all.length < total; ) {
        const variables = { id: courseId, where: { state: { in: states } }, offset: all.length };
        const { course } = await ask<{ course: { enrolments: { totalCount: number; nodes: Enrolment[] } } }>(
          ENROLMENTS,
          variables,
          { signal },
        );
        all.push(...course.enrolments.nodes);
        total = course.enrolments.nodes.length ? course.enrolments.totalCount : 0;
      }
      return all;
    },
  });
}

/** Names out of what was pasted from a sheet: the first cell of each line. */
export function namesOf(pasted: string): string[] {
  const lines = pasted.split(/\r?\n/).map((line) => line.split('\t')[0]?.trim() ?? '');
  return lines.filter((name) => name !== '' && name !== '姓名');
}
