import { type BeneficiaryStatus, maskedIdNumber, maskedPhone, type NewPerson, Sex } from '../households/index.js';
import { blindIndex, type Day } from '../kernel/index.js';
import { statusWords, wordOf } from './cellValue.js';
import type { Draft } from './draft.js';
import { ImportField } from './importField.js';
import type { RowChange } from './importRow.js';
import type { KnownHousehold, KnownPerson } from './known.js';

/** What a row changes of a person: a cell left empty changes nothing. */
export function personChanges({ person }: Draft, known: KnownPerson, tenantId: number): RowChange[] {
  const changes: RowChange[] = [];
  const compare = (field: ImportField, before: string | null, after: string | null): void => {
    if (after !== null && after !== before) changes.push({ field, before, after });
  };
  compare(ImportField.NAME, known.name, person.name);
  compare(ImportField.BIRTH_DAY, known.birthDay, person.birthDay);
  compare(ImportField.SEX, sexWord(known.sex), sexWord(person.sex));
  compare(ImportField.CAN_WORK, flagWord(known.canWork), flagWord(person.canWork));
  compare(ImportField.IS_STUDENT, flagWord(known.isStudent), flagWord(person.isStudent));
  if (person.idNumber && !known.idNumberIndex)
    changes.push({ field: ImportField.ID_NUMBER, before: null, after: maskedIdNumber(person.idNumber) });
  if (person.phone && blindIndex(tenantId, 'phone', person.phone) !== known.phoneIndex)
    changes.push({ field: ImportField.PHONE, before: known.phoneMasked, after: maskedPhone(person.phone) });
  return changes;
}

/** What the rows of a household change of the household itself. */
export function householdChanges(group: readonly Draft[], known: KnownHousehold): RowChange[] {
  const address = addressOf(group);
  const fresh = statusesOf(group).filter(({ status }) => !known.statuses.has(status));
  const words = (statuses: Iterable<BeneficiaryStatus>) =>
    [...statuses].map((one) => wordOf(statusWords, one)).join('、');
  return [
    ...(address !== null && address !== known.address
      ? [{ field: ImportField.ADDRESS, before: known.address, after: address }]
      : []),
    ...(fresh.length > 0
      ? [
          {
            field: ImportField.STATUS,
            before: words(known.statuses) || null,
            after: words([...known.statuses, ...fresh.map(({ status }) => status)]),
          },
        ]
      : []),
  ];
}

/** The address that the rows of a household give. */
export function addressOf(group: readonly Draft[]): string | null {
  return group.find(({ address, faults }) => address !== null && faults.length === 0)?.address ?? null;
}

/** Every status that the rows of a household give, with the day since when. */
export function statusesOf(group: readonly Draft[]): { status: BeneficiaryStatus; from: Day | null }[] {
  const found = new Map<BeneficiaryStatus, Day | null>();
  for (const { statuses, statusFrom, faults } of group) {
    if (faults.length > 0) continue;
    for (const status of statuses) if (!found.has(status)) found.set(status, statusFrom);
  }
  return [...found].map(([status, from]) => ({ status, from }));
}

/** What a row fills in or changes of a person, as properties; nothing for a cell that was left empty. */
export function changedValues(person: NewPerson, changes: readonly RowChange[]): Partial<NewPerson> {
  const changed = new Set(changes.map(({ field }) => field));
  const pick = <K extends keyof NewPerson>(field: ImportField, property: K): Partial<NewPerson> =>
    changed.has(field) ? { [property]: person[property] } : {};
  return {
    ...pick(ImportField.NAME, 'name'),
    ...pick(ImportField.BIRTH_DAY, 'birthDay'),
    ...pick(ImportField.SEX, 'sex'),
    ...pick(ImportField.CAN_WORK, 'canWork'),
    ...pick(ImportField.IS_STUDENT, 'isStudent'),
    ...pick(ImportField.ID_NUMBER, 'idNumber'),
    ...pick(ImportField.PHONE, 'phone'),
  };
}

function sexWord(sex: Sex | null): string | null {
  return sex && (sex === Sex.MALE ? '男' : '女');
}

function flagWord(flag: boolean | null): string | null {
  return flag === null ? null : flag ? '是' : '否';
}
