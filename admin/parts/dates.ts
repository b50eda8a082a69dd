/** A day (`2026-11-22`) or instant as the language writes days: 2026年11月22日, 22 Nov 2026. */
export function day(value: string, locale: string): string {
  const [year, month, date] = dayOf(value).split('-').map(Number);
  if (!year || !month || !date) return value;
  if (locale.startsWith('zh')) return `${year}年${month}月${date}日`;
  const name = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, 1),
  );
  return `${date} ${name} ${year}`;
}

/** An instant as day and clock time on this machine's clock: 2026年11月22日 09:12. */
export function moment(value: string, locale: string): string {
  return `${day(value, locale)} ${clock(new Date(value))}`;
}

/** The clock time of a moment, 09:12. */
export function clock(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Today on this machine's clock, as the server writes days. */
export function today(): string {
  return dayOf(new Date().toISOString());
}

function dayOf(value: string): string {
  if (!value.includes('T')) return value;
  const date = new Date(value);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
