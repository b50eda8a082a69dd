import type { EntityManager } from '@mikro-orm/postgresql';
import { actorOf, type Context, demand, lockRecord } from '../access/index.js';
import { Check, type Day, ErrorCode, type Message, mistake, newId } from '../kernel/index.js';
import { isUuid } from '../reading/index.js';
import { directory } from '../tenancy/index.js';
import type { TrainingCertificatesIssueInput } from './certificateIssue.js';
import { CertificateIssue, CertificateIssueRow } from './certificateIssue.js';
import { Course } from './course.js';
import { Enrolment, EnrolmentState } from './enrolment.js';
import { findRead, keyOf } from './found.js';
import { checkPast } from './knowHowHolder.service.js';
import { TrainingCertificate } from './trainingCertificate.js';

const most = 500;

/** Issues certificates to those who completed a course, each answered for itself: who has one, or has not completed it, is passed over. */
export async function issueCertificates(
  ctx: Context,
  input: TrainingCertificatesIssueInput,
): Promise<CertificateIssue> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  await lockRecord(ctx, Course, input.courseId);
  const course = await findRead(ctx, Course, input.courseId, { zh: '课程', en: 'course' });
  demand(actorOf(ctx), 'training.edit', { stationId: course.station.id });
  const check = new Check();
  const issuedBy = check.text('issuedBy', input.issuedBy, 40);
  checkPast(check, 'issuedOn', input.issuedOn, ctx.today);
  const asked = [...new Set(input.enrolmentIds)];
  check.range('enrolmentIds', asked.length, 1, most);
  check.done();
  const enrolments = await enrolmentsOf(em, course, asked);
  const held = await em.find(TrainingCertificate, { tenantId, course: keyOf(course) });
  const byEnrolment = new Map(held.map((one) => [one.enrolment.id, one]));
  const next = await numbersOf(ctx, course, input.issuedOn);
  ctx.note({ act: 'trainingCertificatesIssue' });
  const rows = enrolments.map((enrolment) => {
    const before = byEnrolment.get(enrolment.id) ?? null;
    const why = before ? hasOne : whyNot(enrolment, input.issuedOn);
    const made = { issuedBy, issuedOn: input.issuedOn };
    const certificate = why ? before : registerCertificate(em, enrolment, { ...made, number: next() });
    const message = why?.[ctx.language] ?? null;
    return Object.assign(new CertificateIssueRow(), { enrolment, certificate, isDone: why === null, message });
  });
  await em.flush();
  return Object.assign(new CertificateIssue(), { rows, done: rows.filter((row) => row.isDone).length });
}

/** Enters a certificate; the caller flushes. */
export function registerCertificate(
  em: EntityManager,
  enrolment: Enrolment,
  made: Pick<TrainingCertificate, 'number' | 'issuedOn' | 'issuedBy'>,
): TrainingCertificate {
  const { tenantId, course, person, station } = enrolment;
  const whole = { ...made, tenantId, id: newId(), course, enrolment, person, station };
  const certificate = em.create(TrainingCertificate, whole as never);
  em.persist(certificate);
  return certificate;
}

async function enrolmentsOf(em: EntityManager, course: Course, ids: readonly string[]): Promise<Enrolment[]> {
  const { tenantId } = course;
  const where = { tenantId, course: keyOf(course), id: { $in: ids.filter(isUuid) } };
  const found = (await em.find(Enrolment, where as never, { orderBy: { no: 'asc' } } as never)) as Enrolment[];
  if (found.length < ids.length)
    throw mistake(['input', 'enrolmentIds'], ErrorCode.NOT_FOUND, {
      zh: '所选人员中有人不在本课程名册中。',
      en: 'Somebody chosen is not on the roster of this course.',
    });
  return found;
}

/** Numbers of a year, one after another: code of the town or county, year, four digits. The county's are given one at a time. */
async function numbersOf(ctx: Context, course: Course, day: Day): Promise<() => string> {
  const em = await ctx.em();
  const { tenantId } = course;
  const { code } = (await directory(ctx)).need(course.station.id).station;
  const prefix = `${code}-${day.slice(0, 4)}-`;
  await em.execute('select pg_advisory_xact_lock(?, hashtext(?))', [tenantId, prefix]);
  const sql = `select max(number) as last from training_certificate where tenant_id = ? and number >= ? and number < ?`;
  const [row] = (await em.execute(sql, [tenantId, prefix, `${prefix}:`])) as { last: string | null }[];
  let last = Number(row?.last?.slice(prefix.length) ?? 0);
  return () => {
    last += 1;
    return `${prefix}${String(last).padStart(4, '0')}`;
  };
}

function whyNot(enrolment: Enrolment, issuedOn: Day): Message | null {
  if (enrolment.state !== EnrolmentState.COMPLETED)
    return { zh: '尚未结业，不能发证。', en: 'The course is not completed, so there is no certificate.' };
  if (issuedOn < enrolment.stateSince)
    return { zh: '发证日期不能早于结业日期。', en: 'It cannot be issued before the course was completed.' };
  return null;
}

const hasOne = { zh: '已有证书，不重复发放。', en: 'There is a certificate already; no second one is issued.' };
