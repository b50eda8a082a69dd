import { type Answer, type Column, changeOf, emptyLines, figureOf, type Group, isParted, type Line } from './answer.js';
import type { Metric } from './catalogue.js';
import { isZero, order, percent, plus } from './decimals.js';
import { changeText, figureText, rateText } from './figures.js';

/** A sentence as a key of the words and what it names. */
export interface Saying {
  key: string;
  values: Record<string, string | number>;
}

/** How many lines a sentence names before it says that there are more. */
const NAMED = 5;

/** What the figures of one metric say: the total, its change, where most are, and how many lines have none. */
export function sayingsOf(answer: Answer, group: Group, words: Words): Saying[] {
  if (isParted(group)) return ofParts(answer, group, words);
  const [column] = group.columns;
  return column ? ofWhole(answer, column, words) : [];
}

/** What the sentences cannot know: the metric's name and unit in the language of the page, and how names are joined. */
export interface Words {
  name: string;
  join: (names: readonly string[]) => string;
  compare: string | null;
  /** Whether the values of the split add up to the whole. */
  isSummed?: boolean;
}

function ofWhole(answer: Answer, column: Column, words: Words): Saying[] {
  const { metric, unit } = column;
  const total = answer.total.cells[column.index];
  if (!total || total.value === null)
    return [{ key: total?.isHidden ? 'hidden' : 'none', values: { name: words.name } }];
  const values = { name: words.name, value: figureText(total.value, metric), unit };
  const change = words.compare ? changeSaying(answer, column, words.compare) : [];
  if (isZero(total.value)) return [{ key: 'zero', values }, ...change];
  const key = metric.isAdditive ? 'total' : metric.counts === 'SHARE' ? 'rate' : 'counted';
  const lines = answer.lines.length > 1 ? linesSaying(answer, column, words) : [];
  return [{ key, values }, ...change, ...lines];
}

/** Where most are and who has none; where few have any, these are named and the others counted. */
function linesSaying(answer: Answer, column: Column, words: Words): Saying[] {
  const none = emptyLines(answer.lines, column);
  const some = answer.lines.filter((line) => !none.includes(line) && figureOf(line, column) !== null);
  const isFew = some.length > 0 && some.length <= FEW && none.length > some.length;
  if (!isFew) return [...most(answer, column, words), ...empty(none, words)];
  const only = { key: 'only', values: { names: namesOf(some, words), count: none.length } };
  return some.length > 1 ? [...most(answer, column, words), only] : [only];
}

/** How many lines are so few that they are named rather than those that have none. */
const FEW = 3;

function changeSaying({ total }: Answer, column: Column, compare: string): Saying[] {
  const cell = total.cells[column.index];
  const isPlan = compare === 'PLAN';
  const change = cell && changeOf(cell, isPlan);
  if (!cell?.compared || !change) return [];
  const { metric, unit } = column;
  const compared = figureText(cell.compared, metric);
  if (isPlan)
    return change.rate ? [{ key: 'plan', values: { compared, unit, rate: figureText(change.rate, SHARE) } }] : [];
  if (isZero(change.by)) return [{ key: `same.${compare}`, values: {} }];
  const by = `${changeText(change.by, metric)} ${unit}`;
  if (metric.counts === 'SHARE')
    return [{ key: `points.${compare}`, values: { compared, by: changeText(change.by, metric) } }];
  const values = { compared, unit, by, rate: change.rate ? rateText(change.rate) : '' };
  return [{ key: `${change.rate ? 'change' : 'fromNothing'}.${compare}`, values }];
}

const SHARE = { counts: 'SHARE' } satisfies Pick<Metric, 'counts'>;

/** Where most are; lines that share the first place are named together, for they are not ranked. */
function most({ lines, total }: Answer, column: Column, words: Words): Saying[] {
  const { metric, unit } = column;
  const shown = lines.filter((line) => figureOf(line, column) !== null);
  const top = greatest(shown, (line) => figureOf(line, column) ?? '0');
  const value = top[0] && figureOf(top[0], column);
  if (!value || order(value, '0') <= 0 || top.length === shown.length) return [];
  const share = metric.isAdditive ? percent(value, figureOf(total, column) ?? '0') : null;
  const isHigh = !metric.isAdditive && metric.counts !== 'PEOPLE' && metric.counts !== 'HOUSEHOLDS';
  const values = { names: namesOf(top, words), value: figureText(value, metric), unit, share: share ?? '' };
  return [{ key: share ? 'mostShare' : isHigh ? 'highest' : 'most', values }];
}

function empty(none: readonly Line[], words: Words): Saying[] {
  if (!none.length) return [];
  return [
    { key: none.length > NAMED ? 'emptyMany' : 'empty', values: { count: none.length, names: namesOf(none, words) } },
  ];
}

function ofParts({ total }: Answer, { metric, columns }: Group, words: Words): Saying[] {
  const named = columns.filter((column) => column.name !== null && !isZero(figureOf(total, column) ?? '0'));
  if (new Set(columns.map(({ unit }) => unit)).size > 1)
    return [{ key: 'partsOfUnits', values: { name: words.name, count: columns.length } }];
  const [top] = greatest(named, (column) => figureOf(total, column) ?? '0');
  if (!top) return [{ key: 'partsNone', values: { name: words.name } }];
  const value = figureText(figureOf(total, top) ?? '0', metric);
  if (named.length === 1)
    return [{ key: 'partsOne', values: { name: words.name, part: top.name ?? '', value, unit: top.unit } }];
  const values = { name: words.name, count: named.length, part: top.name ?? '', value, unit: top.unit };
  if (!words.isSummed) return [{ key: 'parts', values }];
  const sum = columns.reduce((all, column) => plus(all, figureOf(total, column) ?? '0'), '0');
  return [{ key: 'partsSum', values: { ...values, sum: figureText(sum, metric) } }];
}

/** Those with the greatest figure; several where they are equal. */
function greatest<T>(all: readonly T[], figure: (one: T) => string): T[] {
  let top: T[] = [];
  for (const one of all) {
    const against = top[0] === undefined ? 1 : order(figure(one), figure(top[0]));
    if (against > 0) top = [one];
    else if (against === 0) top.push(one);
  }
  return top;
}

function namesOf(lines: readonly Line[], { join }: Words): string {
  return join(lines.slice(0, NAMED).map(({ label }) => label));
}
