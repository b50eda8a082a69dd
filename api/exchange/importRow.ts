import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ErrorCode, FieldChange, type Message } from '../kernel/index.js';
import { ImportField } from './importField.js';

/** What would come of a row. */
export enum ImportOutcome {
  CREATE = 'CREATE',
  UPDATE = 'UPDATE',
  SKIP = 'SKIP',
  FAIL = 'FAIL',
}

registerEnumType(ImportOutcome, {
  name: 'ImportOutcome',
  description: 'What comes of a row （行结果）.',
  valuesConfig: {
    CREATE: { description: 'It makes a person （新建）.' },
    UPDATE: { description: 'It changes something （更新）.' },
    SKIP: { description: 'The register says so already （跳过）.' },
    FAIL: { description: 'It has mistakes and is not written （有误）.' },
  },
});

/** A mistake in a cell, as the check found it. */
export interface Fault {
  field: ImportField;
  code: ErrorCode;
  says: Message;
  suggestion?: string | undefined;
}

/** What a row would change of a field; numbers are masked. */
export interface RowChange {
  field: ImportField;
  before: string | null;
  after: string | null;
}

/** What the check found of a row. */
export interface RowResult {
  outcome: ImportOutcome;
  faults: readonly Fault[];
  changes: readonly RowChange[];
  /** The number of the household that the row makes, or helps to make; null where it makes none. */
  opens: string | null;
}

/** A mistake in a cell. */
@ObjectType({ description: 'A mistake in a cell of a file （单元格错误）.' })
export class ImportFault {
  @Field(() => ImportField, { description: 'What the cell says （字段）.' })
  field!: ImportField;

  @Field(() => Int, {
    nullable: true,
    description: 'Its column in the file, the first is 1; null when the file has no such column （列号）.',
  })
  column!: number | null;

  @Field(() => String, { nullable: true, description: 'What stands in it, numbers masked （单元格内容）.' })
  value!: string | null;

  @Field(() => ErrorCode, { description: 'Stable code for programs.' })
  code!: ErrorCode;

  @Field(() => String, { description: 'A sentence for people, in the language of the request.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'What might be meant, where that can be told （建议）.' })
  suggestion!: string | null;
}

/** A row of a file with what comes of it. */
@ObjectType({ description: 'A row of a file with what comes of it （导入行）.' })
export class ImportRow {
  @Field(() => Int, { description: 'Its number in the file, headings counted （行号）.' })
  number!: number;

  @Field(() => String, { nullable: true, description: 'The number of the household in it （户编号）.' })
  householdCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The name in it （姓名）.' })
  name!: string | null;

  @Field(() => ImportOutcome, { nullable: true, description: 'What comes of it; null before a check （结果）.' })
  outcome!: ImportOutcome | null;

  @Field(() => [ImportFault], { description: 'Its mistakes, cell by cell （错误）.' })
  faults!: ImportFault[];

  @Field(() => [FieldChange], { description: 'What it changes, numbers masked （变化）.' })
  changes!: FieldChange[];
}
