import { useLocaleState, useTranslate } from 'react-admin';
import { useMe } from '../provider/useMe.js';
import type { Level } from './asked.js';

/** Answers what a depth of a report is called, as the county itself calls the levels of its tree: 各乡镇, 各村. */
export function useLevelName(): (level: Level) => string {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const names = useMe()?.tenant?.levelNames;
  return (level) => {
    const own = locale === 'en' ? undefined : names?.[level.toLowerCase() as keyof typeof names];
    return translate('lianxin.report.byLevel', { level: own || translate(`enums.StationLevel.${level}`) });
  };
}
