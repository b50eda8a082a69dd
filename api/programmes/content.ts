import {
  type Check,
  type Day,
  ErrorCode,
  type FieldChange,
  fieldChanges,
  moneyText,
  pinyinOf,
  type Quantity,
} from '../kernel/index.js';
import type { FundSource } from './enums.js';
import type { KindFacts, OwnFields } from './kind.js';
import type { Programme } from './programme.js';
import type { ProgrammeRevision } from './revision.js';

/** What a programme says, as against where it stands: what drafts edit, revisions keep and amendments ask to change. */
export interface Content {
  title: string;
  startsOn: Day;
  endsOn: Day;
  plan: string | null;
  budget: number | null;
  fundSource: FundSource | null;
  responsible: string | null;
  own: OwnFields;
}

const longestYears = 10;

/** The content of a programme as it stands today. */
export function contentOf(facts: KindFacts, programme: Programme): Content {
  const own = Object.fromEntries(facts.own.map((field) => [field, programme[field] ?? null]));
  return { ...sharedOf(programme), own };
}

/** The columns of a revision that hold its content. */
export type Revised = Pick<ProgrammeRevision, Exclude<keyof Content, 'own'> | 'details'>;

/** The content that a revision holds. */
export function contentOfRevision(revision: Revised): Content {
  return { ...sharedOf(revision), own: revision.details };
}

function sharedOf(from: Omit<Content, 'own'>): Omit<Content, 'own'> {
  const { title, startsOn, endsOn, plan, budget, fundSource, responsible } = from;
  return { title, startsOn, endsOn, plan, budget, fundSource, responsible };
}

/** Lays what a form gives over a content; what it leaves out stays. */
export function merged(content: Content, input: object): Record<string, unknown> {
  const { own, ...shared } = content;
  const given = Object.entries(input).filter(([, value]) => value !== undefined);
  return { ...shared, ...own, ...Object.fromEntries(given) };
}

/** Checks a whole content, gathers every mistake, and answers it as it is stored. The caller calls `check.done()`. */
export function checkContent(check: Check, facts: KindFacts, raw: Record<string, unknown>): Content {
  const given = raw as Partial<Content>;
  const shared = {
    title: check.text('title', given.title, 100),
    startsOn: given.startsOn ?? '',
    endsOn: given.endsOn ?? '',
    plan: check.optionalText('plan', given.plan, 5000),
    budget: given.budget ?? null,
    fundSource: given.fundSource ?? null,
    responsible: check.optionalText('responsible', given.responsible, 60),
  };
  needed(check, raw, ['startsOn', 'endsOn']);
  if (shared.startsOn && shared.endsOn) checkPeriod(check, shared.startsOn, shared.endsOn);
  return { ...shared, own: facts.checkOwn(check, raw) };
}

function checkPeriod(check: Check, startsOn: Day, endsOn: Day): void {
  check.that(endsOn >= startsOn, 'endsOn', ErrorCode.INVALID, {
    zh: '结束日期不能早于开始日期。',
    en: 'The period ends before it starts.',
  });
  const latest = `${Number(startsOn.slice(0, 4)) + longestYears}${startsOn.slice(4)}`;
  check.that(endsOn <= latest, 'endsOn', ErrorCode.OUT_OF_RANGE, {
    zh: `期间最长 ${longestYears} 年。`,
    en: `A programme lasts at most ${longestYears} years.`,
  });
}

/** Adds REQUIRED for every field without a value. */
export function needed(check: Check, raw: Record<string, unknown>, fields: readonly string[]): void {
  for (const field of fields) {
    const has = raw[field] !== null && raw[field] !== undefined;
    check.that(has, field, ErrorCode.REQUIRED, { zh: '请填写。', en: 'Please fill this in.' });
  }
}

/** Adds a mistake unless a count is a whole number of at least one; null passes. */
export function checkCount(check: Check, raw: Record<string, unknown>, field: string): void {
  check.range(field, raw[field] as number | null | undefined, 1, 1_000_000);
}

const completing = ['plan', 'budget', 'fundSource', 'responsible'] as const;

/** What is still missing before a programme can be submitted. */
export function missingFields(content: Pick<Content, (typeof completing)[number]>): string[] {
  return completing.filter((field) => content[field] === null);
}

/** Writes a content into the programme's row. */
export function applyContent(programme: Programme, content: Content): void {
  const { own, ...shared } = content;
  Object.assign(programme, shared, own, pinyinOf(content.title));
}

/** The fields in which two contents differ, written for people: money in yuan, quantities with their unit. */
export function changesBetween(facts: KindFacts, before: Content | null, after: Content): FieldChange[] {
  const old = before ? merged(before, {}) : null;
  const all = fieldChanges(old, merged(after, {}), (field, value) => written(facts, field, value));
  return all.filter((change) => change.before !== change.after);
}

function written(facts: KindFacts, field: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (field === 'budget' || facts.ownMoney.includes(field)) return moneyText(Number(value));
  return typeof value === 'object' ? quantityText(value as Quantity) : String(value);
}

function quantityText({ amount, unit }: Quantity): string {
  return `${amount} ${unit}`;
}
