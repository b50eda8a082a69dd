/**
 * What q3, q4 and the insert are asked of as long as there are no enrolments: a page of programmes with their steps, twenty programmes
 * with steps and revisions, and a training programme.
 */
export const titles = {
  q3: 'Q3: 25 programmes of a township, station, steps, total',
  q4: 'Q4: 20 programmes by title, station, steps, revisions with station',
  q4deep: 'Q4, a page of the same 4,800 programmes in',
  insert: 'a training programme, its answer nested',
} as const;

/** The tables whose rows are reported; the dated ones come first. */
export const tables = ['programme_step', 'programme_revision', 'audit_entry', 'programme'];

/** How many rows of the first county come before the deep page, and what finds the last of them. */
export const deepOffset = 4800;
export const deepSql = `select pinyin, id from programme where tenant_id = 1 order by pinyin, id limit 1 offset ${deepOffset - 1}`;

/** What an inserted programme is called; the clean-up knows it by that. */
export const insertedTitle = '压测冬季技能培训';

/** One thing to insert, at a station. */
export const inserted = (station: string) => ({ station, ...content });

const content = {
  title: insertedTitle,
  starts_on: '2026-12-01',
  ends_on: '2027-02-28',
  plan: '利用冬闲组织技能培训，分三期进行，由乡镇所负责。',
  budget: 1_200_000,
  fund_source: 'FISCAL_SPECIAL',
  responsible: '王主任',
  category: 'TECHNIQUE',
  form: 'NIGHT_SCHOOL',
  audience: 'FARMERS',
  planned_sessions: 6,
  planned_places: 40,
};

const made = `(select id from programme where tenant_id = 2 and title = '${insertedTitle}')`;

/** Takes away what inserting has left, so that every contestant and every run meets the same rows. */
export const cleanUp: readonly string[] = [
  `delete from programme_step where tenant_id = 2 and programme_id in ${made}`,
  `delete from programme_revision where tenant_id = 2 and programme_id in ${made}`,
  `delete from audit_seal where tenant_id = 2 and sealed_at > (select min(created_at) from programme where tenant_id = 2 and title = '${insertedTitle}')`,
  `delete from audit_entry where tenant_id = 2 and act = 'trainingProgrammeCreate' and at >= (select min(created_at) from programme where tenant_id = 2 and title = '${insertedTitle}')`,
  `delete from programme where tenant_id = 2 and title = '${insertedTitle}'`,
];

/** The answer without what no two answers share: ids of new rows. */
// biome-ignore lint/suspicious/noExplicitAny: answers are read whatever shape they have
export function settled(value: any): unknown {
  const { id: _, ...programme } = value.trainingProgramme;
  return { ...value, trainingProgramme: programme };
}
