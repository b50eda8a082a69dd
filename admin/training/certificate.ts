import { useQuery } from '@tanstack/react-query';
import { ask } from '../provider/graphql.js';
import { CERTIFICATES, COMPLETED } from './certificates.documents.js';

/** Somebody who completed a course. */
export interface Completed {
  id: string;
  no: number;
  person: { id: string; name: string } | null;
}

/** A certificate as pages and paper show it. */
export interface Certificate {
  id: string;
  number: string;
  issuedOn: string;
  issuedBy: string;
  person: { id: string; name: string } | null;
  course: { id: string; title: string; startsOn: string; endsOn: string } | null;
}

interface PageOf<Row> {
  nodes: Row[];
  totalCount: number;
}

/** The certificates of a course, all pages of them. */
export function useCertificates(courseId: string) {
  return useQuery({
    queryKey: ['certificates', courseId],
    queryFn: ({ signal }) =>
      whole<Certificate>((offset) =>
        ask<{ trainingCertificates: PageOf<Certificate> }>(
          CERTIFICATES,
          { where: { course: { in: [courseId] } }, offset },
          { signal },
        ).then((data) => data.trainingCertificates),
      ),
    enabled: courseId !== '',
    retry: false,
  });
}

/** Everybody who completed a course. */
export function useCompleted(courseId: string) {
  return useQuery({
    queryKey: ['certificates', 'completed', courseId],
    queryFn: ({ signal }) =>
      whole<Completed>((offset) =>
        ask<{ course: { enrolments: PageOf<Completed> } | null }>(COMPLETED, { id: courseId, offset }, { signal }).then(
          ({ course }) => course?.enrolments,
        ),
      ),
    enabled: courseId !== '',
    retry: false,
  });
}

async function whole<Row>(read: (offset: number) => Promise<PageOf<Row> | undefined>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await read(rows.length);
    rows.push(...(page?.nodes ?? []));
    if (!page?.nodes.length || rows.length >= page.totalCount) return rows;
  }
}
