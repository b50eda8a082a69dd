import type { Language } from '../kernel/index.js';

/** The language of an answer: whichever of Chinese and English `Accept-Language` likes better, and Chinese when it names neither. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '').slice(0, 200).split(',').map(wish);
  const best = (language: string) => Math.max(0, ...wishes.filter((w) => w.language === language).map((w) => w.weight));
  return best('en') > best('zh') ? 'en' : 'zh';
}

function wish(text: string, place: number): { language: string; weight: number } {
  const [tag = '', ...parameters] = text.trim().toLowerCase().split(';');
  const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find((q) => q !== undefined);
  return { language: tag.split('-')[0] ?? '', weight: Number(quality ?? 1) - place / 10_000 };
}
