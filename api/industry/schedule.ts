import type { Day } from '../kernel/index.js';

/** What of a contract its schedule follows from. */
export interface Terms {
  head: number;
  startsOn: Day;
  /** For `ratioEntrusted` head, `ratioReturned` a year. */
  ratioEntrusted: number;
  ratioReturned: number;
  years: number;
  isHalfCarried: boolean;
  isPrincipalReturned: boolean;
}

/** One line of a schedule. */
export interface Due {
  no: number;
  kind: 'DIVIDEND' | 'PRINCIPAL';
  dueOn: Day;
  headDue: number;
}

/**
 * 每代养两只，年底分一只，共代养四年: one head for two entrusted at each of four year ends, the first in the year of the start. What is left
 * of a head is carried to the next year where the contract says so (7 head give 3, 4, 3, 4), and dropped otherwise (3, 3, 3, 3). Years
 * that give no whole head have no line.
 */
export function scheduleOf(terms: Terms): Due[] {
  const first = Number(terms.startsOn.slice(0, 4));
  const yearly = terms.head * terms.ratioReturned;
  const wholeBy = (years: number): number =>
    terms.isHalfCarried
      ? Math.floor((yearly * years) / terms.ratioEntrusted)
      : Math.floor(yearly / terms.ratioEntrusted) * years;
  const dividends = Array.from({ length: terms.years }, (_, year) => ({
    kind: 'DIVIDEND' as const,
    dueOn: yearEnd(first + year),
    headDue: wholeBy(year + 1) - wholeBy(year),
  }));
  const principal = { kind: 'PRINCIPAL' as const, dueOn: yearEnd(first + terms.years - 1), headDue: terms.head };
  return [...dividends, ...(terms.isPrincipalReturned ? [principal] : [])]
    .filter(({ headDue }) => headDue > 0)
    .map((due, index) => ({ no: index + 1, ...due }));
}

function yearEnd(year: number): Day {
  return `${year}-12-31`;
}
