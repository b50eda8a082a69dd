/** The month of a day as the language writes it: 2019年1月, Jan 2019. */
export function monthText(day: string, locale: string): string {
  const [year = '', month = ''] = day.split('-');
  if (locale.startsWith('zh')) return `${year}年${Number(month)}月`;
  const name = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
  return `${name.format(Date.UTC(Number(year), Number(month) - 1, 1))} ${year}`;
}
