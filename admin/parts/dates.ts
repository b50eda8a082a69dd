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

/** Every county's clock, whatever the clock of the machine in front of the person. */
const tenantZone = 'Asia/Shanghai';
const dayInZone = new Intl.DateTimeFormat('en-CA', { timeZone: tenantZone });
const clockInZone = new Intl.DateTimeFormat('en-GB', { timeZone: tenantZone, hour: '2-digit', minute: '2-digit' });

/** An instant as day and clock time of the county: 2026年11月22日 09:12. */
export function moment(value: string, locale: string): string {
  return `${day(value, locale)} ${clock(new Date(value))}`;
}

/** The clock time of a moment in the county, 09:12. */
export function clock(date: Date): string {
  return clockInZone.format(date);
}

/** Today in the county, as the server writes days. */
export function today(): string {
  return dayInZone.format(new Date());
}

/** The year that it is in the county. */
export function thisYear(): number {
  return Number(today().slice(0, 4));
}

function dayOf(value: string): string {
  return value.includes('T') ? dayInZone.format(new Date(value)) : value;
}
