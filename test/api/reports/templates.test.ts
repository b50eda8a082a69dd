import { describe, expect, test } from '@jest/globals';
import { dayInWords, periodInWords, periodOf, textOf } from '../../../api/reports/templates/periods.js';
import { dividedBy } from '../../../api/reports/templates/reportFigure.js';
import { parse } from '../../../api/reports/templates/syntax.js';
import { templateOf } from '../../../api/reports/templates/template.js';

/** What is wrong with a text, each with its place. */
const faultsOf = (text: string): [number, number, string][] =>
  templateOf(text).faults.map(({ at, says }) => [at.line, at.column, says.en]);

describe('a template', () => {
  test('is text, words and figures, and braces that are written twice are braces', () => {
    const { parts, faults } = parse('甲{{乙}}{station}：{a.b x=1  y="二 \\"三\\" \\\\"}。');
    expect(faults).toEqual([]);
    expect(parts).toEqual([
      '甲{乙}',
      { name: { text: 'station', at: { line: 1, column: 8 } }, parameters: [] },
      '：',
      {
        name: { text: 'a.b', at: { line: 1, column: 18 } },
        parameters: [
          { name: expect.objectContaining({ text: 'x' }), value: expect.objectContaining({ text: '1' }) },
          { name: expect.objectContaining({ text: 'y' }), value: expect.objectContaining({ text: '二 "三" \\' }) },
        ],
      },
      '。',
    ]);
  });

  test('may go over lines inside a placeholder, and an item may have a name in Chinese', () => {
    const { parts, faults } = templateOf('{industry.distributed\n  split=ITEM:百香果苗\n  unit=PLANT}');
    expect(faults).toEqual([]);
    expect(parts).toEqual([
      { figure: expect.objectContaining({ split: { by: 'ITEM', value: '百香果苗' }, unit: 'PLANT', per: 1 }) },
    ]);
  });

  test.each([
    ['{training.persons', 1, 1, 'This brace is never closed.'],
    ['a}b', 1, 2, 'No brace is open here; a brace that belongs to the text is written twice.'],
    ['{}', 1, 2, 'Here stands the name of a metric or a word.'],
    ['{ station}', 1, 2, 'Here stands the name of a metric or a word.'],
    ['{training.persons period}', 1, 25, 'The parameter period takes “=” and a value.'],
    ['{training.persons period=}', 1, 26, 'The parameter period has no value.'],
    ['{training.persons,period=2019}', 1, 18, '“,” does not belong here; parameters stand apart by a space.'],
    ['{training.persons period="2019}', 1, 26, 'This quote is never closed.'],
    ['{training.persons split="a\\b"}', 1, 28, 'Only a quote or a backslash follows a backslash.'],
    ['{training.persons {station}}', 1, 19, 'Here stands the name of a parameter.'],
  ])('%s is malformed where it says', (text, line, column, says) => {
    expect(faultsOf(text)[0]).toEqual([line, column, says]);
  });

  test.each([
    ['第一行\n第二行{training.personTime}', 2, 5, /no metric training.personTime; near it are training.personTimes/],
    ['{TRAINING_PERSON}', 1, 2, /no word TRAINING_PERSON/],
    ['{statoin}', 1, 2, /no word statoin; near it are station/],
    ['{station period=2019}', 1, 10, /The word station takes no parameter/],
    ['{training.persons perod=2019}', 1, 19, /no parameter perod; near it are period/],
    ['{training.persons constructor=2019}', 1, 19, /no parameter constructor/],
    ['{training.persons period=2019 period=2020}', 1, 31, /written twice/],
    ['{training.persons period=2019-13}', 1, 26, /2019-13 is no period/],
    ['{training.persons period=2019-Q5}', 1, 26, /is no period/],
    ['{training.persons period=2019-02-02..2019-01-01}', 1, 26, /is no period/],
    ['{training.persons asOf=2019-02-30}', 1, 24, /is no day/],
    ['{training.persons within=赤金镇}', 1, 26, /is no code of a station/],
    ['{training.persons split=STATUS}', 1, 25, /written as split=/],
    ['{training.persons split=STATE:DRAFT}', 1, 25, /cannot be split by STATE; it knows/],
    ['{training.persons split=STATSU:REGISTERED}', 1, 25, /no split STATSU; near it are STATUS/],
    ['{training.persons split=STATUS:REGISTRED}', 1, 25, /no value of STATUS REGISTRED; near it are REGISTERED/],
    ['{industry.distributed split=ITEM:猪}', 1, 2, /needs a unit/],
    ['{industry.distributed unit=PIG}', 1, 28, /no unit PIG/],
    ['{training.persons unit=HEAD}', 1, 2, /takes no unit/],
    ['{training.persons per=3}', 1, 23, /power of ten/],
  ])('%s asks for what the catalogue does not know', (text, line, column, says) => {
    const [first] = faultsOf(text);
    expect(first).toEqual([line, column, expect.stringMatching(says)]);
  });

  test('tells all that is wrong at once, in order', () => {
    expect(faultsOf('{nothing.a} {station} {b\n{nothing.c}').map(([line, column]) => [line, column])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(faultsOf('{nothing.a per=7 x=1} {training.persons y=1 z=1}')).toHaveLength(3);
    expect(faultsOf('{station}'.repeat(61))).toHaveLength(1);
  });
});

test('periods are written in five ways, and read as people say them', () => {
  const written = ['2020', '2020-03', '2020-Q1', '..2020-03-23', '2020-01-01..2020-03-23'];
  expect(written.map((text) => textOf(periodOf(text) ?? {}))).toEqual(written);
  expect(written.map(periodOf)).toEqual([
    { year: 2020 },
    { month: '2020-03' },
    { quarter: '2020-Q1' },
    { upTo: '2020-03-23' },
    { days: { from: '2020-01-01', to: '2020-03-23' } },
  ]);
  for (const wrong of [
    '',
    '20',
    '2020-3',
    '2020-00',
    '3000',
    '..',
    '2020..2021',
    'yearToDate',
    '2020-01-01..',
    '..2020-02-30',
  ])
    expect([wrong, periodOf(wrong)]).toEqual([wrong, null]);
  expect(dayInWords('2020-03-05', 'zh')).toBe('2020年3月5日');
  expect(periodInWords({ quarter: '2020-Q2' }, { from: '2020-04-01', to: '2020-06-30' }, 'zh')).toBe('2020年第二季度');
  expect(periodInWords({ quarter: '2020-Q2' }, { from: '2020-04-01', to: '2020-06-30' }, 'en')).toBe(
    'the second quarter of 2020',
  );
});

test('a point is moved exactly', () => {
  expect(['3000000.00', '12345.6', '7', '-250000'].map((value) => dividedBy(value, 10_000))).toEqual([
    '300.000000',
    '1.23456',
    '0.0007',
    '-25.0000',
  ]);
});
