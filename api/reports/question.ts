import { badInput, type Day, type PeriodInput } from '../kernel/index.js';
import type { ProgrammeKind } from '../programmes/index.js';

/** What is asked for, as it came. */
export interface ReportAsked {
  kind?: ProgrammeKind | null;
  period: PeriodInput;
  asOf?: Day | null;
  within?: string | null;
}

/** What lines without a town's name are called. */
export const words = {
  county: { zh: '县本级', en: 'County itself' },
  own: { zh: '本级', en: ' itself' },
  total: { zh: '合计', en: 'Total' },
};

/** The days of a question, or the refusal of a period upside down and of a day to come. */
export function settled({ period, asOf }: ReportAsked, today: Day): { from: Day; to: Day; asOf: Day } {
  const day = asOf ?? today;
  if (period.from > period.to) {
    throw badInput({ zh: '期间的起始日不得晚于截止日。', en: 'The period ends before it starts.' }, ['period', 'to']);
  }
  if (day > today) {
    throw badInput({ zh: '截至日不得晚于今天。', en: 'A report cannot be as of a future day.' }, ['asOf']);
  }
  return { from: period.from, to: period.to, asOf: day };
}
