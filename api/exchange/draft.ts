import {
  type BeneficiaryStatus,
  checkedPerson,
  idNumberFault,
  type NewPerson,
  type Relation,
  statusYears,
} from '../households/index.js';
import { Check, type Day, ErrorCode, InputMistakes, type Message } from '../kernel/index.js';
import { dayOf, flagOf, nearest, relationOf, relationWords, sexOfWord, statusesOf, statusWords } from './cellValue.js';
import { ImportField } from './importField.js';
import type { Fault } from './importRow.js';
import type { SheetRow } from './importSheet.js';

/** A row as it was understood, with what is wrong in it by itself; nothing has been looked up. */
export interface Draft {
  number: number;
  code: string;
  village: string;
  address: string | null;
  statuses: readonly BeneficiaryStatus[];
  statusFrom: Day | null;
  relation: Relation | null;
  since: Day | null;
  person: NewPerson;
  faults: Fault[];
}

const fieldOf: Readonly<Record<string, ImportField>> = {
  name: ImportField.NAME,
  idNumber: ImportField.ID_NUMBER,
  birthDay: ImportField.BIRTH_DAY,
  phone: ImportField.PHONE,
  address: ImportField.ADDRESS,
  code: ImportField.HOUSEHOLD_CODE,
};

/** Reads a row by what its columns mean. */
export function draftOf(row: SheetRow, columns: readonly (ImportField | null)[], today: Day): Draft {
  const cell = (field: ImportField) => row.cells[columns.indexOf(field)] ?? '';
  const faults: Fault[] = [];
  const fault = (field: ImportField, code: ErrorCode, says: Message, suggestion?: string): null => {
    faults.push({ field, code, says, suggestion });
    return null;
  };
  const read = readerOf(cell, fault, today);
  const check = new Check(null);
  const { person, idFault } = personOf(check, cell, read, today);
  if (idFault) fault(ImportField.ID_NUMBER, ErrorCode.INVALID, idFault);
  const code = check.text('code', cell(ImportField.HOUSEHOLD_CODE), 20);
  if (code !== '' && !/^[\dA-Za-z-]+$/.test(code)) fault(ImportField.HOUSEHOLD_CODE, ErrorCode.INVALID, badCode);
  const address = check.optionalText('address', cell(ImportField.ADDRESS), 100);
  const statuses = read.statuses();
  const statusFrom = read.day(ImportField.STATUS_FROM);
  faults.push(...faultsOf(check), ...faultsOfYears(statuses, statusFrom ?? today));
  return {
    number: row.number,
    code,
    village: cell(ImportField.VILLAGE),
    address,
    statuses,
    statusFrom,
    relation: read.relation(),
    since: read.day(ImportField.SINCE),
    person,
    faults,
  };
}

type Cell = (field: ImportField) => string;
type AddFault = (field: ImportField, code: ErrorCode, says: Message, suggestion?: string) => null;

/** Cells as values; what cannot be read is a fault, and then no value. */
function readerOf(cell: Cell, fault: AddFault, today: Day) {
  const read = <V>(field: ImportField, find: (text: string) => V | null, says: Message, words: string[]): V | null => {
    const text = cell(field);
    if (text === '') return null;
    return find(text) ?? fault(field, ErrorCode.INVALID, says, nearest(text, words));
  };
  return {
    relation: () => read(ImportField.RELATION, relationOf, unknownRelation, Object.values(relationWords).flat()),
    sex: () => read(ImportField.SEX, sexOfWord, unknownSex, []),
    flag: (field: ImportField) => read(field, flagOf, unknownFlag, []),
    statuses: () => read(ImportField.STATUS, statusesOf, unknownStatus, Object.values(statusWords).flat()) ?? [],
    day: (field: ImportField): Day | null => {
      const found = read(field, dayOf, unknownDay, []);
      if (found === null || (found >= '1880-01-01' && found <= today)) return found;
      return fault(field, ErrorCode.OUT_OF_RANGE, found > today ? laterThanToday : tooEarly);
    },
  };
}

/** An identity number that a spreadsheet took for a number has lost its last digits; a masked one never had them. */
function personOf(check: Check, cell: Cell, read: ReturnType<typeof readerOf>, today: Day) {
  const text = cell(ImportField.ID_NUMBER);
  const isNumber = /^\d(\.\d+)?E\+\d+$/i.test(text) || (/^\d{15}000$/.test(text) && idNumberFault(text) !== null);
  const isMasked = /\*{4,}/.test(text);
  const maskedPhone = /\*{4}/.test(cell(ImportField.PHONE));
  const idFault = isNumber ? lostDigits : isMasked ? maskedNumber : null;
  const person = checkedPerson(
    check,
    {
      name: cell(ImportField.NAME),
      idNumber: idFault ? null : text,
      birthDay: read.day(ImportField.BIRTH_DAY),
      sex: read.sex(),
      phone: maskedPhone ? null : cell(ImportField.PHONE),
      canWork: read.flag(ImportField.CAN_WORK),
      isStudent: read.flag(ImportField.IS_STUDENT),
    },
    today,
  );
  if (maskedPhone) check.add('phone', ErrorCode.INVALID, maskedNumber);
  return { person, idFault };
}

/** The mistakes that a check has gathered, as faults of cells. */
function faultsOf(check: Check): Fault[] {
  try {
    check.done();
    return [];
  } catch (error) {
    if (!(error instanceof InputMistakes)) throw error;
    return error.mistakes.map(({ path, code, says }) => ({
      field: fieldOf[path?.[0] ?? ''] ?? ImportField.NAME,
      code,
      says,
    }));
  }
}

function faultsOfYears(statuses: readonly BeneficiaryStatus[], from: Day): Fault[] {
  const year = Number(from.slice(0, 4));
  return statuses.flatMap((status) => {
    const [first, last] = statusYears[status];
    if ((first === null || year >= first) && (last === null || year <= last)) return [];
    const word = statusWords[status][0] ?? status;
    const years = last === null ? `${first} 年起` : `${first}—${last} 年`;
    const says = {
      zh: `“${word}”只能始于${years}，请填写类别起始日期。`,
      en: `${word} may begin ${first ?? ''}–${last ?? ''} only; give the day since when it holds.`,
    };
    return [{ field: ImportField.STATUS_FROM, code: ErrorCode.OUT_OF_RANGE, says }];
  });
}

const badCode = {
  zh: '户编号只用字母、数字和连字符。',
  en: 'The number of a household is made of letters, digits and hyphens.',
};
const unknownRelation = { zh: '不认识这种与户主关系。', en: 'This relation to the head is not known.' };
const unknownSex = { zh: '请填写“男”或“女”。', en: 'Write 男 or 女.' };
const unknownFlag = { zh: '请填写“是”或“否”。', en: 'Write 是 or 否.' };
const unknownStatus = { zh: '不认识这种户类别。', en: 'This status is not known.' };
const unknownDay = { zh: '日期看不懂，请写成 1980-01-01。', en: 'This is no day; write it as 1980-01-01.' };
const laterThanToday = { zh: '日期不能晚于今天。', en: 'The day cannot be later than today.' };
const tooEarly = { zh: '日期过早。', en: 'The day is too early.' };
const lostDigits = {
  zh: '身份证号被表格当成了数字，末几位已丢失；请把该列设为文本格式后重填。',
  en: 'The spreadsheet took the identity number for a number and lost its last digits; make the column text and enter it again.',
};
const maskedNumber = { zh: '号码已隐去，请填写完整号码。', en: 'The number is masked; write it in full.' };
