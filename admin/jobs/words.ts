import { useLocaleState, useTranslate } from 'react-admin';
import { day } from '../parts/dates.js';
import { yuan } from '../parts/figures.js';

/** The labels of enums, days and wages that every page of this area says. */
export function useWords() {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  return {
    translate,
    say: (type: string, value: string | null | undefined) => (value ? translate(`enums.${type}.${value}`) : '—'),
    day: (value: string | null | undefined) => (value ? day(value, locale) : '—'),
    wage: (value: string | null | undefined) =>
      value === null || value === undefined ? '—' : `${yuan(value)} ${translate('lianxin.yuan')}`,
  };
}

/** What people choose from, in the order to show. */
export const LEAVING = [
  'RESIGNED',
  'DISMISSED',
  'FAMILY',
  'HEALTH',
  'OTHER_JOB',
  'OUT_OF_CONTACT',
  'TERM_ENDED',
  'OTHER',
];
export const GRADES = ['GENERAL', 'TECHNICAL'];
export const WORKS = ['SANITATION', 'BEAUTIFUL_VILLAGE', 'ROAD_UPKEEP', 'FOREST_GUARD', 'CULTURE'];
export const TRANSPORTS = ['FREE', 'PAID', 'NONE'];
export const DISTANCES = ['VILLAGE', 'TOWN', 'COUNTY', 'OUTSIDE'];
export const KINDS = ['PUBLIC_WELFARE', 'WORKSHOP', 'LABOUR_DISPATCH'];
