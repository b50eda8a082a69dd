import { describe, expect, it } from '@jest/globals';
import { periodIn, periodOfDays, periodText } from '../../../admin/reports/periodText.js';

const WRITTEN = ['2020', '2020-Q1', '2020-Q4', '2020-02', '2020-12', '2020-01-05..2020-03-23', '..2020-03-23'];

describe('a period as briefs and forms write it', () => {
  it.each(WRITTEN)('%s is read and written the same, and found again by its two days', (text) => {
    const period = periodIn(text);
    expect(period && periodText(period)).toBe(text);
    expect(period && periodOfDays(period.from, period.to)).toEqual(period);
  });

  it('ends with the last day of its month, leap years too', () => {
    expect(periodIn('2020-02')).toEqual({ unit: 'month', from: '2020-02-01', to: '2020-02-29' });
    expect(periodIn('2019-Q4')).toEqual({ unit: 'quarter', from: '2019-10-01', to: '2019-12-31' });
  });

  it.each(['', null, '去年', '2020-Q5', '2020-1', '2020-13', '2020..2021', '2020-01-01'])('%s is none', (text) => {
    expect(periodIn(text)).toBeNull();
  });
});
