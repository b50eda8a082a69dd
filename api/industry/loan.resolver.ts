import { Ctx, ID } from 'type-graphql';
import {
  actorOf,
  addOperation,
  type Context,
  RecordResolver,
  reachOf,
  takes,
  takesId,
  takesInput,
  takesKey,
  takesReason,
  takesVersion,
} from '../access/index.js';
import { Household } from '../households/index.js';
import { DateScalar, type Day, MoneyScalar } from '../kernel/index.js';
import {
  all,
  expression,
  type Given,
  heldSql,
  type Reads,
  type Row,
  record,
  type Scope,
  type Sql,
  sql,
  together,
} from '../reading/index.js';

import { directory, idIn, isThereStation, stationField, subtreeIds } from '../tenancy/index.js';
import { followedLoans, LoanCreateInput, LoanFilter, LoanOrder, LoanSummary, loanList } from './loan.input.js';
import { Loan, LoanRepayment, LoanState } from './loan.js';
import { createLoan, grantLoan, repayLoan, reverseRepayment, withdrawLoan } from './loan.service.js';

const read = 'industry.read';
const edit = 'industry.edit';
const inVersion = { id: takesId, version: takesVersion };

function repaidSql(row: Row): Sql {
  const line = row.scope.table(LoanRepayment);
  return sql`(select coalesce(sum(${line.column('amount')}), 0)::bigint from ${line.from}
    where ${line.pin} and ${line.column('loan')} = ${row.column('id')})`;
}

function outstandingSql(row: Row): Sql {
  return sql`case when ${row.column('state')} = 'GRANTED' then ${row.column('amount')} - ${repaidSql(row)} else 0 end`;
}

function isOverdueSql(row: Row): Sql {
  return sql`(${row.column('state')} = 'GRANTED' and ${row.column('dueOn')} < ${row.scope.today})`;
}

async function outstandingOf(ctx: Context, loan: Loan): Promise<number> {
  const { tenantId } = actorOf(ctx);
  const load = async (ids: string[]) => {
    const where = { tenantId, loan: { tenantId, id: { $in: ids } } };
    const found = (await (await ctx.em()).find(LoanRepayment, where as never)) as LoanRepayment[];
    const grouped = Map.groupBy(found, (line) => line.loan.id);
    return new Map([...grouped].map(([id, lines]) => [id, lines.reduce((sum, line) => sum + line.amount, 0)]));
  };
  return loan.state === LoanState.GRANTED
    ? loan.amount - ((await together(ctx, 'loans repaid', loan.id, load)) ?? 0)
    : 0;
}

/** The register of micro-loans. */
export const loans = new RecordResolver(Loan, 'loan')
  .list({
    list: loanList,
    filter: LoanFilter,
    order: LoanOrder,
    permission: read,
    says: 'Micro-loans, by the day on which they fall due when no order is asked for （小额信贷清单）.',
  })
  .lookUp({ list: loanList, permission: read, says: 'One loan, null when there is none within reach （小额信贷）.' })
  .field('station', stationField('Where the household stood （所在村居）.'))
  .reference('household', { type: () => Household, permission: 'household.read', says: 'The household （户）.' })
  .field('outstanding', {
    type: () => MoneyScalar,
    says: 'What is still owed, in yuan （余额）.',
    reads: expression(outstandingSql, { isCertain: true }),
    resolve: (loan, ctx) => outstandingOf(ctx, loan),
  })
  .field('isOverdue', {
    type: () => Boolean,
    says: 'Whether it is owed after its day （逾期）.',
    reads: expression((row) => sql`coalesce(${isOverdueSql(row)}, false)`, { isCertain: true }),
    resolve: ({ state, dueOn }, ctx) => state === LoanState.GRANTED && dueOn !== null && dueOn < ctx.today,
  })
  .children('repayments', {
    type: () => LoanRepayment,
    by: 'loan',
    order: [['id', 'asc']],
    says: 'What was repaid and taken back, in order （还款记录）.',
  })
  .act({
    name: 'loanCreate',
    permission: edit,
    says: 'Enters a loan that a household asks for （登记贷款申请）.',
    takes: { input: takesInput(LoanCreateInput, 'The loan.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createLoan(ctx, input, idempotencyKey),
  })
  .act({
    name: 'loanGrant',
    permission: edit,
    says: 'Grants a loan, with the day on which it has to be repaid （放款）.',
    takes: {
      ...inVersion,
      on: takes<Day>(() => DateScalar, 'When it was granted （放款日期）.'),
      dueOn: takes<Day>(() => DateScalar, 'When it has to be repaid （到期日）.'),
    },
    run: (ctx, given) => grantLoan(ctx, given),
  })
  .act({
    name: 'loanWithdraw',
    permission: edit,
    says: 'Notes that a loan is not granted, or no longer asked for （撤回申请）.',
    takes: { ...inVersion, reason: takesReason },
    run: (ctx, given) => withdrawLoan(ctx, given),
  })
  .act({
    name: 'loanRepay',
    permission: edit,
    says: 'Enters a repayment （登记还款）.',
    takes: {
      ...inVersion,
      amount: takes<number>(() => MoneyScalar, 'How much, in yuan; at most what is owed （金额）.'),
      on: takes<Day | null>(() => DateScalar, 'When; today when left out （还款日期）.', { isNullable: true }),
    },
    run: (ctx, given) => repayLoan(ctx, given),
  });

export const loanRepayments = new RecordResolver(LoanRepayment, 'loanRepayment')
  .reference('reverses', { type: () => LoanRepayment, says: 'The repayment that it takes back （被冲正的记录）.' })
  .act({
    name: 'loanRepaymentReverse',
    permission: edit,
    says: 'Takes a repayment back by a line of its own, saying why （冲正还款）.',
    takes: { id: takesId, reason: takesReason },
    run: (ctx, given) => reverseRepayment(ctx, given),
  });

export const loansOfHousehold = new RecordResolver(Household, 'household').page('loans', {
  list: followedLoans,
  filter: LoanFilter,
  order: LoanOrder,
  permission: read,
  by: 'household',
  says: 'Its micro-loans （小额信贷）.',
});

const summed = { granted: 'granted', repaid: 'repaid', outstanding: 'outstanding', overdue: 'overdue' } as const;

/** The sums of all loans that the asker may see, within a place. */
const summary: Reads = record(
  (given) => ({
    from: (scope) => summarySql(scope, given.get('within').isSet ? given.get('within') : null),
    columns: summed,
  }),
  () => sql`true`,
  undefined,
  (scope, given) => (given.get('within').isSet ? [isThereStation(scope, given.get('within'))] : []),
);

function summarySql(scope: Scope, within: Given | null): Sql {
  const loan = scope.table(Loan);
  const under = within && sql`${loan.column('station')} = any(${subtreeIds(scope, idIn(within), scope.today)}::uuid[])`;
  const where = all([loan.pin, heldSql(loan, read, 'station'), under]);
  return sql`(select coalesce(sum(l0.amount) filter (where l0.is_granted), 0)::bigint as granted, coalesce(sum(l0.repaid), 0)::bigint as repaid,
    coalesce(sum(l0.owed), 0)::bigint as outstanding, coalesce(sum(l0.owed) filter (where l0.is_late), 0)::bigint as overdue
    from (select ${loan.column('amount')} as amount, ${loan.column('grantedOn')} is not null as is_granted, ${repaidSql(loan)} as repaid,
      ${outstandingSql(loan)} as owed, ${isOverdueSql(loan)} as is_late from ${loan.from} where ${where}) l0)`;
}

addOperation(loans.resolver, {
  as: 'query',
  name: 'loanSummary',
  permission: read,
  type: () => LoanSummary,
  says: 'What was lent, repaid, and is owed, of the loans that the asker may see （小额信贷汇总）.',
  takes: [
    Ctx() as ParameterDecorator,
    takes(() => ID, 'A station and everything below it.', { isNullable: true }).declare('within'),
  ],
  run: (ctx: Context, within: string | null) => summarize(ctx, within),
  reads: summary,
});

async function summarize(ctx: Context, within: string | null): Promise<LoanSummary> {
  const tree = await directory(ctx);
  const reach = reachOf(actorOf(ctx), read);
  if (within) tree.need(within);
  const under = within ? tree.subtree(within) : null;
  const found = await (await ctx.em()).find(Loan, { tenantId: actorOf(ctx).tenantId });
  const seen = found.filter(({ station: { id } }) => (reach === '*' || reach.has(id)) && (!under || under.has(id)));
  const owed = await Promise.all(seen.map((loan) => outstandingOf(ctx, loan)));
  const sum = (of: (loan: Loan, index: number) => number) => seen.reduce((all, loan, i) => all + of(loan, i), 0);
  const granted = sum((loan) => (loan.grantedOn ? loan.amount : 0));
  const outstanding = sum((_, i) => owed[i] ?? 0);
  const isLate = (loan: Loan) => loan.state === LoanState.GRANTED && loan.dueOn !== null && loan.dueOn < ctx.today;
  return {
    granted,
    repaid: granted - outstanding,
    outstanding,
    overdue: sum((loan, i) => (isLate(loan) ? (owed[i] ?? 0) : 0)),
  };
}
