import { describe, expect, it } from '@jest/globals';
import { scheduleOf } from '../../../api/industry/index.js';

const terms = {
  head: 8,
  startsOn: '2020-01-01',
  ratioEntrusted: 2,
  ratioReturned: 1,
  years: 4,
  isHalfCarried: true,
  isPrincipalReturned: false,
};
const heads = (more: object) => scheduleOf({ ...terms, ...more }).map(({ headDue }) => headDue);

describe('the schedule of a contract', () => {
  it('gives one head for two at each of four year ends', () => {
    expect(scheduleOf(terms)).toEqual(
      [2020, 2021, 2022, 2023].map((year, i) => ({ no: i + 1, kind: 'DIVIDEND', dueOn: `${year}-12-31`, headDue: 4 })),
    );
  });

  it('gives 204 head a year for 408 entrusted under 51 contracts', () => {
    const all = Array.from({ length: 51 }, () => heads({}));
    expect([0, 1, 2, 3].map((year) => all.reduce((sum, one) => sum + (one[year] ?? 0), 0))).toEqual([
      204, 204, 204, 204,
    ]);
  });

  it('carries the half of an odd head to the next year, or drops it', () => {
    expect(heads({ head: 7 })).toEqual([3, 4, 3, 4]);
    expect(heads({ head: 7, isHalfCarried: false })).toEqual([3, 3, 3, 3]);
  });

  it('leaves out a year in which no whole head falls due', () => {
    const one = scheduleOf({ ...terms, head: 1 });
    expect(one.map(({ no, dueOn, headDue }) => [no, dueOn, headDue])).toEqual([
      [1, '2021-12-31', 1],
      [2, '2023-12-31', 1],
    ]);
    expect(heads({ head: 1, isHalfCarried: false })).toEqual([]);
  });

  it('returns the animals themselves at the last year end where the contract says so', () => {
    expect(scheduleOf({ ...terms, isPrincipalReturned: true }).at(-1)).toEqual({
      no: 5,
      kind: 'PRINCIPAL',
      dueOn: '2023-12-31',
      headDue: 8,
    });
  });

  it('never gives more in all than the ratio says, whatever the head, the ratio and the years', () => {
    for (let head = 1; head <= 30; head += 1)
      for (const [ratioEntrusted, ratioReturned] of [
        [2, 1],
        [3, 2],
        [5, 1],
      ] as const)
        for (let years = 1; years <= 6; years += 1) {
          const given = heads({ head, ratioEntrusted, ratioReturned, years }).reduce((sum, one) => sum + one, 0);
          expect(given).toBe(Math.floor((head * ratioReturned * years) / ratioEntrusted));
        }
  });
});
