import type { Context } from '../access/index.js';
import type { Person } from '../households/index.js';
import { ErrorCode, type Message, mistake } from '../kernel/index.js';
import type { Enrolment, EnrolmentState } from './enrolment.js';
import { Roster, RosterOutcome, RosterRow } from './roster.js';

/** One row of a roster while it is worked on: a name that was sent, and the person it means if there is one. */
export interface Row {
  name: string;
  person: Person | null;
  enrolment?: Enrolment;
  /** Where the enrolment comes to stand, before it is made. */
  state?: EnrolmentState;
  refused?: Message;
  skipped?: Message;
}

/** The most rows that one act takes. */
export const mostRows = 2000;

export const words = {
  unknown: { zh: '查无此人。', en: 'Nobody of this name is known here.' },
  namesakes: { zh: '有同名人员，请单独选择。', en: 'Several people bear this name; choose the one.' },
  twice: { zh: '名单中重复。', en: 'The name comes twice in the list.' },
  stranger: { zh: '未报名本课程。', en: 'Not enrolled in this course.' },
} satisfies Record<string, Message>;

/** Refuses an act on nobody, and one on more people than fit. */
export function checkLength(sent: number): void {
  if (sent === 0)
    throw mistake(['input'], ErrorCode.REQUIRED, { zh: '请至少选一人。', en: 'Choose one person at least.' });
  if (sent > mostRows)
    throw mistake(['input'], ErrorCode.OUT_OF_RANGE, {
      zh: `一次最多 ${mostRows} 人。`,
      en: `At most ${mostRows} people at once.`,
    });
}

/** Names as they come from a list: without spaces around them, empty lines left out. */
export function plainNames(names: readonly string[] | null | undefined): string[] {
  return (names ?? []).map((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim()).filter((name) => name !== '');
}

/** Rows for names: each must mean one person, and come once. */
export function rowsOfNames(names: readonly string[], people: readonly Person[]): Row[] {
  const byName = Map.groupBy(people, (person) => person.name);
  const met = new Set<string>();
  return names.map((name) => {
    const found = byName.get(name) ?? [];
    const isTwice = met.has(name);
    met.add(name);
    const [person = null] = found;
    if (!person) return { name, person, refused: words.unknown };
    if (found.length > 1) return { name, person: null, refused: words.namesakes };
    return isTwice ? { name, person, refused: words.twice } : { name, person };
  });
}

/** The answer about rows, in the language of the asker. */
export function answered(ctx: Context, rows: readonly Row[], isTrial: boolean): Roster {
  const shown = rows.map((row, i) => {
    const outcome = row.refused ? RosterOutcome.REFUSED : row.skipped ? RosterOutcome.SKIPPED : RosterOutcome.DONE;
    const says = (row.refused ?? row.skipped)?.[ctx.language] ?? null;
    const { enrolment = null } = row;
    const state = row.state ?? enrolment?.state ?? null;
    return Object.assign(new RosterRow(), { no: i + 1, name: row.name, outcome, says, state, enrolment });
  });
  const count = (outcome: RosterOutcome) => shown.filter((row) => row.outcome === outcome).length;
  const isWritten = !isTrial && count(RosterOutcome.REFUSED) === 0;
  return Object.assign(new Roster(), {
    isWritten,
    doneCount: count(RosterOutcome.DONE),
    skippedCount: count(RosterOutcome.SKIPPED),
    refusedCount: count(RosterOutcome.REFUSED),
    waitingCount: shown.filter((row) => row.outcome === RosterOutcome.DONE && row.state === 'WAITING').length,
    rows: shown,
  });
}
