import { describe, expect, test } from '@jest/globals';
import {
  birthDayOf,
  checkCharacter,
  idNumberFault,
  maskedIdNumber,
  maskedPhone,
  phoneFault,
  plainIdNumber,
  plainPhone,
  sexOf,
} from '../../../api/households/idNumber.js';
import { Sex } from '../../../api/households/person.js';

const fits = '99999919800101037X';

describe('an identity number', () => {
  test('that ends in X is as good as any, however it is written', () => {
    expect(plainIdNumber(' 999999 19800101 037x ')).toBe(fits);
    expect(idNumberFault(fits)).toBeNull();
    expect(checkCharacter(fits)).toBe('X');
    expect([birthDayOf(fits), sexOf(fits), maskedIdNumber(fits)]).toEqual([
      '1980-01-01',
      Sex.MALE,
      '9999************7X',
    ]);
  });

  test.each([
    ['9999991980010103', '18 位'],
    ['99999919800101037A', '18 位'],
    ['999999198013010376', '出生日期不存在'],
    ['999999198102290377', '出生日期不存在'],
    ['999999198001010378', '校验位'],
    ['', '18 位'],
  ])('%s is refused: %s', (number, why) => {
    expect(idNumberFault(number)?.zh).toContain(why);
  });

  test('must agree with the day of birth and the sex that are said beside it', () => {
    expect(idNumberFault(fits, '1980-01-01', Sex.MALE)).toBeNull();
    expect(idNumberFault(fits, '1980-01-02')?.en).toContain('1980-01-01');
    expect(idNumberFault(fits, null, Sex.FEMALE)?.zh).toContain('性别');
  });

  test('of somebody born in a leap year on 29 February exists', () => {
    const digits = '99999920000229002';
    expect(idNumberFault(`${digits}${checkCharacter(digits)}`)).toBeNull();
  });
});

describe('a telephone', () => {
  test.each([
    ['138 0013 8000', '13800138000'],
    ['+8613800138000', '13800138000'],
    ['（0937）333-1234', '09373331234'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(plainPhone(typed)).toBe(kept);
    expect(phoneFault(kept)).toBeNull();
  });

  test.each(['12345', '23800138000', '138001380001'])('%s is refused', (phone) => {
    expect(phoneFault(phone)).not.toBeNull();
  });

  test('is shown masked', () => {
    expect(maskedPhone('13800138000')).toBe('138****8000');
  });
});
