import { Ctx } from 'type-graphql';
import {
  addOperation,
  type Context,
  RecordResolver,
  takes,
  takesId,
  takesInput,
  takesKey,
  takesReason,
  takesVersion,
} from '../access/index.js';
import { stationField } from '../tenancy/index.js';
import { Household } from './household.js';
import { personList } from './lists.js';
import { MembershipMoveInput, SpanEndInput } from './membership.input.js';
import { Membership } from './membership.js';
import { endMembership, moveMember } from './membership.service.js';
import { PersonCreateInput, PersonFilter, PersonOrder, PersonUpdateInput } from './person.input.js';
import { Person } from './person.js';
import { createPerson, updatePerson } from './person.service.js';
import { doubles, doublesOf, mostDoubles } from './personDoubles.js';
import { PersonNumber, RevealedNumber, revealNumber, revealsADay } from './personReveal.js';

const permission = 'household.read';

/** People of the register. */
export const persons = new RecordResolver(Person, 'person')
  .list({
    list: personList,
    filter: PersonFilter,
    order: PersonOrder,
    permission,
    says: 'People of the register, by name when no order is asked for （人员清单）.',
  })
  .lookUp({ list: personList, permission, says: 'One person, null when there is none within reach （人）.' })
  .act({
    name: 'personCreate',
    permission: 'household.edit',
    says: 'Enters a person, as a member of a household or as a cadre of a station （新增人员）.',
    takes: { input: takesInput(PersonCreateInput, 'The person.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createPerson(ctx, input, idempotencyKey),
  })
  .act({
    name: 'personUpdate',
    permission: 'household.edit',
    says: 'Corrects what is known of a person （修改人员信息）.',
    takes: { id: takesId, version: takesVersion, input: takesInput(PersonUpdateInput) },
    run: (ctx, { id, version, input }) => updatePerson(ctx, id, version, input),
  })
  .act({
    name: 'personReveal',
    permission: 'household.reveal',
    says: `Shows a masked number whole, for a reason that is kept; at most ${revealsADay} a day （查看号码原文）.`,
    takes: {
      id: takesId,
      number: takes<PersonNumber>(() => PersonNumber, 'Which number （号码种类）.'),
      reason: takesReason,
    },
    answers: { field: 'revealed', type: RevealedNumber },
    isUnread: true,
    run: (ctx, { id, number, reason }) => revealNumber(ctx, id, number, reason),
  })
  .field('station', stationField('Where the person’s household stands, or the cadre works （所在单位）.'))
  .reference('household', { type: () => Household, permission, says: 'The household today （户）.' })
  .children('memberships', {
    type: () => Membership,
    by: 'person',
    order: [
      ['validFrom', 'asc'],
      ['id', 'asc'],
    ],
    says: 'Every household to which the person belongs or once did, in order （户籍记录）.',
  });

addOperation(persons.resolver, {
  as: 'query',
  name: 'personDoubles',
  permission,
  type: () => [Person],
  says: `People who share name and day of birth with another within reach, at most ${mostDoubles}, doubles beside each other （疑似重复人员）.`,
  takes: [Ctx() as ParameterDecorator],
  run: (ctx: Context) => doublesOf(ctx),
  reads: doubles,
});

/** That a person belongs to a household: joining, leaving, and what it answers beyond its columns. */
export const memberships = new RecordResolver(Membership, 'membership')
  .act({
    name: 'membershipMove',
    permission: 'household.move',
    says: 'Lets a person join a household, leaving the one to which they belong, if any （成员迁入）.',
    takes: { input: takesInput(MembershipMoveInput), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => moveMember(ctx, input, idempotencyKey),
  })
  .act({
    name: 'membershipEnd',
    permission: 'household.edit',
    says: 'Ends that a person belongs to a household （成员迁出）.',
    takes: { id: takesId, input: takesInput(SpanEndInput) },
    run: (ctx, { id, input }) => endMembership(ctx, id, input),
  })
  .reference('person', { type: () => Person, permission, says: 'Who belongs to it （人）.' })
  .reference('household', { type: () => Household, permission, says: 'The household （户）.' });
