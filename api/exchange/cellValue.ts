import type { BeneficiaryStatus, Relation, Sex } from '../households/index.js';
import { type Day, isDay } from '../kernel/index.js';

/** The first word of each value is how the template writes it; the others are how people write it elsewhere. */
export const relationWords: Readonly<Record<Relation, readonly string[]>> = {
  HEAD: ['户主', '本人', '户主本人'],
  SPOUSE: ['配偶', '妻', '夫', '妻子', '丈夫'],
  CHILD: [
    '子女',
    '子',
    '女',
    '儿子',
    '女儿',
    '长子',
    '次子',
    '三子',
    '长女',
    '次女',
    '三女',
    '之子',
    '之女',
    '养子',
    '养女',
  ],
  CHILD_IN_LAW: ['女婿、儿媳', '儿媳', '女婿', '之儿媳', '之女婿'],
  GRANDCHILD: ['孙子女', '孙子', '孙女', '外孙', '外孙女', '外孙子', '之孙子', '之孙女'],
  PARENT: ['父母', '父', '母', '父亲', '母亲', '岳父', '岳母', '公公', '婆婆', '之父', '之母'],
  GRANDPARENT: ['祖父母', '祖父', '祖母', '爷爷', '奶奶', '外祖父', '外祖母'],
  SIBLING: ['兄弟姐妹', '兄', '弟', '姐', '妹', '哥哥', '弟弟', '姐姐', '妹妹', '之兄弟', '之姐妹'],
  OTHER: ['其他', '其它', '其他亲属'],
};

export const statusWords: Readonly<Record<BeneficiaryStatus, readonly string[]>> = {
  REGISTERED: ['建档立卡户', '建档立卡', '建档立卡贫困户', '贫困户'],
  EXITED: ['脱贫户', '已脱贫', '已脱贫户'],
  MONITORED_RELAPSE: ['脱贫不稳定户', '脱贫不稳定'],
  MONITORED_MARGINAL: ['边缘易致贫户', '边缘户', '边缘易致贫'],
  MONITORED_HARDSHIP: ['突发严重困难户', '突发严重困难'],
  FIVE_GUARANTEES: ['五保户', '五保户（特困）', '特困', '特困户', '特困供养户', '五保'],
  SUBSISTENCE: ['低保户', '低保'],
};

const sexWords: Readonly<Record<Sex, readonly string[]>> = { MALE: ['男', '男性', '1'], FEMALE: ['女', '女性', '2'] };
const yesNoWords = { true: ['是', '有', '√', '1', 'y', 'yes'], false: ['否', '无', '没有', '×', '0', 'n', 'no'] };
/** An ordinary household has no status. */
const ordinary = new Set(['一般户', '一般农户', '非贫困户', '无', '否']);

/** How a value is written in a file and shown to people. */
export function wordOf<V extends string>(words: Readonly<Record<V, readonly string[]>>, value: V): string {
  return words[value][0] ?? value;
}

function finder<V extends string>(words: Readonly<Record<V, readonly string[]>>): (text: string) => V | null {
  const known = new Map<string, V>();
  for (const [value, all] of Object.entries(words) as [V, readonly string[]][])
    for (const word of [...all, value]) known.set(word.toLowerCase(), value);
  return (text) => known.get(text.replace(/\s+/g, '').toLowerCase()) ?? null;
}

export const relationOf = finder(relationWords);
export const sexOfWord = finder(sexWords);
const statusOf = finder(statusWords);
const yesNoOf = finder(yesNoWords);

/** Yes or no; null where the cell says neither. */
export function flagOf(text: string): boolean | null {
  const found = yesNoOf(text);
  return found === null ? null : found === 'true';
}

/** The statuses that a cell names; null where it names one that there is not. */
export function statusesOf(text: string): BeneficiaryStatus[] | null {
  const words = text.split(/[、,，;；/\s]+/).filter((word) => word !== '' && !ordinary.has(word));
  const found = words.map((word) => statusOf(word));
  return found.includes(null) ? null : [...new Set(found as BeneficiaryStatus[])];
}

/** A day in any of the ways that files write it: 1980-01-01, 1980/1/1, 1980.1.1, 1980年1月1日, 19800101. */
export function dayOf(text: string): Day | null {
  const [, year, month = '', day = ''] =
    /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[ T]0?0:00(?::00)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (!year) return null;
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(found) ? found : null;
}

/** The word among those of a list that a mistyped one is nearest to: one character more, less or other. */
export function nearest(text: string, words: Iterable<string>): string | undefined {
  for (const word of words) if (isNear(text, word)) return word;
  return undefined;
}

function isNear(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < 2 || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = long.length === short.length ? short.slice(start + 1) : short.slice(start);
  return long.slice(start + 1) === rest;
}
