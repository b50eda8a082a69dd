import { useSearchParams } from 'react-router-dom';
import { today } from '../parts/dates.js';
import type { Me } from '../provider/me.js';
import { useMe } from '../provider/useMe.js';
import { inputOf, isWhole, type Period, type PeriodUnit, periodAround, UNITS } from './period.js';

/** The levels of the tree from the top, as depths of a report. */
export const LEVELS = ['COUNTY', 'TOWNSHIP', 'VILLAGE'] as const;
export type Level = (typeof LEVELS)[number];

export const COMPARISONS = ['PREVIOUS', 'YEAR_BEFORE', 'PLAN'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What a report is asked for; all of it stands in the address of the page, so that a link brings the same report. */
export interface Asked {
  metrics: string[];
  by: Level;
  period: Period;
  asOf: string | null;
  within: string | null;
  split: string | null;
  compare: Comparison | null;
}

/** What is counted where nobody has chosen yet. */
const FIRST_METRICS = ['PROGRAMMES_COUNT', 'HOUSEHOLDS_COUNT', 'TRAINING_PERSON_TIMES'];

export type Change = (values: Partial<Record<string, string | null>>) => void;

/** What the address asks for, the address itself, and a way to change some of it. */
export function useAsked(): { asked: Asked; params: URLSearchParams; change: Change } {
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const change: Change = (values) => setParams(changed(standing(), values), { replace: true });
  return { asked: askedOf(params, me), params, change };
}

/** The parameters as the address has them, which may be a step ahead of what is drawn. */
function standing(): URLSearchParams {
  return new URLSearchParams(window.location.hash.split('?')[1] ?? '');
}

/** The parameters with some of them set, and those that are null taken out. */
export function changed(before: URLSearchParams, values: Partial<Record<string, string | null>>): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(values)) value ? after.set(name, value) : after.delete(name);
  return after;
}

/** The variables of the report's document. */
export function variablesOf({ period, ...asked }: Asked) {
  return { ...asked, period: inputOf(period) };
}

/** The level below another; a village has none. */
export function below(level: string): Level | undefined {
  return LEVELS[LEVELS.indexOf(level as Level) + 1];
}

/** What parameters ask for; a word that the page does not know counts as not said. */
export function askedOf(params: URLSearchParams, me: Me | null | undefined): Asked {
  const named = params.get('metrics')?.split(',').filter(Boolean) ?? [];
  return {
    metrics: named.length ? [...new Set(named)] : FIRST_METRICS,
    by: oneOf(LEVELS, params.get('by')) ?? firstLevel(me),
    period: periodOf(params),
    asOf: dayIn(params.get('asOf')),
    within: params.get('within'),
    split: params.get('split'),
    compare: oneOf(COMPARISONS, params.get('compare')) ?? null,
  };
}

/** Villages for somebody who reads reports of towns alone, else towns. */
function firstLevel(me: Me | null | undefined): Level {
  const held = me?.abilities.find(({ permission }) => permission === 'REPORT_READ');
  const isOfTowns = held && !held.isEverywhere && held.stations.every(({ level }) => level === 'TOWNSHIP');
  return isOfTowns ? 'VILLAGE' : 'TOWNSHIP';
}

function periodOf(params: URLSearchParams): Period {
  const unit: PeriodUnit = oneOf(UNITS, params.get('unit')) ?? 'year';
  const [from, to] = [dayIn(params.get('from')), dayIn(params.get('to'))];
  if (isWhole(unit)) return periodAround(from ?? today(), unit);
  const year = periodAround(today(), 'year');
  return { unit, from: from ?? year.from, to: to ?? (unit === 'upTo' ? today() : year.to) };
}

function oneOf<T extends string>(known: readonly T[], word: string | null): T | undefined {
  return known.find((one) => one === word);
}

function dayIn(text: string | null): string | null {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}
