import { Field, Int, ObjectType } from 'type-graphql';
import { actorOf } from '../access/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import { sql } from '../reading/index.js';
import { figuresOf } from './figures.js';
import { LivestockContractFilter, LivestockInstalmentFilter } from './livestock.input.js';
import { deliveredBy, deliveredOf, livestockContractList, livestockInstalmentList } from './livestock.list.js';
import { type LivestockContract, LivestockMode, Species } from './livestockContract.js';
import type { LivestockInstalment } from './livestockInstalment.js';

/** The contracts of one way of raising one kind of animal. */
@ObjectType({ description: 'The contracts of one way of raising one kind of animal （养殖合计）.' })
export class LivestockTotal {
  @Field(() => LivestockMode, { description: 'Who raises the animals （养殖方式）.' })
  mode!: LivestockMode;

  @Field(() => Species, { description: 'What animals （畜种）.' })
  species!: Species;

  @Field(() => Int, { description: 'How many contracts （合同数）.' })
  contracts!: number;

  @Field(() => Int, { description: 'How many households （户数）.' })
  households!: number;

  @Field(() => Int, { description: 'How many head were bought or entrusted （头只数）.' })
  head!: number;
}

/** Sums of livestock contracts. */
@ObjectType({ description: 'Sums of livestock contracts, by way of raising and animal （养殖汇总）.' })
export class LivestockTotals {
  nodes!: LivestockTotal[];
}

/** The sums over the rows that `livestockContracts` lists with the same filter. */
export const livestockTotals = figuresOf<LivestockContract>({
  name: 'livestockTotals',
  permission: 'industry.read',
  says: 'Sums of contracts by way of raising and animal, over the rows that livestockContracts lists with the same filter （养殖汇总）.',
  list: livestockContractList,
  filter: LivestockContractFilter,
  type: LivestockTotals,
  node: LivestockTotal,
  nodeSays: 'A sum for each way of raising and animal （各类合计）.',
  columns: {
    mode: ['mode', 'text'],
    species: ['species', 'text'],
    contracts: ['contracts', 'int'],
    households: ['households', 'int'],
    head: ['head', 'int'],
  },
  order: [
    ['mode', 'asc'],
    ['species', 'asc'],
  ],
  groups: (
    row,
    condition,
  ) => sql`select ${row.column('mode')} as mode, ${row.column('species')} as species, count(*)::int as contracts,
    count(distinct ${row.column('household')})::int as households, sum(${row.column('head')})::int as head from ${row.from} where ${condition} group by 1, 2`,
  count: async (rows) => {
    const groups = Map.groupBy(rows, ({ mode, species }) => `${mode} ${species}`);
    const keys = [...groups.keys()].toSorted();
    return keys.map((key) => {
      const own = groups.get(key) ?? [];
      const [mode, species] = key.split(' ');
      const households = new Set(own.map(({ household }) => household.id)).size;
      return { mode, species, contracts: own.length, households, head: own.reduce((sum, { head }) => sum + head, 0) };
    });
  },
});

/** What a cooperative owes on one day. */
@ObjectType({ description: 'What a cooperative owes households on one day （合作社应付分红）.' })
export class InstalmentTotal {
  cooperative!: { id: string };

  @Field(() => DateScalar, { description: 'The last day on which it is in time （应兑付日期）.' })
  dueOn!: Day;

  @Field(() => Int, { description: 'How many instalments, one for each contract （期次数）.' })
  instalments!: number;

  @Field(() => Int, { description: 'How many head are due （应分头数）.' })
  headDue!: number;

  @Field(() => Int, { description: 'How many of them were delivered by the day that is asked about （已兑付头数）.' })
  headDelivered!: number;

  @Field(() => Int, { description: 'How many were still open （未兑付头数）.' })
  headOpen!: number;
}

/** Sums of instalments. */
@ObjectType({ description: 'Sums of instalments, by cooperative and day （分红汇总）.' })
export class InstalmentTotals {
  nodes!: InstalmentTotal[];
}

/** The sums over the rows that `livestockInstalments` lists with the same filter; delivered by today, or by the day of `overdueOn`. */
export const livestockInstalmentTotals = figuresOf<LivestockInstalment>({
  name: 'livestockInstalmentTotals',
  permission: 'industry.read',
  says: 'Sums of instalments by cooperative and day, over the rows that livestockInstalments lists with the same filter （分红汇总）.',
  list: livestockInstalmentList,
  filter: LivestockInstalmentFilter,
  type: InstalmentTotals,
  node: InstalmentTotal,
  nodeSays: 'A sum for each cooperative and day, the earliest first （各合作社合计）.',
  columns: {
    cooperative: ['cooperative', 'uuid'],
    dueOn: ['due_on', 'date'],
    instalments: ['instalments', 'int'],
    headDue: ['head_due', 'int'],
    headDelivered: ['head_delivered', 'int'],
    headOpen: ['head_open', 'int'],
  },
  order: [
    ['dueOn', 'asc'],
    ['cooperative', 'asc'],
  ],
  groups: (row, condition, given) => {
    const overdueOn = given.get('where').get('overdueOn');
    const day = overdueOn.isSet ? overdueOn.slot('date') : row.scope.today;
    return sql`select g0.cooperative, g0.due_on, count(*)::int as instalments, sum(g0.due)::int as head_due, sum(g0.delivered)::int as head_delivered,
      sum(g0.due - g0.delivered)::int as head_open from (select ${row.column('cooperative')} as cooperative, ${row.column('dueOn')} as due_on,
        ${row.column('headDue')} as due, ${deliveredBy(row, day)} as delivered from ${row.from} where ${condition}) g0 group by 1, 2`;
  },
  count: async (rows, ctx, where) => {
    const day = (where as { overdueOn?: Day } | null)?.overdueOn ?? ctx.today;
    const ids = rows.map(({ id }) => id);
    const delivered = await deliveredOf(await ctx.em(), actorOf(ctx).tenantId, ids, day);
    const groups = Map.groupBy(rows, ({ dueOn, cooperative }) => `${dueOn} ${cooperative.id}`);
    return [...groups.keys()].toSorted().map((key) => totalOf(groups.get(key) ?? [], delivered));
  },
});

function totalOf(own: readonly LivestockInstalment[], delivered: ReadonlyMap<string, number>): object {
  const headDue = own.reduce((sum, one) => sum + one.headDue, 0);
  const headDelivered = own.reduce((sum, { id }) => sum + (delivered.get(id) ?? 0), 0);
  const { cooperative, dueOn } = own[0] as LivestockInstalment;
  return { cooperative, dueOn, instalments: own.length, headDue, headDelivered, headOpen: headDue - headDelivered };
}
