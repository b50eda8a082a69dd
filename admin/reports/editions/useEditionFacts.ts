import { useLocaleState, useTranslate } from 'react-admin';
import { day, moment } from '../../parts/dates.js';
import { useEnumLabel } from '../../parts/fields.js';
import { type Metric, useBilingual } from '../catalogue.js';
import { periodName } from '../period.js';
import { askedFor, type Edition } from './edition.js';

/** What an edition was asked for, and by whom and when it was frozen: each fact with its name, those that it has. */
export function useEditionFacts(edition: Edition, metrics: readonly Metric[]): [name: string, value: string][] {
  const translate = useTranslate();
  const read = useBilingual();
  const level = useEnumLabel('StationLevel');
  const split = useEnumLabel('ReportSplit');
  const [locale] = useLocaleState();
  const asked = askedFor(edition);
  const word = (key: string) => translate(`resources.editions.fields.${key}`);
  const facts: [string, string | null | undefined][] = [
    [word('station'), edition.station?.name],
    [word('period'), periodName(asked.period, translate, (one) => day(one, locale))],
    [word('asOf'), day(edition.asOf, locale)],
    [word('metrics'), metrics.map(({ name }) => read(name)).join(translate('lianxin.comma'))],
    [word('by'), translate('lianxin.report.byLevel', { level: level(asked.by) })],
    [word('split'), asked.split && split(asked.split)],
    [word('compare'), asked.compare && translate(`lianxin.report.compareWith.${asked.compare}`)],
    [word('frozenByName'), `${edition.frozenByName} · ${moment(edition.createdAt, locale)}`],
  ];
  return facts.filter((fact): fact is [string, string] => Boolean(fact[1]));
}
