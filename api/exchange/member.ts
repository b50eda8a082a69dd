import { ErrorCode, type Message } from '../kernel/index.js';
import type { Draft } from './draft.js';
import { ImportField } from './importField.js';
import type { KnownPerson } from './known.js';

type Say = (field: ImportField, code: ErrorCode, says: Message) => void;

/** The member of a household that a row without a known identity number speaks of: by name, and by day of birth where both have one. */
export function findMember(draft: Draft, members: readonly KnownPerson[], say: Say): KnownPerson | null {
  const { name, birthDay, idNumber } = draft.person;
  const alike = members.filter(
    (one) => one.name === name && (birthDay === null || one.birthDay === null || one.birthDay === birthDay),
  );
  if (alike.length > 1) {
    say(ImportField.NAME, ErrorCode.INVALID, several);
    return null;
  }
  const [one] = alike;
  if (one && idNumber && one.idNumberIndex) {
    say(ImportField.ID_NUMBER, ErrorCode.INVALID, otherNumber);
    return null;
  }
  return one ?? null;
}

/** What a row says of somebody otherwise than the identity number that the register has of them. */
export function unlike(draft: Draft, person: KnownPerson, index: string | null): ImportField[] {
  if (!person.idNumberIndex || person.idNumberIndex === index) return [];
  const { sex, birthDay } = draft.person;
  const fields: ImportField[] = [];
  if (sex && person.sex && sex !== person.sex) fields.push(ImportField.SEX);
  if (birthDay && person.birthDay && birthDay !== person.birthDay) fields.push(ImportField.BIRTH_DAY);
  return fields;
}

const several = {
  zh: '本户有多名同名成员，请填写身份证号。',
  en: 'Several members of the household have this name; give the identity number.',
};
const otherNumber = {
  zh: '本户同名成员的身份证号与此不同，请核对。',
  en: 'The member of this name has another identity number; look again.',
};
