import { RecordResolver, takesInput, takesKey } from '../access/index.js';
import { stationField } from '../tenancy/index.js';
import { Household } from './household.js';
import { personList } from './lists.js';
import { Membership } from './membership.js';
import { PersonCreateInput, PersonFilter, PersonOrder } from './person.input.js';
import { Person } from './person.js';
import { createPerson } from './person.service.js';

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

/** What a membership answers beyond its columns. */
export const memberships = new RecordResolver(Membership, 'membership')
  .reference('person', { type: () => Person, permission, says: 'Who belongs to it （人）.' })
  .reference('household', { type: () => Household, permission, says: 'The household （户）.' });
