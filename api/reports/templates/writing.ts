import { actorOf, type Context, demand } from '../../access/index.js';
import { type Check, ErrorCode, notFound } from '../../kernel/index.js';
import { findStanding } from '../../tenancy/index.js';
import { type PeriodText, periodOf } from './periods.js';
import type { ReportTemplate } from './reportTemplate.js';
import type { TemplateKind } from './retiring.js';

/** The station that a template is about, where the asker may write such templates. */
export async function stationFor<T extends ReportTemplate>(
  ctx: Context,
  { permission }: TemplateKind<T>,
  id: string,
): Promise<string> {
  const station = await findStanding(ctx, id);
  if (!station) throw notFound({ zh: '单位', en: 'station' });
  demand(actorOf(ctx), permission, { stationId: station.id });
  return station.id;
}

/** The usual period of a template, null where it has none. */
export function checkedPeriod(check: Check, given: string | null | undefined): PeriodText | null {
  const period = check.optionalText('period', given, 40);
  check.that(period === null || periodOf(period) !== null, 'period', ErrorCode.INVALID, {
    zh: '期间写成 2020-03、2020-Q1、2020、2020-01-01..2020-03-23 或 ..2020-03-23。',
    en: 'A period is written 2020-03, 2020-Q1, 2020, 2020-01-01..2020-03-23 or ..2020-03-23.',
  });
  return period;
}
