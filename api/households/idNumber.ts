import type { Day, Message } from '../kernel/index.js';
import { isDay } from '../kernel/index.js';
import { Sex } from './person.js';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** The check character of the first 17 digits of an identity number (GB 11643, ISO 7064 MOD 11-2). */
export function checkCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return checks.charAt(sum % 11);
}

/** The region that no place of the country bears: numbers that were made up begin so. */
export const inventedRegion = '999999';

/** An identity number as it is kept: without spaces, the x in capitals. */
export function plainIdNumber(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/** What is wrong with an identity number, or null; `birthDay` and `sex`, where given, must agree with it. */
export function idNumberFault(number: string, birthDay: Day | null = null, sex: Sex | null = null): Message | null {
  if (!/^\d{17}[\dX]$/.test(number)) {
    return {
      zh: '身份证号须为 18 位数字，末位可为 X。',
      en: 'An identity number has 18 digits, of which the last may be X.',
    };
  }
  const born = birthDayOf(number);
  if (!isDay(born) || born < '1880-01-01')
    return { zh: '身份证号中的出生日期不存在。', en: 'The day of birth in the identity number does not exist.' };
  if (checkCharacter(number) !== number.charAt(17))
    return {
      zh: '身份证号校验位不符，请核对。',
      en: 'The check character of the identity number is wrong; look again.',
    };
  if (birthDay && birthDay !== born)
    return {
      zh: `与身份证号中的出生日期 ${born} 不一致。`,
      en: `The identity number says that the day of birth is ${born}.`,
    };
  if (sex && sex !== sexOf(number))
    return { zh: '与身份证号中的性别不一致。', en: 'The identity number says the other sex.' };
  return null;
}

/** The day of birth in a well-formed number. */
export function birthDayOf(number: string): Day {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

/** The sex in a well-formed number: the 17th digit is odd for men. */
export function sexOf(number: string): Sex {
  return Number(number.charAt(16)) % 2 === 1 ? Sex.MALE : Sex.FEMALE;
}

/** `6209************12`, as it may be shown. */
export function maskedIdNumber(number: string): string {
  return `${number.slice(0, 4)}************${number.slice(-2)}`;
}

/** A telephone as it is kept: digits alone, of a mobile or of a landline with its area code. */
export function plainPhone(text: string): string {
  return text.replace(/[\s()（）-]+/g, '').replace(/^\+?86(?=1\d{10}$)/, '');
}

/** What is wrong with a telephone, or null. */
export function phoneFault(phone: string): Message | null {
  return /^(1[3-9]\d{9}|0\d{9,11})$/.test(phone)
    ? null
    : {
        zh: '请填写 11 位手机号，或带区号的座机号。',
        en: 'Give a mobile number of 11 digits, or a landline with its area code.',
      };
}

/** `138****8829`. */
export function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
