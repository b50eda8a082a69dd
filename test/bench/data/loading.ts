/**
 * Statements that load tables: foreign keys are left unchecked, for the data keep them by construction, and indexes are made after
 * the rows, which takes a fraction of the time.
 */
export function loading(tables: readonly string[], statements: readonly string[]): string[] {
  const listed = tables.map((table) => `'${table}'`).join(', ');
  return [
    `drop table if exists pg_temp.dropped;
     create temp table dropped as
     select i.indexname, i.indexdef from pg_indexes i
     where schemaname = 'public' and tablename in (${listed}) and not exists (select from pg_constraint c where c.conname = i.indexname);
     do $$ declare name text; begin
       for name in select indexname from pg_temp.dropped loop execute format('drop index public.%I', name); end loop;
     end $$`,
    `set session_replication_role = replica; set maintenance_work_mem = '256MB'; set work_mem = '128MB'`,
    ...statements,
    `do $$ declare made text; begin
       for made in select indexdef from pg_temp.dropped loop execute made; end loop;
     end $$`,
    `set session_replication_role = origin; reset work_mem`,
  ];
}
