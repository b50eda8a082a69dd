import { Int } from 'type-graphql';
import { RecordResolver, takes, takesInput, takesKey } from '../access/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import { expression, sql } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import { HouseholdCreateInput, HouseholdFilter, HouseholdOrder } from './household.input.js';
import { Household } from './household.js';
import { createHousehold } from './household.service.js';
import { HouseholdPlace } from './householdPlace.js';
import { HouseholdStatus } from './householdStatus.js';
import { householdList } from './lists.js';
import { Membership } from './membership.js';
import { sizeOn } from './size.js';

const permission = 'household.read';

/** Households: the list, the file of one, and what is dated about it. */
export const households = new RecordResolver(Household, 'household')
  .list({
    list: householdList,
    filter: HouseholdFilter,
    order: HouseholdOrder,
    permission,
    says: 'Households of the register, by number when no order is asked for （户清单）.',
  })
  .lookUp({ list: householdList, permission, says: 'One household, null when there is none within reach （户）.' })
  .act({
    name: 'householdCreate',
    permission: 'household.edit',
    says: 'Enters a household （新建户）.',
    takes: { input: takesInput(HouseholdCreateInput, 'The household.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createHousehold(ctx, input, idempotencyKey),
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
    order: [
      ['validFrom', 'asc'],
      ['id', 'asc'],
    ],
    says: 'Everybody who belongs to it or once did, in order of joining （成员记录）.',
  })
  .children('statuses', {
    type: () => HouseholdStatus,
    by: 'household',
    order: [
      ['validFrom', 'asc'],
      ['id', 'asc'],
    ],
    says: 'Every status that it has or once had, in order （户类别记录）.',
  })
  .children('places', {
    type: () => HouseholdPlace,
    by: 'household',
    order: [
      ['validFrom', 'asc'],
      ['id', 'asc'],
    ],
    says: 'Where it stands and stood, in order （所在村居记录）.',
  });

/** What a place of a household answers beyond its columns. */
export const householdPlaces = new RecordResolver(HouseholdPlace, 'householdPlace').field(
  'place',
  stationField('Where it stood then （所在村居）.', 'place'),
);
