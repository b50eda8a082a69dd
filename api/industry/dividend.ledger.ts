import { actorOf, type Context } from '../access/index.js';
import { type Row, type Sql, sql, together } from '../reading/index.js';
import { DividendPayment } from './dividendShare.js';

/** What the ledger holds of a plan or of a share. */
export function paidSql(row: Row, by: 'plan' | 'share'): Sql {
  const line = row.scope.table(DividendPayment);
  return sql`(select coalesce(sum(${line.column('amount')}), 0)::bigint from ${line.from}
    where ${line.pin} and ${line.column(by)} = ${row.column('id')})`;
}

/** How many shares of a plan are paid: those whose ledger does not come to nothing. */
export function paidCountSql(row: Row): Sql {
  const line = row.scope.table(DividendPayment);
  return sql`(select count(*)::int from (select 1 from ${line.from} where ${line.pin} and ${line.column('plan')} = ${row.column('id')}
    group by ${line.column('share')} having sum(${line.column('amount')}) > 0) p0)`;
}

/** The same for one plan. */
export async function paidCountOf(ctx: Context, id: string): Promise<number> {
  const { tenantId } = actorOf(ctx);
  const lines = (await (
    await ctx.em()
  ).find(DividendPayment, { tenantId, plan: { tenantId, id } } as never)) as DividendPayment[];
  const sums = [...Map.groupBy(lines, (line) => line.share.id).values()].map((of) =>
    of.reduce((sum, line) => sum + line.amount, 0),
  );
  return sums.filter((sum) => sum > 0).length;
}

/** The sums of the ledger for all plans or shares of a list together. */
export async function paidOf(ctx: Context, id: string, by: 'plan' | 'share'): Promise<number> {
  const { tenantId } = actorOf(ctx);
  const load = async (ids: string[]) => {
    const where = { tenantId, [by]: { tenantId, id: { $in: ids } } };
    const found = (await (await ctx.em()).find(DividendPayment, where as never)) as DividendPayment[];
    const grouped = Map.groupBy(found, (line) => line[by].id);
    return new Map([...grouped].map(([key, lines]) => [key, lines.reduce((sum, line) => sum + line.amount, 0)]));
  };
  return (await together(ctx, `paid by ${by}`, id, load)) ?? 0;
}
