import { actorOf, type Context } from '../access/index.js';
import type { Day, Language, Message } from '../kernel/index.js';
import type { MetricFacts, ReadEdition, Report } from '../reports/index.js';
import { inShanghai } from './shanghai.js';

/** What the second sheet of a file of figures says, line by line. */
export type Facts = readonly (readonly [name: Message, value: string])[];

/** What is said of a report beside its figures, in words of the asker's language. */
export interface FactsTold {
  level: string;
  split: string | null;
  compared: string | null;
  count: number;
}

/** Of which period and day, by what, compared with what; what each metric counts and whether it adds; when and by whom it was taken out. */
export function reportFacts(ctx: Context, report: Report, { level, split, compared, count }: FactsTold): Facts {
  const language = ctx.language as Language;
  const { name, account } = actorOf(ctx);
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')'];
  const now = language === 'zh' ? '（北京时间）' : ' (Beijing time)';
  const hidden = [report.total, ...report.lines].flatMap(({ cells }) => cells).filter(({ isHidden }) => isHidden);
  const facts: (readonly [Message, string] | null)[] = [
    [{ zh: '统计到', en: 'By' }, level],
    [{ zh: '统计期间', en: 'Period' }, span(report, language)],
    [{ zh: '截至日', en: 'As of' }, report.asOf],
    split === null ? null : [{ zh: '细分', en: 'Split by' }, split],
    compared === null
      ? null
      : [{ zh: '对比', en: 'Compared with' }, `${compared}${open}${against(report, language)}${close}`],
    ...report.metrics.map((metric) => metricFact(metric, language)),
    hidden.length === 0 ? null : [{ zh: '隐去的数字', en: 'Hidden figures' }, hiddenSays[language](hidden.length)],
    [{ zh: '行数', en: 'Rows' }, String(count)],
    [{ zh: '导出时间', en: 'Taken out at' }, `${inShanghai(new Date())}${now}`],
    [{ zh: '导出人', en: 'Taken out by' }, `${name}${open}${account}${close}`],
  ];
  return facts.filter((fact) => fact !== null);
}

const hiddenSays = {
  zh: (count: number) => `${count} 个，不足 5 或可据以推算`,
  en: (count: number) => `${count}, fewer than 5 or telling such a one`,
};

/** The first day of what has no beginning. */
const beginning = '1900-01-01';

function span({ from, to }: { from: Day; to: Day }, language: Language): string {
  if (from === beginning) return language === 'zh' ? `累计至 ${to}` : `up to ${to}`;
  return language === 'zh' ? `${from} 至 ${to}` : `${from} to ${to}`;
}

/** The days that are compared with; the plan is one for the same days. */
function against({ comparedFrom, comparedTo, comparedAsOf }: Report, language: Language): string {
  const days = span({ from: comparedFrom ?? '', to: comparedTo ?? '' }, language);
  return language === 'zh' ? `${days}，截至 ${comparedAsOf}` : `${days}, as of ${comparedAsOf}`;
}

function metricFact({ name, says, isAdditive }: MetricFacts, language: Language): readonly [Message, string] {
  const total = isAdditive ? totals.added : totals.recounted;
  const gap = language === 'zh' ? '' : ' ';
  return [{ zh: `指标：${name.zh}`, en: `Metric: ${name.en}` }, `${says[language]}${gap}${total[language]}`];
}

const totals = {
  added: { zh: '合计为各行之和。', en: 'The total is the sum of the lines.' },
  recounted: {
    zh: '合计整体重新计算，不等于各行相加。',
    en: 'The total is counted anew and is not the sum of the lines.',
  },
};

/** What an edition is called, who froze it when, and its hash. */
export function editionFacts({ edition, isIntact }: ReadEdition, language: Language): Facts {
  const { title, frozenBy, frozenByName, createdAt, hash } = edition;
  const at = `${inShanghai(createdAt)}${language === 'zh' ? '（北京时间）' : ' (Beijing time)'}`;
  return [
    [{ zh: '定稿', en: 'Edition' }, title],
    [
      { zh: '定稿人', en: 'Frozen by' },
      language === 'zh' ? `${frozenByName}（${frozenBy}）` : `${frozenByName} (${frozenBy})`,
    ],
    [{ zh: '定稿时间', en: 'Frozen at' }, at],
    [{ zh: '校验码', en: 'Hash' }, hash],
    [{ zh: '校验', en: 'Check' }, intact[String(isIntact) as 'true' | 'false'][language]],
  ];
}

const intact = {
  true: { zh: '数字与定稿时相符', en: 'The figures are those that were frozen' },
  false: { zh: '数字与定稿时不符', en: 'The figures are not those that were frozen' },
};
