import { describe, expect, it } from '@jest/globals';
import type { Answer, Cell, Group } from '../../../admin/reports/answer.js';
import { columnsOf, groupsOf } from '../../../admin/reports/answer.js';
import type { Metric } from '../../../admin/reports/catalogue.js';
import { isZero, minus, order, percent, plus } from '../../../admin/reports/decimals.js';
import { sayingsOf } from '../../../admin/reports/says.js';

const text = (zh: string) => ({ zh, en: zh });

function metric(isAdditive: boolean, counts: Metric['counts'] = 'ROWS'): Metric {
  const words = { name: text('场次'), says: text('说明'), unit: text('场') };
  return { key: 'M', code: 'a.m', ...words, counts, falls: 'ON_DAY', isAdditive, splits: [], plan: null, rows: [] };
}

function cell(value: string | null, more: Partial<Cell> = {}): Cell {
  const none = { split: null, splitName: null, compared: null, isHidden: false, isRecounted: false };
  return { metric: 'M', unit: '场', value, ...none, ...more };
}

function answerOf(total: Cell[], lines: Record<string, Cell[]>): Answer {
  const days = { from: '2026-01-01', to: '2026-12-31', asOf: '2026-11-27' };
  return {
    ...days,
    ...{ comparedFrom: null, comparedTo: null, comparedAsOf: null },
    total: { label: '合计', isOwn: false, cells: total },
    lines: Object.entries(lines).map(([label, cells]) => ({ label, isOwn: false, cells })),
  };
}

function said(answer: Answer, of: Metric, compare: string | null = null) {
  const [group] = groupsOf(columnsOf(answer, [of])) as [Group];
  return sayingsOf(answer, group, { name: '场次', join: (names) => names.join('、'), compare });
}

const lines = { 甲镇: [cell('7')], 乙镇: [cell('2')], 丙镇: [cell('1')], 丁镇: [cell('2')], 戊镇: [cell('0')] };

describe('what a report says in words', () => {
  it('names where most are with their share, and how many have none', () => {
    const told = said(answerOf([cell('12')], lines), metric(true));
    expect(told.map(({ key }) => key)).toEqual(['total', 'mostShare', 'empty']);
    expect(told[1]?.values).toMatchObject({ names: '甲镇', value: '7', share: '58.3' });
    expect(told[2]?.values).toEqual({ count: 1, names: '戊镇' });
  });

  it('names lines that share the first place together', () => {
    const tied = { ...lines, 乙镇: [cell('7')] };
    expect(said(answerOf([cell('17')], tied), metric(true))[1]?.values.names).toBe('甲镇、乙镇');
  });

  it('gives no share of what does not add up', () => {
    const told = said(answerOf([cell('9')], lines), metric(false, 'PEOPLE'));
    expect(told.map(({ key }) => key)).toEqual(['counted', 'most', 'empty']);
  });

  it('names the few that have any rather than the many that have none', () => {
    const few = { 甲镇: [cell('7')], 乙镇: [cell('0')], 丙镇: [cell('0')] };
    expect(said(answerOf([cell('7')], few), metric(true))[1]).toEqual({
      key: 'only',
      values: { names: '甲镇', count: 2 },
    });
  });

  it('says how it stands to the period before, and from nothing gives no rate', () => {
    const grown = said(answerOf([cell('12', { compared: '8' })], {}), metric(true), 'PREVIOUS');
    expect(grown[1]).toMatchObject({ key: 'change.PREVIOUS', values: { by: '+4 场', rate: '+50.0%' } });
    const begun = said(answerOf([cell('12', { compared: '0' })], {}), metric(true), 'YEAR_BEFORE');
    expect(begun[1]?.key).toBe('fromNothing.YEAR_BEFORE');
    const fallen = said(answerOf([cell('40.0', { compared: '52.5' })], {}), metric(false, 'SHARE'), 'PREVIOUS');
    expect(fallen[1]).toMatchObject({ key: 'points.PREVIOUS', values: { by: '−12.5' } });
    const planned = said(answerOf([cell('6', { compared: '8' })], {}), metric(true), 'PLAN');
    expect(planned[1]).toMatchObject({ key: 'plan', values: { rate: '75.0' } });
  });

  it('says that a figure is hidden, and does not take it for nothing', () => {
    const hidden = answerOf([cell(null, { isHidden: true })], {});
    expect(said(hidden, metric(true)).map(({ key }) => key)).toEqual(['hidden']);
  });

  it('adds up the values of a split where each row stands under one of them, and only there', () => {
    const kinds = [cell('5', { split: 'A', splitName: '培训' }), cell('6', { split: 'B', splitName: '产业' })];
    const told = (isSummed: boolean) => {
      const answer = answerOf(kinds, {});
      const [group] = groupsOf(columnsOf(answer, [metric(true)])) as [Group];
      return sayingsOf(answer, group, { name: '场次', join: String, compare: null, isSummed });
    };
    expect(told(true)).toMatchObject([{ key: 'partsSum', values: { sum: '11', count: 2, part: '产业', value: '6' } }]);
    expect(told(false)).toMatchObject([{ key: 'parts', values: { part: '产业' } }]);
  });

  it('does not add kinds that are counted in different units', () => {
    const kinds = [cell('6260.000', { unit: '株' }), cell('23000.000', { unit: '羽' })];
    expect(said(answerOf(kinds, {}), metric(true)).map(({ key }) => key)).toEqual(['partsOfUnits']);
  });
});

describe('figures as decimal text', () => {
  it('are added, subtracted and compared to the last digit', () => {
    expect(minus('375037.50', '0.1')).toBe('375037.40');
    expect(minus('2', '12.5')).toBe('-10.5');
    expect(plus('0.1', '0.2')).toBe('0.3');
    expect(plus('90071992547409.93', '0.01')).toBe('90071992547409.94');
    expect(order('10', '9.99')).toBe(1);
    expect([isZero('0.00'), isZero('-0.01')]).toEqual([true, false]);
  });

  it('make rates with one decimal, and none of nothing', () => {
    expect(percent('1', '3')).toBe('33.3');
    expect(percent('2', '3')).toBe('66.7');
    expect(percent('-1', '3')).toBe('-33.3');
    expect(percent('1', '0')).toBeNull();
  });
});
