import { useQuery } from '@tanstack/react-query';
import { useLocaleState } from 'react-admin';
import { today } from '../parts/dates.js';
import { ask } from '../provider/graphql.js';
import type { Answer, Cell } from './answer.js';
import { type Asked, variablesOf } from './asked.js';
import { inputOf, isWhole, type Period, periodAround } from './period.js';
import { POINTS, REPORT, REPORT_COURSE } from './reports.documents.js';

/** The report that is asked for, in the language of the page; nothing is asked while no metric is known. */
export function useReport(asked: Asked) {
  const [locale] = useLocaleState();
  const variables = variablesOf(asked);
  return useQuery({
    queryKey: ['report', locale, variables],
    queryFn: ({ signal }) =>
      ask<{ report: Answer }>(REPORT, variables, { signal }).then(({ report }) => ({ report, asked })),
    placeholderData: (before) => before,
    enabled: asked.metrics.length > 0,
    retry: false,
  });
}

/** One point of a course: a period and what the total was in it. */
export interface Point {
  period: Period;
  cells: Pick<Cell, 'split' | 'splitName' | 'unit' | 'value'>[];
}

type CourseAnswer = Record<string, { total: Pick<Point, 'cells'> }>;

/**
 * The total of one metric over twelve months, quarters or years up to the one that is asked for. Each is counted as of its own
 * last day, the latest one as of the day that is asked for.
 */
export function useCourse({ period, asOf, within, split }: Asked, metric: string) {
  const [locale] = useLocaleState();
  const periods = periodsUpTo(period);
  const latest = asOf ?? today();
  const variables: Record<string, unknown> = { metric, within, split };
  for (const [i, one] of periods.entries()) {
    variables[`period${i}`] = inputOf(one);
    const isLast = i === periods.length - 1;
    variables[`asOf${i}`] = !isLast && one.to < latest ? one.to : latest;
  }
  return useQuery({
    queryKey: ['reportCourse', locale, variables],
    queryFn: ({ signal }) =>
      ask<CourseAnswer>(REPORT_COURSE, variables, { signal }).then((found) =>
        periods.map((one, i): Point => ({ period: one, cells: found[`point${i}`]?.total.cells ?? [] })),
      ),
    enabled: periods.length > 0,
    retry: false,
  });
}

function periodsUpTo({ unit, from }: Period): Period[] {
  if (!isWhole(unit)) return [];
  return Array.from({ length: POINTS }, (_, i) => periodAround(from, unit, i - POINTS + 1));
}
