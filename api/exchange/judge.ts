import { idNumberIndex, Relation, registeredElsewhere } from '../households/index.js';
import { ErrorCode, type Message } from '../kernel/index.js';
import { relationWords, wordOf } from './cellValue.js';
import { householdChanges, personChanges } from './changes.js';
import type { Draft } from './draft.js';
import { allFields, ImportField } from './importField.js';
import { type Fault, ImportOutcome, type RowResult } from './importRow.js';
import type { Known, KnownHousehold, KnownPerson } from './known.js';
import { findMember, unlike } from './member.js';
import type { Villages } from './villages.js';

/** Which household and person a row speaks of; null: a new one. */
export interface Match {
  draft: Draft;
  household: KnownHousehold | null;
  person: KnownPerson | null;
  /** Where its household stands or will stand. */
  stationId: string | null;
}

/** What a row comes to, with all that is needed to do it. */
export type Verdict = RowResult & Match;

/** What a file is judged by. */
export interface Ground {
  tenantId: number;
  known: Known;
  villages: Villages;
}

/** Judges every row of a file, each by itself and beside the others of its household; what it changes is told once all mistakes are known. */
export function judge(drafts: readonly Draft[], ground: Ground): Verdict[] {
  const groups = [...Map.groupBy(drafts, (draft) => draft.code)];
  const matched = groups.map(([code, group]) => matchHousehold(code, group, ground));
  refuseDoubled(drafts);
  for (const group of matched) withholdHeadless(group);
  const verdicts = new Map<Draft, Verdict>();
  for (const group of matched) for (const one of concluded(group, ground.tenantId)) verdicts.set(one.draft, one);
  return drafts.flatMap((draft) => verdicts.get(draft) ?? []);
}

/** What comes of the rows of a household; what changes of the household itself stands with the first row that is without mistakes. */
function concluded(group: readonly Match[], tenantId: number): Verdict[] {
  const good = group.filter(({ draft }) => draft.faults.length === 0);
  return group.map((match) => {
    const { draft, household, person } = match;
    if (draft.faults.length > 0)
      return { ...match, outcome: ImportOutcome.FAIL, faults: inOrder(draft.faults), changes: [], opens: null };
    const own = person ? personChanges(draft, person, tenantId) : [];
    const drafts = group.map((one) => one.draft);
    const changes = household && match === good[0] ? [...householdChanges(drafts, household), ...own] : own;
    const changed = changes.length > 0 ? ImportOutcome.UPDATE : ImportOutcome.SKIP;
    const opens = person || household ? null : draft.code;
    return { ...match, outcome: person ? changed : ImportOutcome.CREATE, faults: [], changes, opens };
  });
}

function inOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => allFields.indexOf(a.field) - allFields.indexOf(b.field));
}

function add(draft: Draft, field: ImportField, code: ErrorCode, says: Message, suggestion?: string): void {
  draft.faults.push({ field, code, says, suggestion } satisfies Fault);
}

function refuseDoubled(drafts: readonly Draft[]): void {
  const numbers = new Map<string, number>();
  for (const draft of drafts) {
    const { idNumber } = draft.person;
    const first = idNumber ? numbers.get(idNumber) : undefined;
    if (idNumber && first === undefined) numbers.set(idNumber, draft.number);
    if (first === undefined) continue;
    const says = { zh: `与第 ${first} 行的身份证号重复。`, en: `Row ${first} has this identity number already.` };
    add(draft, ImportField.ID_NUMBER, ErrorCode.TAKEN, says);
  }
}

function matchHousehold(code: string, group: readonly Draft[], ground: Ground): Match[] {
  const { known, villages } = ground;
  const [first] = group;
  if (!first || code === '') return group.map((draft) => ({ draft, household: null, person: null, stationId: null }));
  const household = known.households.get(code) ?? null;
  const asked = group.find(({ village }) => village !== '')?.village;
  const stationId = household?.stationId ?? (asked ? villages.find(asked) : villages.usual);
  const seen = new Set<KnownPerson>();
  return group.map((draft) => {
    checkHousehold(draft, household, stationId, ground);
    if (draft !== first) checkAlike(draft, first, villages);
    const person = personOf(draft, household, ground, seen);
    checkRelation(draft, household, person, group);
    return { draft, household, person, stationId };
  });
}

/** The household of a row: within the file's reach, standing where the row says, or new with a number that is free. */
function checkHousehold(
  draft: Draft,
  household: KnownHousehold | null,
  stationId: string | null,
  { known, villages }: Ground,
): void {
  const asked = draft.village ? villages.find(draft.village) : null;
  if (draft.village && !asked) {
    add(draft, ImportField.VILLAGE, ErrorCode.NOT_FOUND, unknownVillage, villages.near(draft.village));
    return;
  }
  if (!household) {
    if (known.takenCodes.has(draft.code)) add(draft, ImportField.HOUSEHOLD_CODE, ErrorCode.TAKEN, codeElsewhere);
    else if (!stationId) add(draft, ImportField.VILLAGE, ErrorCode.REQUIRED, villageNeeded);
    return;
  }
  if (household.isClosed) add(draft, ImportField.HOUSEHOLD_CODE, ErrorCode.WRONG_STATE, closed);
  else if (!villages.has(household.stationId)) add(draft, ImportField.HOUSEHOLD_CODE, ErrorCode.FORBIDDEN, outside);
  else if (asked && asked !== household.stationId) {
    const name = villages.nameOf(household.stationId);
    const says = {
      zh: `该户现在${name}；迁移请在户档案中办理。`,
      en: `The household stands in ${name}; move it from its own page.`,
    };
    add(draft, ImportField.VILLAGE, ErrorCode.INVALID, says, name);
  }
}

/** Rows of one household must say the same of it. */
function checkAlike(draft: Draft, first: Draft, villages: Villages): void {
  const says = {
    zh: `与同户第 ${first.number} 行不一致。`,
    en: `Row ${first.number} of the same household says otherwise.`,
  };
  const [village, other] = [villages.find(draft.village), villages.find(first.village)];
  if (village && other && village !== other) add(draft, ImportField.VILLAGE, ErrorCode.INVALID, says, first.village);
  if (draft.address && first.address && draft.address !== first.address)
    add(draft, ImportField.ADDRESS, ErrorCode.INVALID, says, first.address);
}

/** Who a row speaks of: by identity number in the whole county, otherwise by name and day of birth in the household. */
function personOf(
  draft: Draft,
  household: KnownHousehold | null,
  { tenantId, known }: Ground,
  seen: Set<KnownPerson>,
): KnownPerson | null {
  const index = draft.person.idNumber && idNumberIndex(tenantId, draft.person.idNumber);
  const numbered = index ? known.byNumber.get(index) : undefined;
  if (numbered && numbered.householdId !== (household?.id ?? '')) {
    add(draft, ImportField.ID_NUMBER, ErrorCode.TAKEN, memberOf(known.codeOf(numbered.householdId ?? '')));
    return null;
  }
  if (!numbered && index && known.takenNumbers.has(index)) {
    add(draft, ImportField.ID_NUMBER, ErrorCode.TAKEN, registeredElsewhere);
    return null;
  }
  const found =
    numbered ?? findMember(draft, household?.members ?? [], (field, code, says) => add(draft, field, code, says));
  if (!found) return null;
  if (seen.has(found)) add(draft, ImportField.NAME, ErrorCode.TAKEN, twice);
  seen.add(found);
  for (const field of unlike(draft, found, index)) add(draft, field, ErrorCode.INVALID, otherThanNumber);
  return found;
}

function memberOf(code: string | undefined): Message {
  if (code === undefined) return registeredElsewhere;
  return { zh: `该身份证号已登记在户 ${code}。`, en: `This identity number is registered in household ${code}.` };
}

/** A household has one head, and what somebody is to the head is changed on the household's own page. */
function checkRelation(
  draft: Draft,
  household: KnownHousehold | null,
  person: KnownPerson | null,
  group: readonly Draft[],
): void {
  const { relation } = draft;
  if (person) {
    if (!relation || !person.relation || relation === person.relation) return;
    const word = wordOf(relationWords, person.relation);
    const says = {
      zh: `登记册中为“${word}”；变更请在户档案中办理。`,
      en: `The register says ${word}; change it on the page of the household.`,
    };
    add(draft, ImportField.RELATION, ErrorCode.INVALID, says, word);
    return;
  }
  if (!relation && !draft.faults.some(({ field }) => field === ImportField.RELATION))
    add(draft, ImportField.RELATION, ErrorCode.REQUIRED, relationNeeded);
  if (relation !== Relation.HEAD) return;
  const first = group.find((other) => other.relation === Relation.HEAD);
  const hasHead = household?.members.some((member) => member.relation === Relation.HEAD);
  if (hasHead || first !== draft) add(draft, ImportField.RELATION, ErrorCode.TAKEN, secondHead);
}

/** A new household is entered with its head, or not at all. */
function withholdHeadless(group: readonly Match[]): void {
  if (!group[0] || group[0].household || group[0].draft.code === '') return;
  const heads = group.filter(({ draft }) => draft.relation === Relation.HEAD);
  if (heads.some(({ draft }) => draft.faults.length === 0)) return;
  const at = heads[0]?.draft.number;
  for (const { draft } of group) {
    if (draft.faults.length > 0) continue;
    const says = at
      ? {
          zh: `户主所在的第 ${at} 行有误，本户暂不导入。`,
          en: `Row ${at}, of the head, has mistakes: the household waits.`,
        }
      : { zh: '新户须有一行户主。', en: 'A new household needs a row of its head.' };
    add(draft, ImportField.RELATION, at ? ErrorCode.WRONG_STATE : ErrorCode.REQUIRED, says);
  }
}

const unknownVillage = {
  zh: '本次导入的范围内没有这个村居。',
  en: 'There is no such village within the reach of this import.',
};
const villageNeeded = { zh: '新户请填写所在村居。', en: 'A new household needs its village.' };
const codeElsewhere = {
  zh: '本县其他单位已使用这个户编号。',
  en: 'This number of a household is used elsewhere in this county.',
};
const closed = { zh: '该户已注销。', en: 'The household is struck off the register.' };
const outside = {
  zh: '该户不在本次导入的范围内。',
  en: 'The household is not within the reach of this import.',
};
const relationNeeded = { zh: '新增的人请填写与户主关系。', en: 'A new person needs a relation to the head.' };
const secondHead = { zh: '该户已有户主。', en: 'The household has a head already.' };
const twice = { zh: '与本文件另一行是同一人。', en: 'Another row of this file is the same person.' };
const otherThanNumber = {
  zh: '与登记册中身份证号所载不一致，请核对。',
  en: 'The identity number in the register says otherwise; look again.',
};
