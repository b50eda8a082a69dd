import { actorOf, RecordResolver, takesId, takesInput, takesKey, takesVersion } from '../access/index.js';
import { Household } from '../households/index.js';
import { many, reference, sql, together } from '../reading/index.js';
import { Station, stationField } from '../tenancy/index.js';
import { DistributionItem } from './distributionItem.js';
import {
  IntentionCreateInput,
  IntentionFilter,
  IntentionOrder,
  IntentionUpdateInput,
  VillageSpecialtyCreateInput,
  VillageSpecialtyFilter,
  VillageSpecialtyOrder,
} from './intention.input.js';
import { Intention, SpecialtyItem, VillageSpecialty } from './intention.js';
import { intentionList, villageSpecialtyList } from './intention.list.js';
import { adoptSpecialty, createIntention, createSpecialty, updateIntention } from './intention.service.js';
import { VillageDemand } from './intention.totals.js';

const permission = 'industry.read';

/** What households would like to grow and raise. */
export const intentions = new RecordResolver(Intention, 'intention')
  .list({
    list: intentionList,
    filter: IntentionFilter,
    order: IntentionOrder,
    permission,
    says: 'What households would like to grow and raise, the latest entered first （种养意愿）.',
  })
  .act({
    name: 'intentionCreate',
    permission: 'industry.enrol',
    says: 'Enters what a household would like in a year （登记意愿）.',
    takes: { input: takesInput(IntentionCreateInput, 'The wish.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createIntention(ctx, input, idempotencyKey),
  })
  .act({
    name: 'intentionUpdate',
    permission: 'industry.enrol',
    says: 'Changes what a household would like （变更意愿）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(IntentionUpdateInput, 'What is changed.') },
    run: (ctx, { id, version, input }) => updateIntention(ctx, id, version, input),
  })
  .field('station', stationField('Where the household stood when it was asked （所在村居）.'))
  .reference('item', { type: () => DistributionItem, says: 'What it would like （品目）.' })
  .reference('household', { type: () => Household, permission: 'household.read', says: 'Whose wish it is （户）.' });

/** What villages go in for. */
export const villageSpecialties = new RecordResolver(VillageSpecialty, 'villageSpecialty', 'villageSpecialties')
  .list({
    list: villageSpecialtyList,
    filter: VillageSpecialtyFilter,
    order: VillageSpecialtyOrder,
    permission,
    says: 'What villages go in for, the latest year first （一村一品）.',
  })
  .act({
    name: 'villageSpecialtyCreate',
    permission: 'industry.edit',
    says: 'Proposes what a village shall go in for in a year （拟定特色产业）.',
    takes: { input: takesInput(VillageSpecialtyCreateInput, 'The specialty.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createSpecialty(ctx, input, idempotencyKey),
  })
  .act({
    name: 'villageSpecialtyAdopt',
    permission: 'industry.edit',
    says: 'Settles a specialty that was proposed （确定特色产业）.',
    takes: { id: takesId, version: takesVersion },
    run: (ctx, { id, version }) => adoptSpecialty(ctx, id, version),
  })
  .field('station', stationField('The village （村居）.'))
  .field('items', {
    type: () => [DistributionItem],
    says: 'What it goes in for, by name （品目）.',
    reads: many(
      () => DistributionItem,
      (to, row) => {
        const link = row.scope.table(SpecialtyItem);
        return sql`${to.column('id')} in (select ${link.column('item')} from ${link.from} where ${link.pin} and ${link.column('specialty')} = ${row.column('id')})`;
      },
      [
        ['pinyin', 'asc'],
        ['id', 'asc'],
      ],
    ),
    resolve: async (row, ctx) => {
      const { tenantId } = actorOf(ctx);
      const load = async (ids: string[]) => {
        const of = { tenantId, specialty: { tenantId, id: { $in: ids } } };
        const links = await (await ctx.em()).find(SpecialtyItem, of as never, { populate: ['item'] as never });
        const bySpecialty = Map.groupBy(links, (link) => link.specialty.id);
        return new Map([...bySpecialty].map(([id, own]) => [id, own.map((link) => link.item.unwrap())]));
      };
      const items = (await together(ctx, 'items of specialties', row.id, load)) ?? [];
      return items.toSorted((a, b) => (a.pinyin < b.pinyin ? -1 : 1));
    },
  });

/** What a sum of demand answers beyond its figures. */
export const villageDemandNodes = new RecordResolver(VillageDemand as never, 'villageDemand')
  .field('station', {
    ...stationField<never>('The village （村居）.'),
    reads: reference(() => Station, 'station'),
  } as never)
  .reference('item' as never, { type: () => DistributionItem as never, says: 'Of what （品目）.' } as never);
