import { Field, InputType, Int } from 'type-graphql';
import { addDays, badInput, DateScalar, type Day, isDay, PeriodInput } from '../kernel/index.js';
import { ReportComparison } from './metric.enums.js';

/** A period of a report, in one of five ways. */
@InputType({ description: 'A period （期间）, in exactly one way.' })
export class ReportPeriodInput {
  @Field(() => String, { nullable: true, description: 'A month, such as `2020-03` （月）.' })
  month?: string | null;

  @Field(() => String, { nullable: true, description: 'A quarter, such as `2020-Q1` （季度）.' })
  quarter?: string | null;

  @Field(() => Int, { nullable: true, description: 'A year, such as 2020 （年）.' })
  year?: number | null;

  @Field(() => PeriodInput, { nullable: true, description: 'Any days, both included （自定）.' })
  days?: PeriodInput | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Everything up to this day, which is included （累计至）.',
  })
  upTo?: Day | null;
}

/** Days of a report. */
export interface Days {
  from: Day;
  to: Day;
  asOf: Day;
}

/** The first day of all, for what is counted from the beginning. */
const beginning = '1900-01-01';

/** What was asked for as days, or a refusal that names what is wrong. */
export function daysOf(period: ReportPeriodInput, asOf: Day | null | undefined, today: Day): Days {
  const day = asOf ?? today;
  if (day > today)
    throw badInput({ zh: '截至日不得晚于今天。', en: 'A report cannot be as of a future day.' }, ['asOf']);
  const given = Object.entries(period).filter(([, value]) => value !== undefined && value !== null);
  if (given.length !== 1)
    throw badInput(
      {
        zh: '期间须且只须用月、季度、年、自定、累计至中的一种来写。',
        en: 'A period takes exactly one of month, quarter, year, days and upTo.',
      },
      ['period'],
    );
  return { ...spanOf(period), asOf: day };
}

function spanOf({ month, quarter, year, days, upTo }: ReportPeriodInput): { from: Day; to: Day } {
  if (days) {
    if (days.from > days.to)
      throw badInput({ zh: '期间的起始日不得晚于截止日。', en: 'The period ends before it starts.' }, [
        'period',
        'days',
        'to',
      ]);
    return { from: days.from, to: days.to };
  }
  if (upTo) return { from: beginning, to: upTo };
  if (quarter) return quarterOf(quarter);
  if (month) return monthsFrom(month, 1, ['period', 'month']);
  return monthsFrom(`${year}-01`, 12, ['period', 'year']);
}

function quarterOf(text: string): { from: Day; to: Day } {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(text) ?? [];
  if (!year)
    throw badInput({ zh: '季度须写成 2020-Q1 的形式。', en: 'A quarter is written 2020-Q1.' }, ['period', 'quarter']);
  return monthsFrom(`${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}`, 3, ['period', 'quarter']);
}

function monthsFrom(month: string, count: number, path: readonly string[]): { from: Day; to: Day } {
  const from = `${month}-01`;
  if (!isDay(from))
    throw badInput(
      {
        zh: '年月须在 1900 至 2199 年之间，月份写成 2020-03。',
        en: 'Years run from 1900 to 2199, and a month is written 2020-03.',
      },
      path,
    );
  return { from, to: addDays(monthsLater(from, count), -1) };
}

/** The same day some months later or earlier, or the last of that month where it has no such day. */
function monthsLater(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** The days that a report is compared with: a period before, seen as of a day that lies as much earlier. */
export function daysBefore(period: ReportPeriodInput, days: Days, compare: ReportComparison): Days {
  if (compare === ReportComparison.YEAR_BEFORE) return monthsBefore(period, days, 12);
  if (period.upTo)
    throw badInput(
      {
        zh: '累计的期间没有上一期，可与上年同期对比。',
        en: 'Nothing precedes a period from the beginning; compare it with a year before.',
      },
      ['compare'],
    );
  if (period.days) {
    const length = (Date.parse(days.to) - Date.parse(days.from)) / 86_400_000 + 1;
    return { from: addDays(days.from, -length), to: addDays(days.to, -length), asOf: addDays(days.asOf, -length) };
  }
  return monthsBefore(period, days, period.year ? 12 : period.quarter ? 3 : 1);
}

function monthsBefore({ upTo, days: free }: ReportPeriodInput, { from, to, asOf }: Days, count: number): Days {
  const start = upTo ? from : monthsLater(from, -count);
  const end = upTo || free ? monthsLater(to, -count) : addDays(monthsLater(addDays(to, 1), -count), -1);
  return { from: start, to: end, asOf: monthsLater(asOf, -count) };
}
