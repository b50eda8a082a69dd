import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { keptSealed, Node, personalData, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { ImportBatch } from './importBatch.js';
import { ImportField } from './importField.js';

personalData('ImportCorrection', 'before', 'after');
keptSealed('ImportCorrection', 'before', 'after');

/** That somebody corrected a cell of a file here rather than in the file; what stood in it is emptied together with the file. */
@ObjectType({ implements: [Node], description: 'That somebody corrected a cell of a file （改正记录）.' })
@Entity({ tableName: 'import_correction' })
export class ImportCorrection extends Node {
  @ManyToOne(() => ImportBatch, { ...withinTenant('batch_id'), ref: true })
  batch!: Ref<ImportBatch>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => Int, { description: 'In which row of the file, headings counted （行号）.' })
  @Property({ type: 'integer', fieldName: 'row_number' })
  row!: number;

  @Field(() => Int, { description: 'In which column, the first is 1 （列号）.' })
  @Property({ type: 'integer', fieldName: 'column_number' })
  column!: number;

  @Field(() => ImportField, { description: 'What the column says （字段）.' })
  @Property({ type: 'text' })
  field!: ImportField;

  /** What stood in the cell; sealed, null once emptied. */
  @Property({ type: 'text', nullable: true })
  before: string | null = null;

  /** What stands there now; sealed, null once emptied. */
  @Property({ type: 'text', nullable: true })
  after: string | null = null;

  @Field(() => String, { description: 'Who corrected it （改正人）.' })
  @Property({ type: 'text' })
  enteredBy!: string;

  @Field(() => Date, { description: 'When （改正时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}
