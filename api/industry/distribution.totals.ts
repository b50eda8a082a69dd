import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { Quantity, type Unit } from '../kernel/index.js';
import { reads, sql } from '../reading/index.js';
import { amountOf, inThousandths, quantityOf, quantityOfRow } from './amount.js';
import { DistributionFilter } from './distribution.input.js';
import type { Distribution } from './distribution.js';
import { distributionList } from './distribution.list.js';
import type { DistributionItem } from './distributionItem.js';
import { figuresOf } from './figures.js';
import { takesBack } from './reversal.js';

/** The sum of one item in one unit. */
@ObjectType({ description: 'How much of one item was given in one unit; units are never added together （发放合计）.' })
export class DistributionTotal {
  /** Its item, as a relation is read. */
  item!: DistributionItem;

  amount!: string;
  unit!: Unit;

  @Extensions(reads(quantityOfRow))
  @Field(() => Quantity, { description: 'How much, less what was taken back （数量）.' })
  get quantity(): Quantity {
    return quantityOf(this);
  }

  @Field(() => Int, { description: 'How many households have been given some of it （户数）.' })
  households!: number;

  @Field(() => Int, { description: 'How many lines of the ledger make the sum, reversals among them （记录数）.' })
  lines!: number;
}

/** Sums of the ledger of distributions. */
@ObjectType({ description: 'Sums of the ledger of distributions, by item and unit （发放汇总）.' })
export class DistributionTotals {
  nodes!: DistributionTotal[];
}

/** The sums over the rows that `distributions` lists with the same filter. */
export const distributionTotals = figuresOf<Distribution>({
  name: 'distributionTotals',
  permission: 'industry.read',
  says: 'Sums of distributions by item and unit, over the rows that distributions lists with the same filter （发放汇总）.',
  list: distributionList,
  filter: DistributionFilter,
  type: DistributionTotals,
  node: DistributionTotal,
  nodeSays: 'A sum for each item and unit, the most lines first （各品目合计）.',
  columns: {
    item: ['item', 'uuid'],
    unit: ['unit', 'text'],
    amount: ['amount', 'numeric'],
    households: ['households', 'int'],
    lines: ['lines', 'int'],
  },
  order: [
    ['lines', 'desc'],
    ['item', 'asc'],
    ['unit', 'asc'],
  ],
  groups: (
    row,
    condition,
  ) => sql`select g0.item, g0.unit, sum(g0.net) as amount, count(*) filter (where g0.net > 0)::int as households,
    sum(g0.lines)::int as lines from (select ${row.column('item')} as item, ${row.column('unit')} as unit,
      sum(case when ${row.column('reverses')} is null then ${row.column('amount')} else -${row.column('amount')} end) as net,
      count(*) as lines from ${row.from} where ${condition} group by 1, 2, ${row.column('household')}) g0 group by 1, 2`,
  count: async (lines) => totalsOf(lines),
});

function totalsOf(lines: readonly Distribution[]): DistributionTotal[] {
  const groups = Map.groupBy(lines, (line) => `${line.item.id} ${line.unit}`);
  const totals = [...groups.values()].map((own) => {
    const byHousehold = Map.groupBy(own, (line) => line.household.id);
    const nets = [...byHousehold.values()].map((rows) => rows.reduce((sum, row) => sum + signed(row), 0n));
    return Object.assign(new DistributionTotal(), {
      item: own[0]?.item,
      unit: own[0]?.unit,
      amount: amountOf(nets.reduce((sum, net) => sum + net, 0n)),
      households: nets.filter((net) => net > 0n).length,
      lines: own.length,
    });
  });
  return totals.toSorted((a, b) => b.lines - a.lines || (a.item.id < b.item.id ? -1 : 1) || (a.unit < b.unit ? -1 : 1));
}

function signed(line: Distribution): bigint {
  return takesBack(line) ? -inThousandths(line.amount) : inThousandths(line.amount);
}
