/** The SQL of the insert, shared by the contestants that are written by hand; placeholders are given by name. */

/** What a new training programme is given by; every contestant writes the same rows from it. */
export const insertValues = [
  'tenant int',
  'record uuid',
  'step uuid',
  'revision uuid',
  'author uuid',
  'account text',
  'author_name text',
  'station uuid',
  'title text',
  'pinyin text',
  'initials text',
  'starts_on date',
  'ends_on date',
  'plan text',
  'budget bigint',
  'fund_source text',
  'responsible text',
  'category text',
  'form text',
  'audience text',
  'planned_sessions int',
  'planned_places int',
  'day date',
  'request text',
] as const;

/** A draft of a training programme in one statement: its two rows, first step, first revision and three rows of audit. */
export function insertTraining(at: (value: string) => string): string {
  const shared = `${at('title')}, ${at('starts_on')}, ${at('ends_on')}, ${at('plan')}, ${at('budget')}, ${at('fund_source')}, ${at('responsible')}`;
  const own = `jsonb_build_object('category', ${at('category')}, 'form', ${at('form')}, 'audience', ${at('audience')}, 'plannedSessions', ${at('planned_sessions')}, 'plannedPlaces', ${at('planned_places')})`;
  const content = `jsonb_build_object('title', ${at('title')}, 'startsOn', ${at('starts_on')}, 'endsOn', ${at('ends_on')}, 'plan', ${at('plan')}, 'budget', ${at('budget')},
      'fundSource', ${at('fund_source')}, 'responsible', ${at('responsible')}, 'station', ${at('station')})`;
  return `with made as (
    insert into programme (tenant_id, id, kind, station_id, title, starts_on, ends_on, plan, budget, fund_source, responsible, pinyin, initials, state, state_since, created_by, author_ids)
    values (${at('tenant')}, ${at('record')}, 'TRAINING', ${at('station')}, ${shared}, ${at('pinyin')}, ${at('initials')}, 'DRAFT', ${at('day')}, ${at('author_name')}, array[${at('author')}])),
  kind as (
    insert into training_programme (tenant_id, id, category, form, audience, planned_sessions, planned_places)
    values (${at('tenant')}, ${at('record')}, ${at('category')}, ${at('form')}, ${at('audience')}, ${at('planned_sessions')}, ${at('planned_places')}) returning *),
  step as (
    insert into programme_step (tenant_id, id, programme_id, station_id, act, "to", on_day, by)
    values (${at('tenant')}, ${at('step')}, ${at('record')}, ${at('station')}, 'CREATE', 'DRAFT', ${at('day')}, ${at('author_name')})),
  revision as (
    insert into programme_revision (tenant_id, id, programme_id, kind, no, state, valid_from, station_id, title, starts_on, ends_on, plan, budget, fund_source, responsible, details, entered_by)
    values (${at('tenant')}, ${at('revision')}, ${at('record')}, 'TRAINING', 1, 'IN_FORCE', ${at('day')}, ${at('station')}, ${shared}, ${own}, ${at('author_name')})),
  audited as (
    insert into audit_entry (tenant_id, id, actor_kind, actor_id, account, act, record, record_id, station_id, after, request_id, client)
    select ${at('tenant')}, uuidv7(), 'USER', ${at('author')}, ${at('account')}, 'trainingProgrammeCreate', a.record, a.id::text, ${at('station')}, a.after, ${at('request')}, 'bench'
    from (values ('TrainingProgramme', ${at('record')}, ${content} || ${own}),
      ('ProgrammeStep', ${at('step')}, jsonb_build_object('act', 'CREATE', 'to', 'DRAFT', 'onDay', ${at('day')}, 'by', ${at('author_name')}, 'programme', ${at('record')})),
      ('ProgrammeRevision', ${at('revision')}, ${content} || jsonb_build_object('no', 1, 'state', 'IN_FORCE', 'validFrom', ${at('day')}, 'details', ${own}))) a (record, id, after))
  select * from kind`;
}

/** The text with `$n::type` for each value, in the order of `insertValues`. */
export function numbered(value: string): string {
  const index = insertValues.findIndex((declared) => declared.startsWith(`${value} `));
  return `$${index + 1}::${insertValues[index]?.split(' ')[1]}`;
}
