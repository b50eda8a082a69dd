import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../access/index.js';
import type { Person } from '../households/index.js';
import { ErrorCode, mistake } from '../kernel/index.js';
import { Attendance } from './attendance.js';
import type { Course } from './course.js';
import type { CourseSession } from './courseSession.js';
import { Enrolment, EnrolmentState } from './enrolment.js';
import { findSession, holdCourse, teaching } from './find.js';
import { peopleByIds } from './people.js';
import { enterAttendance } from './register.js';
import type { Roster, RosterTakeInput } from './roster.js';
import { answered, checkLength, plainNames, type Row, rowsOfNames, words } from './rosterRows.js';
import { ofCourse } from './seats.js';

/** A row of attendance: who, and whether they were there. */
type Marked = Row & { isPresent: boolean };

/** Takes attendance of a session; a stranger to the course, an unknown or a doubled name refuses the whole, row by row. */
export async function takeRoster(ctx: Context, input: RosterTakeInput): Promise<Roster> {
  const em = await ctx.em();
  const session = await findSession(ctx, input.sessionId);
  const course = await holdCourse(ctx, session.course.id, { permission: 'training.enrol', states: teaching });
  demandHeld(session, ctx.today);
  const enrolled = await enrolledIn(em, course);
  const rows = await rowsAsked(ctx, input, enrolled);
  checkLength(rows.length);
  judge(rows, enrolled);
  const isTrial = input.isTrial ?? false;
  const isMade = !rows.some((row) => row.refused);
  await mark(em, session, rows, isMade && !isTrial);
  if (isMade && !isTrial) {
    ctx.note({ act: 'rosterTake' });
    await em.flush();
  }
  return answered(ctx, rows, isTrial);
}

function demandHeld({ isCancelled, heldOn }: CourseSession, today: string): void {
  if (isCancelled)
    throw mistake(['input', 'sessionId'], ErrorCode.WRONG_STATE, {
      zh: '这次课已取消。',
      en: 'The session was called off.',
    });
  if (heldOn > today)
    throw mistake(['input', 'sessionId'], ErrorCode.WRONG_STATE, {
      zh: `这次课在 ${heldOn} 举行，还不能签到。`,
      en: `The session is on ${heldOn}; attendance cannot be taken yet.`,
    });
}

/** Who holds or held a place, by person. */
async function enrolledIn(em: EntityManager, course: Course): Promise<Map<string, Enrolment>> {
  const state = { $in: [EnrolmentState.ENROLLED, EnrolmentState.COMPLETED] };
  const found = await em.find(Enrolment, { ...ofCourse(course), state } as never, { populate: ['person'] } as never);
  return new Map((found as Enrolment[]).map((enrolment) => [enrolment.person.id, enrolment]));
}

async function rowsAsked(
  ctx: Context,
  input: RosterTakeInput,
  enrolled: ReadonlyMap<string, Enrolment>,
): Promise<Marked[]> {
  const names = plainNames(input.presentNames);
  const [present, absent] = [input.presentIds ?? [], input.absentIds ?? []];
  checkLength(Math.max(1, names.length + present.length + absent.length));
  const people = [...enrolled.values()].map((enrolment) => enrolment.person.unwrap() as Person);
  const known = new Map(people.map((person) => [person.id, person]));
  const strangers = await peopleByIds(
    ctx,
    [...present, ...absent].filter((id) => !known.has(id)),
  );
  for (const person of strangers) known.set(person.id, person);
  const rowsOf = (ids: readonly string[], isPresent: boolean) =>
    ids.map((id): Marked => {
      const person = known.get(id.toLowerCase()) ?? null;
      return { name: person?.name ?? '', person, isPresent };
    });
  const named = rowsOfNames(names, people).map((row): Marked => ({ ...row, isPresent: true }));
  return [...rowsOf(present, true), ...rowsOf(absent, false), ...named];
}

/** Only who is enrolled is marked, and once. */
function judge(rows: readonly Marked[], enrolled: ReadonlyMap<string, Enrolment>): void {
  const met = new Set<string>();
  for (const row of rows) {
    if (row.refused || !row.person) continue;
    const enrolment = enrolled.get(row.person.id);
    if (!enrolment) row.refused = words.stranger;
    else if (met.has(row.person.id)) row.refused = words.twice;
    else row.enrolment = enrolment;
    met.add(row.person.id);
  }
}

/** Compares with what is marked already, and enters what differs. */
async function mark(
  em: EntityManager,
  session: CourseSession,
  rows: readonly Marked[],
  isKept: boolean,
): Promise<void> {
  const { tenantId, id } = session;
  const known = await em.find(Attendance, { tenantId, session: { tenantId, id } } as never);
  const byEnrolment = new Map(known.map((attendance) => [attendance.enrolment.id, attendance]));
  for (const row of rows) {
    if (row.refused || !row.enrolment) continue;
    const before = byEnrolment.get(row.enrolment.id);
    if (before?.isPresent === row.isPresent) row.skipped = same;
    else if (!isKept) continue;
    else if (before) before.isPresent = row.isPresent;
    else enterAttendance(em, session, row.enrolment, row.isPresent);
  }
}

const same = { zh: '已是这样。', en: 'It is so already.' };
