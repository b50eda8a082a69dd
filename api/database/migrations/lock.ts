/** What an application role may do with a table; the least that its rooms need. */
export type Right = 'select' | 'insert' | 'update' | 'delete';

/**
 * Settings stand in sub-selects, which PostgreSQL evaluates once a statement; bare, they are evaluated for every row. What is asked of
 * a setting stands inside as well: a row of a county-wide list then costs a look at a boolean, and no comparison of texts.
 */
export const tenant = `(select nullif(current_setting('app.tenant', true), '')::int)`;
const everywhere = `(select current_setting('app.stations', true) = '*')`;
const isPlatform = `(select current_setting('app.platform', true) = 'on')`;
const reached = `select unnest(string_to_array(nullif(current_setting('app.stations', true), '*'), ',')::uuid[])`;

/** The rules of row security: who of a county sees a row. */
export const rules = {
  /** The tree, its names, people and their grants, which everyone in the county may look up. */
  tenant: `tenant_id = ${tenant}`,
  /** Rows whose own station_id the asker's grants reach. */
  station: `tenant_id = ${tenant} and (${everywhere} or station_id in (${reached}))`,
  /** The county itself, and every county for the platform's operators. */
  county: `id = ${tenant} or ${isPlatform}`,
} as const;

/**
 * Rows that share the key of a parent: they are seen when it is. A scalar sub-select looks the one parent up; of an EXISTS PostgreSQL
 * may gather all parents first. Lists of many rows to a parent keep their own station instead.
 */
export function withParent(table: string, parent: string): string {
  return `tenant_id = ${tenant} and (${everywhere}
    or (select true from "${parent}" p where p.tenant_id = "${table}".tenant_id and p.id = "${table}".id))`;
}

/** Rows whose own station is reached, or that meet another condition: in one rule, for two are estimated as if they excluded each other. */
export function stationOr(condition: string): string {
  return `tenant_id = ${tenant} and (${everywhere} or station_id in (${reached}) or ${condition})`;
}

/** Row security of a new table: the policy, and the rights of the application role. No context, no rows. */
export function lock(table: string, rule: string, rights: readonly Right[]): string {
  return `
    alter table "${table}" enable row level security;
    create policy "${table}_within" on "${table}" using (${rule}) with check (${rule});
    grant ${rights.join(', ')} on "${table}" to lianxin_app;`;
}

/** Another rule for a table that is locked already; `isReadOnly` where its policy says nothing of writing. */
export function relock(table: string, rule: string, { isReadOnly = false } = {}): string {
  const check = isReadOnly ? '' : ` with check (${rule})`;
  return `alter policy "${table}_within" on "${table}" using (${rule})${check};`;
}
