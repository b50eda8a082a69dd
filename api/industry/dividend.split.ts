import type { Message } from '../kernel/index.js';

/** Shares of a total, in the order in which they were given. */
export interface Split {
  amounts: number[];
  /** The equal share before the remainder; null where shares have weights. */
  base: number | null;
  /** How many shares, from the first on, have one fen more. */
  extra: number;
}

/**
 * Cuts a total into whole fen, by weights in thousandths: each share is rounded down, and the fen that are left go one each to the
 * first shares of the list. The sum is the total, and no share is more than one fen off its exact part.
 */
export function splitBy(total: number, weights: readonly bigint[]): Split {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  const amounts = weights.map((weight) => Number((BigInt(total) * weight) / all));
  const extra = total - amounts.reduce((sum, amount) => sum + amount, 0);
  for (let i = 0; i < extra; i += 1) amounts[i] = (amounts[i] ?? 0) + 1;
  const isEqual = weights.every((weight) => weight === weights[0]);
  return { amounts, base: isEqual ? Number(BigInt(total) / BigInt(weights.length)) : null, extra };
}

/** `2.5` -> 2500n. */
export function thousandthsOf(weight: string): bigint {
  const [whole = '0', part = ''] = weight.split('.');
  return BigInt(`${whole}${part.padEnd(3, '0')}`);
}

/** The remainder rule in words, with its figures. */
export function remainderRule(cut: { base: number | null; extra: number; count: number }): Message {
  const { base, extra, count } = cut;
  const yuan = (fen: number): string => (fen / 100).toFixed(2);
  const share =
    base === null
      ? { zh: '各份按份额计算，不足一分的舍去', en: 'Each share follows its weight, rounded down to the fen' }
      : { zh: `每份 ${yuan(base)} 元`, en: `Each share is ${yuan(base)} yuan` };
  if (extra === 0) return { zh: `${share.zh}，没有余数。`, en: `${share.en}; nothing is left over.` };
  return {
    zh: `${share.zh}；余 ${extra} 分，按户编号、同户按登记先后的顺序，前 ${extra} 份（共 ${count} 份）各多 1 分。`,
    en: `${share.en}; ${extra} fen are left, and the first ${extra} of ${count} shares, by number of the household and then by order on the register, get one fen more.`,
  };
}
