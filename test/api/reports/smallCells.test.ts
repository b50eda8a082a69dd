import { describe, expect, test } from '@jest/globals';
import { metricNamed } from '../../../api/reports/index.js';
import { hiddenOf } from '../../../api/reports/smallCells.js';

const places = (counts: number[][]): string[] =>
  hiddenOf(counts).flatMap((row, line) => row.flatMap((isHidden, column) => (isHidden ? [`${line}.${column}`] : [])));

describe('small cells; the last row is the total', () => {
  test('none is hidden where every count is nothing, or five and more', () => {
    expect(places([[5], [0], [9], [14]])).toEqual([]);
  });

  test('one alone is not left to be told by the total: the next smallest goes with it', () => {
    expect(places([[2], [7], [30], [39]])).toEqual(['0.0', '1.0']);
  });

  test('two hide each other', () => {
    expect(places([[2], [3], [30], [35]])).toEqual(['0.0', '1.0']);
  });

  test('a nothing is hidden where there is no other to hide with it, and the total where there is no line', () => {
    expect(places([[3], [0], [3]])).toEqual(['0.0', '2.0']);
    expect(places([[4], [4]])).toEqual(['0.0', '1.0']);
  });

  test('neither lines nor values of a split tell one that is hidden', () => {
    const counts = [
      [2, 20, 30],
      [40, 50, 60],
      [70, 80, 90],
      [112, 150, 180],
    ];
    const hidden = hiddenOf(counts);
    for (const row of hidden) expect(row.filter(Boolean)).not.toHaveLength(1);
    for (let column = 0; column < 3; column += 1)
      expect(hidden.map((row) => row[column]).filter(Boolean)).not.toHaveLength(1);
    expect(hidden[0]?.[0]).toBe(true);
  });
});

describe('a metric written by hand, as in a template', () => {
  test('is found by its key and by its name in the schema', () => {
    expect(metricNamed('training.personTimes', []).key).toBe('training.personTimes');
    expect(metricNamed('TRAINING_PERSON_TIMES', []).key).toBe('training.personTimes');
  });

  test('is refused when there is none, with three that come near', () => {
    expect(() => metricNamed('training.personTime', ['text'])).toThrow(
      /There is no metric training\.personTime; near it are training\.personTimes/,
    );
  });
});
