import { describe, expect, test } from '@jest/globals';
import { masked, personalData } from '../../../api/kernel/index.js';

describe('what is written down of a record', () => {
  test.each([
    ['phone', '13812348829', '138****8829'],
    ['idNumber', '620981199001011234', '620****1234'],
    ['bankAccount', '6222', '****'],
    ['passwordHash', '$argon2id$…', '****'],
    ['name', '赤金镇', '赤金镇'],
    ['phone', null, null],
    ['version', 3, 3],
  ])('%s %s is written %s', (property, value, written) => {
    expect(masked('Person', property, value)).toBe(written);
  });

  test('a room may name more that is personal, for its own records only', () => {
    personalData('Household', 'homeAddress');
    expect(masked('Household', 'homeAddress', '赤金镇光明村三组 12 号')).toBe('赤金镇****12 号');
    expect(masked('Station', 'homeAddress', '赤金镇')).toBe('赤金镇');
  });
});
