/** What an application role may do with a table; the least that its rooms need. */
export type Right = 'select' | 'insert' | 'update' | 'delete';

const tenant = `tenant_id = nullif(current_setting('app.tenant', true), '')::int`;
const everywhere = `current_setting('app.stations', true) = '*'`;
const reached = `select unnest(string_to_array(nullif(current_setting('app.stations', true), '*'), ',')::uuid[])`;

const rules = {
  /** Every row of the tenant: the tree, its names, people and their grants, which everyone in the county may look up. */
  tenant: tenant,
  /** Rows of the tenant whose station_id the asker's grants reach. */
  station: `${tenant} and (${everywhere} or station_id in (${reached}))`,
} as const;

/** Row security of one table: the policy, and the rights of the application role. No context, no rows. */
export function rowSecurity(
  table: string,
  by: keyof typeof rules | { using: string },
  rights: readonly Right[],
): string {
  const rule = typeof by === 'string' ? rules[by] : `${tenant} and (${by.using})`;
  return `
    alter table "${table}" enable row level security;
    create policy "${table}_within" on "${table}" using (${rule}) with check (${rule});
    grant ${rights.join(', ')} on "${table}" to lianxin_app;`;
}

/** The rule of a row that hangs on a parent: it is seen when its parent is. */
export function withParent(table: string, parent: string, column: string): { using: string } {
  return {
    using: `${everywhere} or exists (select 1 from "${parent}" p where p.tenant_id = "${table}".tenant_id and p.id = "${table}"."${column}")`,
  };
}
