import type { EntityManager } from '@mikro-orm/postgresql';
import {
  giveStatus,
  type Household,
  type HouseholdStatus,
  join,
  nameOf,
  numbersOf,
  type Person,
  Relation,
  registerHousehold,
  registerPerson,
  takeHead,
} from '../households/index.js';
import type { Day } from '../kernel/index.js';
import { addressOf, changedValues, statusesOf } from './changes.js';
import { ImportField } from './importField.js';
import { ImportOutcome } from './importRow.js';
import type { Verdict } from './judge.js';
import { type Before, householdBefore, personBefore } from './written.js';

/** A record that was written, with what it said before; null: it is new. */
export type Written =
  | { kind: 'HOUSEHOLD'; record: Household; before: Before | null }
  | { kind: 'PERSON'; record: Person; before: Before | null }
  | { kind: 'STATUS'; record: HouseholdStatus; before: null };

/** What a household is written with. */
export interface Hand {
  tenantId: number;
  today: Day;
  households: ReadonlyMap<string, Household>;
  people: ReadonlyMap<string, Person>;
}

/** Writes the rows of one household: the household, its new members, and what changes of those that it has. */
export function writeHousehold(em: EntityManager, hand: Hand, group: readonly Verdict[]): Written[] {
  const [first] = group;
  const known = first?.household ? hand.households.get(first.household.id) : undefined;
  const before = known ? householdBefore(known) : null;
  const household = known ?? newHousehold(em, hand, group);
  const people = group.flatMap((verdict) => writePerson(em, hand, household, verdict));
  const drafts = group.map(({ draft }) => draft);
  const address = addressOf(drafts);
  if (known && address !== null) known.address = address;
  const statuses = statusesOf(drafts)
    .filter(({ status }) => !first?.household?.statuses.has(status))
    .map(({ status, from }): Written => {
      return { kind: 'STATUS', record: giveStatus(em, household, { status, from: from ?? hand.today }), before: null };
    });
  const isChanged = before && JSON.stringify(before) !== JSON.stringify(householdBefore(household));
  const own: Written[] = known && !isChanged ? [] : [{ kind: 'HOUSEHOLD', record: household, before }];
  return [...own, ...people, ...statuses];
}

function newHousehold(em: EntityManager, { tenantId, today }: Hand, group: readonly Verdict[]): Household {
  const [first] = group;
  if (!first?.stationId) throw new Error('A new household without a village passed the check.');
  const head = group.find(({ draft }) => draft.relation === Relation.HEAD);
  return registerHousehold(em, {
    tenantId,
    stationId: first.stationId,
    code: first.draft.code,
    address: addressOf(group.map(({ draft }) => draft)),
    from: head?.draft.since ?? today,
  });
}

function writePerson(em: EntityManager, hand: Hand, household: Household, verdict: Verdict): Written[] {
  const { draft, outcome, changes } = verdict;
  if (outcome === ImportOutcome.CREATE) {
    const person = registerPerson(em, hand.tenantId, household.station.id, draft.person);
    join(em, household, person, { relation: draft.relation ?? Relation.OTHER, from: draft.since ?? hand.today });
    return [{ kind: 'PERSON', record: person, before: null }];
  }
  const own = changes.filter(({ field }) => field !== ImportField.ADDRESS && field !== ImportField.STATUS);
  const person = verdict.person && hand.people.get(verdict.person.id);
  if (!person || own.length === 0) return [];
  const before = personBefore(person);
  const { name, idNumber, phone, ...plain } = changedValues(draft.person, own);
  const numbers = numbersOf(hand.tenantId, { idNumber: idNumber ?? null, phone: phone ?? null });
  Object.assign(person, plain, name !== undefined && nameOf(name));
  if (idNumber) Object.assign(person, pick(numbers, ['idNumber', 'idNumberIndex', 'idNumberMasked']));
  if (phone) Object.assign(person, pick(numbers, ['phone', 'phoneIndex', 'phoneMasked']));
  if (verdict.person?.relation === Relation.HEAD) takeHead(household, person);
  return [{ kind: 'PERSON', record: person, before }];
}

function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}
