import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isDay } from './day.js';
import { type Message, Refused } from './errors.js';

function refuse(says: Message): never {
  throw new GraphQLError(says.en, { originalError: new Refused('BAD_USER_INPUT', says) });
}

function textOf(node: ValueNode): unknown {
  return node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : undefined;
}

function scalar<Internal, External>(
  name: string,
  description: string,
  read: (value: unknown) => Internal,
  write: (value: unknown) => External,
) {
  return new GraphQLScalarType<Internal, External>({
    name,
    description,
    serialize: write,
    parseValue: read,
    parseLiteral: (node) => read(textOf(node)),
  });
}

/** A calendar day of the tenant; inside the code the same text. */
export const DateScalar = scalar<string, string>(
  'Date',
  'A calendar day of the tenant （日期）, written `2020-03-23`.',
  (value) =>
    typeof value === 'string' && isDay(value)
      ? value
      : refuse({
          zh: '日期须写成 2020-03-23 的形式，且确有其日。',
          en: 'A date is written 2020-03-23 and must exist.',
        }),
  (value) => String(value),
);

/** An instant in UTC; inside the code a Date. */
export const DateTimeScalar = scalar<Date, string>(
  'DateTime',
  'An instant in UTC （时刻）, written `2020-03-23T08:00:00.000Z`.',
  (value) => {
    const date = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : null;
    return date && !Number.isNaN(date.getTime())
      ? date
      : refuse({ zh: '时刻须写成 2020-03-23T08:00:00Z 的形式。', en: 'An instant is written 2020-03-23T08:00:00Z.' });
  },
  (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
);

const moneyPattern = /^\d{1,12}(\.\d{1,2})?$/;

/** Yuan as text outside, whole fen as a number inside, so that no sum ever rounds. */
export const MoneyScalar = scalar<number, string>(
  'Money',
  'An amount in yuan （元） as a decimal text with at most two decimals, such as `"17500.00"`; never a float.',
  (value) => {
    if (typeof value !== 'string' || !moneyPattern.test(value)) {
      refuse({
        zh: '金额以元为单位，至多两位小数，如 "17500.00"。',
        en: 'An amount is a text in yuan with at most two decimals, such as "17500.00".',
      });
    }
    const [yuan, fen = ''] = value.split('.');
    return Number(yuan) * 100 + Number(fen.padEnd(2, '0'));
  },
  (value) => moneyText(Number(value)),
);

/** Fen as a text of yuan: 1750000 -> "17500.00". */
export function moneyText(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.abs(fen);
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

const decimalPattern = /^\d{1,12}(\.\d{1,3})?$/;

/** A non-negative amount that is not money; the same text inside and in the database (`numeric`). */
export const DecimalScalar = scalar<string, string>(
  'Decimal',
  'A non-negative decimal number as text with at most three decimals （小数）, such as `"38.000"`.',
  (value) =>
    typeof value === 'string' && decimalPattern.test(value)
      ? value
      : refuse({
          zh: '数量须为至多三位小数的数字文本，如 "38.5"。',
          en: 'A decimal is a text with at most three decimals, such as "38.5".',
        }),
  (value) => String(value),
);
