import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { Quantity, type Unit } from '../kernel/index.js';
import { reads, sql } from '../reading/index.js';
import { amountOf, inThousandths, quantityOf, quantityOfRow } from './amount.js';
import type { DistributionItem } from './distributionItem.js';
import { figuresOf } from './figures.js';
import { IntentionFilter } from './intention.input.js';
import type { Intention } from './intention.js';
import { intentionList } from './intention.list.js';

/** What the households of a village would like of one item. */
@ObjectType({ description: 'What the households of a village would like of one item, in one unit （村级需求）.' })
export class VillageDemand {
  station!: { id: string };
  item!: DistributionItem;
  amount!: string;
  unit!: Unit;

  @Field(() => Int, { description: 'For which year （年度）.' })
  year!: number;

  @Extensions(reads(quantityOfRow))
  @Field(() => Quantity, { description: 'How much in all （规模合计）.' })
  get quantity(): Quantity {
    return quantityOf(this);
  }

  @Field(() => Int, { description: 'How many households want some of it （户数）.' })
  households!: number;
}

/** What households would like, by village. */
@ObjectType({ description: 'What households would like to grow and raise, by village （种养需求）.' })
export class IntentionDemand {
  nodes!: VillageDemand[];
}

/** Demand by village over the rows that `intentions` lists with the same filter. */
export const intentionDemand = figuresOf<Intention>({
  name: 'intentionDemand',
  permission: 'industry.read',
  says: 'What households would like by village, item and unit, over the rows that intentions lists with the same filter （种养需求）.',
  list: intentionList,
  filter: IntentionFilter,
  type: IntentionDemand,
  node: VillageDemand,
  nodeSays: 'A sum for each village, item, unit and year （各村需求）.',
  columns: {
    station: ['station', 'uuid'],
    item: ['item', 'uuid'],
    year: ['year', 'int'],
    unit: ['unit', 'text'],
    amount: ['amount', 'numeric'],
    households: ['households', 'int'],
  },
  order: [
    ['year', 'desc'],
    ['households', 'desc'],
    ['station', 'asc'],
    ['item', 'asc'],
    ['unit', 'asc'],
  ],
  groups: (
    row,
    condition,
  ) => sql`select ${row.column('station')} as station, ${row.column('item')} as item, ${row.column('year')} as year,
    ${row.column('unit')} as unit, sum(${row.column('amount')}) as amount, count(*) filter (where ${row.column('amount')} > 0)::int as households
    from ${row.from} where ${condition} group by 1, 2, 3, 4`,
  count: async (rows) => demandOf(rows),
});

function demandOf(rows: readonly Intention[]): VillageDemand[] {
  const groups = Map.groupBy(rows, ({ station, item, year, unit }) => `${station.id} ${item.id} ${year} ${unit}`);
  const demands = [...groups.values()].map((own) =>
    Object.assign(new VillageDemand(), {
      station: own[0]?.station,
      item: own[0]?.item,
      year: own[0]?.year,
      unit: own[0]?.unit,
      amount: amountOf(own.reduce((sum, { amount }) => sum + inThousandths(amount), 0n)),
      households: own.filter(({ amount }) => inThousandths(amount) > 0n).length,
    }),
  );
  const key = (one: VillageDemand) => `${one.station.id} ${one.item.id} ${one.unit}`;
  return demands.toSorted((a, b) => b.year - a.year || b.households - a.households || (key(a) < key(b) ? -1 : 1));
}
