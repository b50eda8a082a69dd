/** A table of a county's records: its key and when each was made, its own columns, and where its relations lead. */
export function table(
  name: string,
  columns: string,
  references: readonly (readonly [column: string, table: string])[],
): string {
  const foreign = references.map(
    ([column, to]) =>
      `constraint ${name}_${column.replace(/_id$/, '')}_fkey foreign key (tenant_id, ${column}) references ${to} (tenant_id, id)`,
  );
  return `create table ${name} (
  tenant_id int not null references tenant (id),
  id uuid not null,${columns}
  created_at timestamptz(3) not null default now(),
  primary key (tenant_id, id)${foreign.map((one) => `,\n  ${one}`).join('')}
);`;
}
