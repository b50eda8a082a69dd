import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { I18nProvider, TranslationMessages } from 'react-admin';
import { speak } from './graphql.js';

/** The languages of the console, Chinese first. */
export const LOCALES = [
  { locale: 'zh-CN', name: '中文' },
  { locale: 'en', name: 'English' },
];

/** Where the choice of language is kept between visits; nothing else of the person is stored. */
export const LOCALE_KEY = 'lianxin.locale';

/** The language to start in: the one chosen before, else Chinese unless the browser asks for English. */
export function firstLocale(): string {
  const chosen = localStorage.getItem(LOCALE_KEY);
  if (LOCALES.some(({ locale }) => locale === chosen)) return chosen as string;
  return navigator.language.startsWith('en') ? 'en' : 'zh-CN';
}

/** The i18n provider; `load` brings the words of a language, those of `initial` are already here. */
export function i18nProviderOf(
  initial: { locale: string; words: TranslationMessages },
  load: (locale: string) => Promise<TranslationMessages>,
): I18nProvider {
  const provider = polyglotI18nProvider(
    (locale) => (locale === initial.locale ? initial.words : load(locale)),
    initial.locale,
    LOCALES,
    { allowMissing: true },
  );
  introduce(initial.locale);
  return {
    ...provider,
    changeLocale: async (locale: string) => {
      await provider.changeLocale(locale);
      introduce(locale);
      localStorage.setItem(LOCALE_KEY, locale);
    },
  };
}

function introduce(locale: string): void {
  speak(locale);
  document.documentElement.lang = locale;
}
