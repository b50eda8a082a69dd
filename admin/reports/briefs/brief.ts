import { useLocaleState, useTranslate } from 'react-admin';
import { day, today } from '../../parts/dates.js';
import { periodAround, periodProse } from '../period.js';
import { periodIn } from '../periodText.js';
import type { Retirable } from '../Retiring.js';
import type { ReportFigure } from '../reportFigure.js';

/** A brief as it is written. */
export interface Brief extends Retirable {
  titleZh: string;
  titleEn: string;
  period: string | null;
  asOf: string | null;
  station: { id: string; name: string; path?: { id: string; name: string }[] } | null;
}

/** A brief with its figures. */
export interface Reading {
  title: string;
  from: string;
  to: string;
  asOf: string;
  station: { id: string; name: string };
  parts: { text: string; figure: ReportFigure | null }[];
}

/** The fields of a brief's form, in order. */
export const FIELDS = ['titleZh', 'titleEn', 'stationId', 'period', 'asOf', 'textZh', 'textEn'];

/** The form's values as the server takes them, the whole brief at once; it words itself what is wrong with an empty text. */
export function inputOf(values: Record<string, unknown>): Record<string, unknown> {
  const isText = (field: string) => /^(title|text)/.test(field);
  return Object.fromEntries(FIELDS.map((field) => [field, values[field] || (isText(field) ? '' : null)]));
}

/** Answers the title of a brief in the language of the page, with the words that are known without counting. */
export function useTitle(): (brief: Brief) => string {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const named = (one: string) => dayInProse(one, locale);
  return ({ titleZh, titleEn, station, asOf, period: text }) => {
    const period = periodIn(text) ?? periodAround(today(), 'year');
    const words: Record<string, string | undefined> = {
      station: station?.name,
      period: periodProse(period, translate, named),
      from: named(period.from),
      to: named(period.to),
      asOf: named(asOf ?? today()),
    };
    return (locale === 'en' ? titleEn : titleZh).replace(/\{(\w+)\}/g, (whole, word) => words[word] ?? whole);
  };
}

const inEnglish = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day as the server words it in sentences: 31 December 2017. */
function dayInProse(value: string, locale: string): string {
  return locale === 'en' ? inEnglish.format(new Date(`${value}T00:00:00Z`)) : day(value, locale);
}
