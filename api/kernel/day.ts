/** A day of the tenant as `YYYY-MM-DD`; days compare and sort as text. */
export type Day = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a real day between 1900 and 2199 (`2019-02-30` is not). */
export function isDay(text: string): boolean {
  const match = pattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

let latest = { minute: -1, day: '' };

/** The day it is for every tenant (Asia/Shanghai), whatever the machine's zone. Every request asks; it is worked out once a minute. */
export function today(now: Date = new Date()): Day {
  const minute = Math.floor(now.getTime() / 60_000);
  if (latest.minute !== minute) latest = { minute, day: shanghai.format(now) };
  return latest.day;
}

/** The day `count` days later (or earlier, when negative). */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}
