import './policy.js';
import { Household } from './household.js';
import { householdPlaces, households } from './household.resolver.js';
import { HouseholdChange } from './householdChange.js';
import { householdChanges, householdStatuses } from './householdChange.resolver.js';
import { HouseholdPlace } from './householdPlace.js';
import { HouseholdStatus } from './householdStatus.js';
import { Membership } from './membership.js';
import { Person } from './person.js';
import { memberships, persons } from './person.resolver.js';

export { householdColumns, personColumns } from './columns.js';
export {
  carrying,
  demandWhereLives,
  followedList,
  type HouseholdPort,
  heldWhereLives,
  type Moved,
  openHouseholdPorts,
} from './followed.js';
export { Household } from './household.js';
export { findHousehold, holdHousehold } from './household.service.js';
export { HouseholdChange } from './householdChange.js';
export { householdsPort } from './householdMove.service.js';
export { HouseholdPlace } from './householdPlace.js';
export { BeneficiaryStatus, HouseholdStatus, statusYears } from './householdStatus.js';
export {
  checkCharacter,
  idNumberFault,
  inventedRegion,
  maskedIdNumber,
  maskedPhone,
  plainIdNumber,
} from './idNumber.js';
export { householdList, personList } from './lists.js';
export { Membership, Relation } from './membership.js';
export { Person, Sex } from './person.js';
export { checkedPerson, findPerson, registeredElsewhere } from './person.service.js';
export {
  giveStatus,
  idNumberIndex,
  join,
  type NewPerson,
  nameOf,
  numbersOf,
  registerHousehold,
  registerPerson,
  stationRef,
  takeHead,
} from './register.js';

export const entities = [Household, HouseholdPlace, HouseholdStatus, HouseholdChange, Person, Membership] as const;
export const resolvers = [households, householdPlaces, householdChanges, householdStatuses, persons, memberships].map(
  (made) => made.resolver,
);
