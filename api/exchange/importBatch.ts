import type { Opt, Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node, VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { ImportField } from './importField.js';

/** How far a file has come. */
export enum ImportState {
  UPLOADED = 'UPLOADED',
  CHECKED = 'CHECKED',
  COMMITTED = 'COMMITTED',
  UNDONE = 'UNDONE',
}

registerEnumType(ImportState, {
  name: 'ImportState',
  description: 'How far a file has come （导入状态）.',
  valuesConfig: {
    UPLOADED: { description: 'Read, its columns not yet confirmed （待对应列）.' },
    CHECKED: { description: 'Checked, nothing of it written （已核对）.' },
    COMMITTED: { description: 'Written into the register （已导入）.' },
    UNDONE: { description: 'Taken back as a whole （已撤销）.' },
  },
});

/** A column of a file with what it means. */
@ObjectType({ description: 'A column of a file with what it means （文件列）.' })
export class ImportColumn {
  @Field(() => Int, { description: 'Which column, the first is 1 （列号）.' })
  number!: number;

  @Field(() => String, { description: 'Its heading （列名）.' })
  heading!: string;

  @Field(() => ImportField, { nullable: true, description: 'What it says; null when it is passed over （对应字段）.' })
  field!: ImportField | null;
}

/** A file of households and people on its way into the register: read, checked, written as one, and taken back as one. */
@ObjectType({ implements: [Node, VersionedRecord], description: 'A file of households and people （导入批次）.' })
@Entity({ tableName: 'import_batch' })
export class ImportBatch extends VersionedRecord {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, { description: 'Name of the file （文件名）.' })
  @Property({ type: 'text' })
  fileName!: string;

  /** SHA-256 of its bytes, by which the same file is known again. */
  @Property({ type: 'text' })
  fileHash!: string;

  @Field(() => ImportState, { description: 'How far it has come （状态）.' })
  @Property({ type: 'text' })
  state!: ImportState;

  @Property({ type: 'json' })
  columns!: ImportColumn[];

  @Field(() => Int, { description: 'How many rows it has below its headings （行数）.' })
  @Property({ type: 'integer' })
  rowCount!: number;

  @Field(() => Int, { description: 'Rows that make a person （新建）.' })
  @Property({ type: 'integer' })
  createdCount: Opt<number> = 0;

  @Field(() => Int, { description: 'Rows that change something （更新）.' })
  @Property({ type: 'integer' })
  updatedCount: Opt<number> = 0;

  @Field(() => Int, { description: 'Rows that say what the register says already （跳过）.' })
  @Property({ type: 'integer' })
  skippedCount: Opt<number> = 0;

  @Field(() => Int, { description: 'Rows with mistakes, which are not written （有误）.' })
  @Property({ type: 'integer' })
  failedCount: Opt<number> = 0;

  @Field(() => Int, { description: 'How many households are new （新户）.' })
  @Property({ type: 'integer' })
  householdCount: Opt<number> = 0;

  @Field(() => Boolean, {
    description:
      'Whether a column seems to be shifted: too many names would change, or a whole column fails （疑似错列）.',
  })
  @Property({ type: 'boolean' })
  isShifted: Opt<boolean> = false;

  @Field(() => String, {
    nullable: true,
    description: 'The heading of the column that looks shifted （疑似错列的列）.',
  })
  @Property({ type: 'text', nullable: true })
  shiftedColumn: string | null = null;

  /** An earlier batch of the very same file, which stands in the register. */
  @ManyToOne(() => ImportBatch, { ...withinTenant('same_as_id'), nullable: true, ref: true })
  sameAs: Ref<ImportBatch> | null = null;

  @Field(() => String, { description: 'Who read it in （导入人）.' })
  @Property({ type: 'text' })
  createdBy!: string;

  @Field(() => Date, { nullable: true, description: 'When it was last checked （核对时间）.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  checkedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was written into the register （导入时间）.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  committedAt: Date | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was taken back （撤销时间）.' })
  @Property({ type: 'datetime', length: 3, nullable: true })
  undoneAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back （撤销事由）.' })
  @Property({ type: 'text', nullable: true })
  undoReason: string | null = null;
}
