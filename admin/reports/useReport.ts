import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { today } from '../parts/dates.js';
import { ask } from '../provider/graphql.js';
import type { ReportAnswer } from './figures.js';
import { type Period, type PeriodUnit, periodAround, UNITS } from './period.js';
import { REPORT } from './reports.documents.js';

/** What the report is asked for; all of it stands in the URL. */
export interface Asked {
  unit: PeriodUnit;
  period: Period;
  asOf: string | null;
  kind: string | null;
  within: string | null;
}

/** The parameters of the report from the URL, and a way to change some of them. */
export function useAsked(): {
  asked: Asked;
  params: URLSearchParams;
  change: (values: Partial<Record<string, string | null>>) => void;
} {
  const [params, setParams] = useSearchParams();
  const change = (values: Partial<Record<string, string | null>>) =>
    setParams(
      (before) => {
        for (const [name, value] of Object.entries(values)) value ? before.set(name, value) : before.delete(name);
        return before;
      },
      { replace: true },
    );
  return { asked: askedOf(params), params, change };
}

/** The report's figures for what is asked. */
export function useReport(asked: Asked) {
  const variables = variablesOf(asked);
  return useQuery({
    queryKey: ['report', variables],
    queryFn: ({ signal }) =>
      ask<{ crossTownReport: ReportAnswer }>(REPORT, variables, { signal }).then((data) => data.crossTownReport),
    placeholderData: (before) => before,
    retry: false,
  });
}

/** The variables of the report's documents. */
export function variablesOf({ period, asOf, kind, within }: Asked) {
  return { period, asOf, kind, within };
}

function askedOf(params: URLSearchParams): Asked {
  const named = params.get('unit') as PeriodUnit | null;
  const unit = named && UNITS.includes(named) ? named : 'year';
  const whole = periodAround(today(), unit === 'free' ? 'year' : unit);
  const period = { from: params.get('from') ?? whole.from, to: params.get('to') ?? whole.to };
  return { unit, period, asOf: params.get('asOf'), kind: params.get('kind'), within: params.get('within') };
}
