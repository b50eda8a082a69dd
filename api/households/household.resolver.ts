import { Int } from 'type-graphql';
import { RecordResolver, takes, takesId, takesInput, takesKey, takesVersion } from '../access/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import { expression, many, sql } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import { HouseholdCreateInput, HouseholdFilter, HouseholdOrder } from './household.input.js';
import { Household } from './household.js';
import { createHousehold, updateHousehold } from './household.service.js';
import { HouseholdMoveInput, HouseholdUpdateInput } from './householdChange.input.js';
import { HouseholdChange } from './householdChange.js';
import { moveHousehold } from './householdMove.service.js';
import { HouseholdPlace } from './householdPlace.js';
import { HouseholdStatus } from './householdStatus.js';
import { householdList } from './lists.js';
import { HouseholdHeadChangeInput } from './membership.input.js';
import { Membership } from './membership.js';
import { changeHead } from './membership.service.js';
import { changesOf, sizeOn } from './ofHousehold.js';

const permission = 'household.read';

/** Dated facts, in the order in which they began to hold. */
const inOrder = [
  ['validFrom', 'asc'],
  ['id', 'asc'],
] as const;

/** Households: the list, the file of one, and what is dated about it. */
export const households = new RecordResolver(Household, 'household')
  .list({
    list: householdList,
    filter: HouseholdFilter,
    order: HouseholdOrder,
    permission,
    says: 'Households of the register, by name of the head when no order is asked for （户清单）.',
  })
  .lookUp({ list: householdList, permission, says: 'One household, null when there is none within reach （户）.' })
  .act({
    name: 'householdCreate',
    permission: 'household.edit',
    says: 'Enters a household （新建户）.',
    takes: { input: takesInput(HouseholdCreateInput, 'The household.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createHousehold(ctx, input, idempotencyKey),
  })
  .act({
    name: 'householdUpdate',
    permission: 'household.edit',
    says: 'Corrects the number or the address of a household （修改户信息）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(HouseholdUpdateInput) },
    run: (ctx, { id, version, input }) => updateHousehold(ctx, id, version, input),
  })
  .act({
    name: 'householdHeadChange',
    permission: 'household.edit',
    says: 'Makes another member the head, from a day （变更户主）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(HouseholdHeadChangeInput) },
    run: (ctx, { id, version, input }) => changeHead(ctx, id, version, input),
  })
  .act({
    name: 'householdMove',
    permission: 'household.move',
    says: 'Moves a household with its people to another station; past days count it where it stood （整户迁移）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(HouseholdMoveInput) },
    run: (ctx, { id, version, input }) => moveHousehold(ctx, id, version, input),
  })
  .field('station', stationField('Where it stands today （所在村居）.'))
  .field('size', {
    type: () => Int,
    says: 'How many belong to it on a day （人口数）.',
    takes: { asOf: takes<Day | null>(() => DateScalar, 'The day; today when left out.', { isNullable: true }) },
    reads: expression(
      (row, given) => {
        const members = row.scope.table(Membership);
        const asOf = given.get('asOf');
        const day = asOf.isSet ? asOf.slot('date') : row.scope.today;
        const [from, to] = [members.column('validFrom'), members.column('validTo')];
        return sql`(select count(*)::int from ${members.from} where ${members.pin} and ${members.column('household')} = ${row.column('id')}
          and ${from} <= ${day} and (${to} is null or ${to} > ${day}))`;
      },
      { isCertain: true },
    ),
    resolve: (household, ctx, asOf: Day | null) => sizeOn(ctx, household.id, asOf ?? ctx.today),
  })
  .children('memberships', {
    type: () => Membership,
    by: 'household',
    order: inOrder,
    says: 'Everybody who belongs to it or once did, in order of joining （成员记录）.',
  })
  .children('statuses', {
    type: () => HouseholdStatus,
    by: 'household',
    order: inOrder,
    says: 'Every status that it has or once had, in order （户类别记录）.',
  })
  .children('places', {
    type: () => HouseholdPlace,
    by: 'household',
    order: inOrder,
    says: 'Where it stands and stood, in order （所在村居记录）.',
  })
  .field('changes', {
    type: () => [HouseholdChange],
    says: 'Splits, mergers and strikings off that it was part of, in order （户变更记录）.',
    reads: many(
      () => HouseholdChange,
      (to, row) =>
        sql`(${to.column('household')} = ${row.column('id')} or ${to.column('other')} = ${row.column('id')})`,
      inOrder,
    ),
    resolve: (household, ctx) => changesOf(ctx, household.id),
  });

/** What a place of a household answers beyond its columns. */
export const householdPlaces = new RecordResolver(HouseholdPlace, 'householdPlace').field(
  'place',
  stationField('Where it stood then （所在村居）.', 'place'),
);
