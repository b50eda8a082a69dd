import type { Answer } from '../answer.js';
import type { Asked, Comparison, Level } from '../asked.js';
import { periodOfDays, periodParams } from '../periodText.js';

/** What somebody said of an edition. */
export interface Comment {
  id: string;
  text: string;
  writtenByName: string;
  createdAt: string;
}

/** An edition as its page reads it. */
export interface Edition {
  id: string;
  title: string;
  from: string;
  to: string;
  asOf: string;
  hash: string;
  isIntact: boolean;
  frozenByName: string;
  createdAt: string;
  station: { id: string; name: string; path: { id: string; name: string }[] } | null;
  comments: Comment[];
  report: Answer & { by: Level; split: string | null; compare: Comparison | null; metrics: { key: string }[] };
}

/** What an edition was asked for, as the builder asks it. */
export function askedFor({ station, report }: Edition): Asked {
  const { by, split, compare, from, to, asOf, metrics } = report;
  const period = periodOfDays(from, to);
  return { metrics: metrics.map(({ key }) => key), by, period, asOf, within: station?.id ?? null, split, compare };
}

/** The same as parameters of the builder's address. */
export function paramsOf({ metrics, by, period, asOf, within, split, compare }: Asked): URLSearchParams {
  const all = { metrics: metrics.join(','), by, ...periodParams(period), asOf, within, split, compare };
  return new URLSearchParams(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
}
