import { amountText, yuan } from '../parts/figures.js';
import type { Metric } from './catalogue.js';
import { isZero } from './decimals.js';

/** A figure as people read it: money without empty fen, percentages with their decimal, all with separators. */
export function figureText(value: string, { counts }: Pick<Metric, 'counts'>): string {
  const text = counts === 'MONEY' ? yuan(value) : counts === 'SHARE' ? value : amountText(value);
  return text.replace(/^-/, '−');
}

/** A change with its sign: `+12`, `−3`, `0`. */
export function changeText(by: string, metric: Pick<Metric, 'counts'>): string {
  return `${!by.startsWith('-') && !isZero(by) ? '+' : ''}${figureText(by, metric)}`;
}

/** A rate of change with its sign: `+3.4%`. */
export function rateText(rate: string): string {
  return `${changeText(rate, { counts: 'SHARE' })}%`;
}
