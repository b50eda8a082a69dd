import { registerEnumType } from 'type-graphql';
import type { Message } from '../kernel/index.js';

/** What a column of a file may say of a household or a person. */
export enum ImportField {
  HOUSEHOLD_CODE = 'HOUSEHOLD_CODE',
  VILLAGE = 'VILLAGE',
  ADDRESS = 'ADDRESS',
  STATUS = 'STATUS',
  STATUS_FROM = 'STATUS_FROM',
  RELATION = 'RELATION',
  NAME = 'NAME',
  ID_NUMBER = 'ID_NUMBER',
  BIRTH_DAY = 'BIRTH_DAY',
  SEX = 'SEX',
  PHONE = 'PHONE',
  CAN_WORK = 'CAN_WORK',
  IS_STUDENT = 'IS_STUDENT',
  SINCE = 'SINCE',
}

/** What a field is called, and by which other headings people know it. */
export interface FieldFacts {
  says: Message;
  alsoCalled: readonly string[];
  /** A file without such a column cannot be checked. */
  isNeeded?: true;
  /** What is to be written, for the template. */
  hint: string;
}

/** The fields in the order in which the template has them. */
export const fieldFacts: Readonly<Record<ImportField, FieldFacts>> = {
  HOUSEHOLD_CODE: {
    says: { zh: '户编号', en: 'Household number' },
    alsoCalled: ['户号', '户编码', '家庭编号', 'household code', 'household no'],
    isNeeded: true,
    hint: '必填。同一户各行写同一个编号，字母、数字和连字符，最多 20 个字符。',
  },
  VILLAGE: {
    says: { zh: '所在村居', en: 'Village' },
    alsoCalled: ['村', '村居', '行政村', '村（社区）', '所在村', '村名', 'station'],
    hint: '村居名称或代码；新户必填。',
  },
  ADDRESS: {
    says: { zh: '住址', en: 'Address' },
    alsoCalled: ['地址', '家庭住址', '家庭地址'],
    hint: '最多 100 个字。',
  },
  STATUS: {
    says: { zh: '户类别', en: 'Status' },
    alsoCalled: ['户类型', '户属性', '贫困户属性', '类别'],
    hint: '一般户留空；兼有几类时用顿号隔开。',
  },
  STATUS_FROM: {
    says: { zh: '类别起始日期', en: 'Status since' },
    alsoCalled: ['识别日期', '认定日期', '识别时间', '认定时间'],
    hint: '如 2016-01-01；留空为今天。',
  },
  RELATION: {
    says: { zh: '与户主关系', en: 'Relation to the head' },
    alsoCalled: ['关系', '家庭关系', '户主关系'],
    hint: '每户须有一行“户主”。',
  },
  NAME: {
    says: { zh: '姓名', en: 'Name' },
    alsoCalled: ['名字', '成员姓名', '家庭成员'],
    isNeeded: true,
    hint: '必填，最多 40 个字。',
  },
  ID_NUMBER: {
    says: { zh: '身份证号', en: 'Identity number' },
    alsoCalled: ['身份证', '身份证号码', '公民身份号码', '证件号码', '证件号', 'id number'],
    hint: '18 位，单元格须为文本格式。',
  },
  BIRTH_DAY: {
    says: { zh: '出生日期', en: 'Day of birth' },
    alsoCalled: ['出生年月', '出生年月日', '生日', 'birthday', 'birth day'],
    hint: '如 1980-01-01；有身份证号时可留空。',
  },
  SEX: { says: { zh: '性别', en: 'Sex' }, alsoCalled: [], hint: '男或女；有身份证号时可留空。' },
  PHONE: {
    says: { zh: '电话', en: 'Telephone' },
    alsoCalled: ['手机', '手机号', '手机号码', '联系电话', '电话号码', 'phone'],
    hint: '11 位手机号，或带区号的座机号。',
  },
  CAN_WORK: {
    says: { zh: '有劳动能力', en: 'Able to work' },
    alsoCalled: ['劳动能力', '是否有劳动能力', '劳动力'],
    hint: '是或否；不清楚时留空。',
  },
  IS_STUDENT: {
    says: { zh: '在校生', en: 'At school' },
    alsoCalled: ['是否在校生', '是否在校', '学生', '在校'],
    hint: '是或否；不清楚时留空。',
  },
  SINCE: {
    says: { zh: '登记起始日期', en: 'In the register since' },
    alsoCalled: ['起始日期', '加入日期', '登记日期'],
    hint: '如 2016-01-01；留空为今天。',
  },
};

export const allFields = Object.keys(fieldFacts) as ImportField[];

registerEnumType(ImportField, {
  name: 'ImportField',
  description: 'What a column of a file says （导入字段）.',
  valuesConfig: Object.fromEntries(
    Object.entries(fieldFacts).map(([name, { says }]) => [name, { description: `${says.en} （${says.zh}）.` }]),
  ),
});

/** A heading without what people put around it: spaces, stars of required fields, remarks in brackets. */
function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[\s*＊:：]+/g, '')
    .replace(/[（(][^（()）]*[)）]$/, '');
}

const headings = new Map<string, ImportField>(
  allFields.flatMap((field) => {
    const { says, alsoCalled } = fieldFacts[field];
    return [says.zh, says.en, ...alsoCalled].map((word): [string, ImportField] => [plainHeading(word), field]);
  }),
);

/** Which field each heading means; null where none is known, or another column means it already. */
export function suggestFields(given: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  return given.map((heading) => {
    const field = headings.get(plainHeading(heading)) ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}
