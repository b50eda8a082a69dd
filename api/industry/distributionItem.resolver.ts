import { Field, InputType } from 'type-graphql';
import { actorOf, type Context, idempotent, RecordResolver, takesInput, takesKey } from '../access/index.js';
import { Check, ErrorCode, IdFilter, newId, OrderDirection, orderType, pinyinOf, Unit } from '../kernel/index.js';
import { anyId, beginsWith, type List } from '../reading/index.js';
import { DistributionItem } from './distributionItem.js';
import { findItem } from './find.js';

/** Which items. */
@InputType({ description: 'Which items; all conditions together.' })
export class DistributionItemFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the name, its pinyin or its initials begin, at most 50 characters （搜索品名）.',
  })
  search?: string | null;
}

const DistributionItemOrder = orderType('DistributionItem', { NAME: 'Name, by pinyin （品名）.' });

/** A new item of the catalogue. */
@InputType({ description: 'A new item of the catalogue （新品目）.' })
export class DistributionItemCreateInput {
  @Field(() => String, { description: 'Its name, at most 40 characters （品名）.' })
  name!: string;

  @Field(() => [Unit], { description: 'The units in which it may be counted, at least one （计量单位）.' })
  units!: Unit[];
}

/** The catalogue, which everybody who reads industry may look up. */
export const distributionItemList: List<DistributionItem, DistributionItemFilter> = {
  name: 'distributionItems',
  entity: () => DistributionItem,
  walls: [],
  filter: { id: anyId('id', 'id'), search: beginsWith('name', 'pinyin', 'initials') },
  orders: { NAME: { property: 'pinyin', bounds: 'search' } },
  usually: OrderDirection.ASC,
};

async function createItem(ctx: Context, input: DistributionItemCreateInput, key?: string | null) {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  return idempotent(ctx, {
    key,
    act: 'distributionItemCreate',
    input,
    make: async () => {
      const check = new Check();
      const name = check.text('name', input.name, 40);
      const units = [...new Set(input.units)];
      check.that(units.length > 0, 'units', ErrorCode.REQUIRED, { zh: '请选择单位。', en: 'Choose a unit.' });
      check.that((await em.count(DistributionItem, { tenantId, name })) === 0, 'name', ErrorCode.TAKEN, {
        zh: '本县已有这个品目。',
        en: 'The county has this item already.',
      });
      check.done();
      ctx.note({ act: 'distributionItemCreate' });
      const item = em.create(DistributionItem, { tenantId, id: newId(), name, ...pinyinOf(name), units });
      await em.persist(item).flush();
      return item;
    },
    find: (id) => findItem(ctx, id),
  });
}

/** The catalogue of what is given out, grown and raised. */
export const distributionItems = new RecordResolver(DistributionItem, 'distributionItem')
  .list({
    list: distributionItemList,
    filter: DistributionItemFilter,
    order: DistributionItemOrder,
    permission: 'industry.read',
    says: 'The catalogue of what is given out, grown and raised, by name （产业品目）.',
  })
  .act({
    name: 'distributionItemCreate',
    permission: 'industry.edit',
    says: 'Enters an item of the catalogue （新建品目）.',
    takes: { input: takesInput(DistributionItemCreateInput, 'The item.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createItem(ctx, input, idempotencyKey),
  });
