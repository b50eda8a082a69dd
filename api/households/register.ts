import type { EntityManager } from '@mikro-orm/postgresql';
import { blindIndex, type Day, newId, pinyinOfPerson, sealed } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { Household } from './household.js';
import { HouseholdPlace } from './householdPlace.js';
import { type BeneficiaryStatus, HouseholdStatus } from './householdStatus.js';
import { maskedIdNumber, maskedPhone } from './idNumber.js';
import { Membership, Relation } from './membership.js';
import { Person, type Sex } from './person.js';

/** A household as it is entered; what is asked of it has been checked before. */
export interface NewHousehold {
  tenantId: number;
  stationId: string;
  code: string;
  address: string | null;
  /** Since when it stands there. */
  from: Day;
  isInvented?: boolean;
}

/** A person as they are entered; numbers are plain here and sealed on the way in. */
export interface NewPerson {
  name: string;
  birthDay: Day | null;
  sex: Sex | null;
  idNumber: string | null;
  phone: string | null;
  canWork: boolean | null;
  isStudent: boolean | null;
  isCadre?: boolean;
  isInvented?: boolean;
}

/** A station as the other end of a relation, without reading it. */
export function stationRef(em: EntityManager, tenantId: number, id: string): never {
  return em.getReference(Station, [tenantId, id] as never, { wrapped: true }) as never;
}

/** Enters a household with the place where it stands; the caller flushes. */
export function registerHousehold(em: EntityManager, made: NewHousehold): Household {
  const { tenantId, stationId, code, address, from, isInvented = false } = made;
  const station = stationRef(em, tenantId, stationId);
  const household = em.create(Household, { tenantId, id: newId(), station, code, address, isInvented });
  const dated = { tenantId, id: newId(), household: household as never, station };
  em.persist([household, em.create(HouseholdPlace, { ...dated, place: station, validFrom: from })]);
  return household;
}

/** Enters a person at a station, of no household yet; the caller flushes. */
export function registerPerson(em: EntityManager, tenantId: number, stationId: string, made: NewPerson): Person {
  const person = em.create(Person, {
    tenantId,
    id: newId(),
    station: stationRef(em, tenantId, stationId),
    ...nameOf(made.name),
    ...numbersOf(tenantId, made),
    birthDay: made.birthDay,
    sex: made.sex,
    canWork: made.canWork,
    isStudent: made.isStudent,
    isCadre: made.isCadre ?? false,
    isInvented: made.isInvented ?? false,
  });
  em.persist(person);
  return person;
}

/** A name with its pinyin. */
export function nameOf(name: string): Pick<Person, 'name' | 'pinyin' | 'initials'> {
  return { name, ...pinyinOfPerson(name) };
}

/** Identity number and telephone as they are kept: sealed, with their index and their masked form. */
export function numbersOf(
  tenantId: number,
  { idNumber, phone }: Pick<NewPerson, 'idNumber' | 'phone'>,
): Pick<Person, 'idNumber' | 'idNumberIndex' | 'idNumberMasked' | 'phone' | 'phoneIndex' | 'phoneMasked'> {
  return {
    idNumber: idNumber && sealed(idNumber),
    idNumberIndex: idNumber && idNumberIndex(tenantId, idNumber),
    idNumberMasked: idNumber && maskedIdNumber(idNumber),
    phone: phone && sealed(phone),
    phoneIndex: phone && blindIndex(tenantId, 'phone', phone),
    phoneMasked: phone && maskedPhone(phone),
  };
}

/** What an identity number is found by. */
export function idNumberIndex(tenantId: number, idNumber: string): string {
  return blindIndex(tenantId, 'identity number', idNumber);
}

/** Puts a person into a household from a day, as its head or otherwise; the caller has ended what was before, and flushes. */
export function join(
  em: EntityManager,
  household: Household,
  person: Person,
  how: { relation: Relation; from: Day; reason?: string | null },
): Membership {
  const { tenantId, station } = household;
  const membership = em.create(Membership, {
    tenantId,
    id: newId(),
    household: household as never,
    person: person as never,
    station: station as never,
    relation: how.relation,
    validFrom: how.from,
    reason: how.reason ?? null,
  });
  household.changedAt = new Date();
  em.assign(person, { household: household as never, station: station as never } as never);
  if (how.relation === Relation.HEAD) takeHead(household, person);
  em.persist(membership);
  return membership;
}

/** Takes a person out of a household from a day; the caller has loaded the person, and flushes before they join another. */
export function leave(household: Household, membership: Membership, how: { on: Day; reason: string | null }): void {
  household.changedAt = new Date();
  membership.validTo = how.on;
  membership.reason = how.reason;
  membership.person.unwrap().household = null;
  if (membership.relation === Relation.HEAD) takeHead(household, null);
}

/** Writes the head's name where lists of households look for it; null when there is none. */
export function takeHead(household: Household, head: Person | null): void {
  household.headName = head?.name ?? '';
  household.pinyin = head?.pinyin ?? '';
  household.initials = head?.initials ?? '';
}

/** Gives a household a status from a day; the caller flushes. */
export function giveStatus(
  em: EntityManager,
  household: Household,
  given: { status: BeneficiaryStatus; from: Day; to?: Day | null; reason?: string | null },
): HouseholdStatus {
  const { tenantId, station } = household;
  household.changedAt = new Date();
  const status = em.create(HouseholdStatus, {
    tenantId,
    id: newId(),
    household: household as never,
    station: station as never,
    status: given.status,
    validFrom: given.from,
    validTo: given.to ?? null,
    reason: given.reason ?? null,
  });
  em.persist(status);
  return status;
}
