import type { TranslationMessages } from 'react-admin';

/** Brings the words of a language, a chunk of its own each. */
export async function wordsOf(locale: string): Promise<TranslationMessages> {
  const { words } = locale === 'en' ? await import('./en/index.js') : await import('./zh-CN/index.js');
  return words as unknown as TranslationMessages;
}
