import { Field, InputType, Int } from 'type-graphql';
import { IdFilter, orderType } from '../kernel/index.js';
import { ImportField } from './importField.js';

/** Which batches. */
@InputType({ description: 'Which batches; all conditions together.' })
export class ImportBatchFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'Batches of these very stations （导入单位）.' })
  station?: IdFilter | null;
}

export const ImportBatchOrder = orderType('ImportBatch', {
  CREATED_AT: 'When the file was read （上传时间）.',
});

/** What one column means. */
@InputType({ description: 'What one column of a file means （列对应）.' })
export class ImportColumnInput {
  @Field(() => Int, { description: 'Which column, the first is 1 （列号）.' })
  number!: number;

  @Field(() => ImportField, { description: 'What it says （对应字段）.' })
  field!: ImportField;
}

/** What the columns mean. */
@InputType({ description: 'What the columns of a file mean; a column that is not named is passed over （列对应）.' })
export class ImportBatchCheckInput {
  @Field(() => [ImportColumnInput], { description: 'Each field at most once; household number and name are needed.' })
  columns!: ImportColumnInput[];
}

/** A cell of a file, and what shall stand in it. */
@InputType({ description: 'A cell of a file, and what shall stand in it （改正）.' })
export class ImportBatchCorrectInput {
  @Field(() => Int, { description: 'The number of the row in the file, headings counted （行号）.' })
  row!: number;

  @Field(() => Int, { description: 'Which column, the first is 1; one that means something （列号）.' })
  column!: number;

  @Field(() => String, { description: 'What the cell shall say, at most 500 characters; may be empty （改为）.' })
  value!: string;
}
