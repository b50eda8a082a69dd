import { useLocaleState, useRecordContext, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { None } from '../parts/fields.js';
import { periodName } from './period.js';
import { periodIn } from './periodText.js';

/** The usual period of the brief or form around, as people call it. */
export function PeriodOfText() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const period = periodIn(useRecordContext<{ id: string; period: string | null }>()?.period);
  return period ? <span>{periodName(period, translate, (one) => day(one, locale))}</span> : <None />;
}
