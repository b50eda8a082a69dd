import { useLocaleState, useTranslate } from 'react-admin';
import { day, moment } from '../../parts/dates.js';
import { useEnumLabel } from '../../parts/fields.js';
import { type Metric, useBilingual } from '../catalogue.js';
import { periodName } from '../period.js';
import { useLevelName } from '../useLevelName.js';
import { askedFor, type Edition } from './edition.js';

/** A fact of an edition, by the name of its field. */
export interface EditionFact {
  field: string;
  text: string;
}

/** What an edition was asked for, and by whom and when it was frozen: the facts that it has. */
export function useEditionFacts(edition: Edition, metrics: readonly Metric[]): EditionFact[] {
  const translate = useTranslate();
  const read = useBilingual();
  const level = useLevelName();
  const split = useEnumLabel('ReportSplit');
  const [locale] = useLocaleState();
  const asked = askedFor(edition);
  const facts = {
    station: edition.station?.name,
    period: periodName(asked.period, translate, (one) => day(one, locale)),
    asOf: day(edition.asOf, locale),
    metrics: metrics.map(({ name }) => read(name)).join(translate('lianxin.comma')),
    by: level(asked.by),
    split: asked.split && split(asked.split),
    compare: asked.compare && translate(`lianxin.report.compareWith.${asked.compare}`),
    frozenByName: `${edition.frozenByName} · ${moment(edition.createdAt, locale)}`,
  };
  return Object.entries(facts).flatMap(([field, text]) => (text ? [{ field, text }] : []));
}
