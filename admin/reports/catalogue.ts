import { useQuery } from '@tanstack/react-query';
import { useLocaleState } from 'react-admin';
import { ask } from '../provider/graphql.js';
import { type Me, may, type Permission } from '../provider/me.js';
import type { Comparison } from './asked.js';
import { METRICS } from './reports.documents.js';

interface Bilingual {
  zh: string;
  en: string;
}

/** A metric as the server's catalogue has it; the console knows none by itself. */
export interface Metric {
  key: string;
  /** `<area>.<what>`. */
  code: string;
  name: Bilingual;
  says: Bilingual;
  unit: Bilingual;
  counts: 'ROWS' | 'PEOPLE' | 'HOUSEHOLDS' | 'QUANTITY' | 'MONEY' | 'SHARE';
  falls: string;
  isAdditive: boolean;
  splits: string[];
  plan: string | null;
  rows: Permission[];
}

/** Everything that can be counted; it changes with the server only, so it is asked for once. */
export function useCatalogue() {
  return useQuery({
    queryKey: ['metrics'],
    queryFn: ({ signal }) => ask<{ metrics: Metric[] }>(METRICS, {}, { signal }).then(({ metrics }) => metrics),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Reads a text of the catalogue in the language of the page. */
export function useBilingual(): (text: Bilingual) => string {
  const [locale] = useLocaleState();
  return ({ zh, en }) => (locale === 'en' ? en : zh);
}

/** The metrics of these keys in their order, as far as the catalogue knows them. */
export function named(catalogue: readonly Metric[], keys: readonly string[]): Metric[] {
  return keys.flatMap((key) => catalogue.find((metric) => metric.key === key) ?? []);
}

/** The area of the work that a metric belongs to: the first part of its code. */
export function areaOf({ code }: Metric): string {
  return code.split('.')[0] ?? code;
}

/** The splits that all of the metrics know. */
export function commonSplits(metrics: readonly Metric[]): string[] {
  const [first, ...others] = metrics;
  return (first?.splits ?? []).filter((split) => others.every(({ splits }) => splits.includes(split)));
}

/** Whether all of the metrics can be compared so. */
export function isComparable(metrics: readonly Metric[], compare: Comparison | null, isUpTo: boolean): boolean {
  if (compare === 'PLAN') return metrics.every(({ plan }) => plan);
  return compare !== 'PREVIOUS' || !isUpTo;
}

/** Whether somebody may open rows of a metric at all: every right that it names, and of programmes the one of any kind. */
export function mayOpen(me: Me | null | undefined, metric: Metric): boolean {
  const hold = (permission: Permission) => may(me, permission);
  return areaOf(metric) === 'programmes' ? metric.rows.some(hold) : metric.rows.every(hold);
}
