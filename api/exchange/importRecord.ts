import { type Opt, PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { keptSealed, personalData, withinTenant } from '../kernel/index.js';
import { Station } from '../tenancy/index.js';
import { ImportBatch } from './importBatch.js';

/** What kind of record a batch wrote. */
export type ImportedKind = 'HOUSEHOLD' | 'STATUS' | 'PERSON';

personalData('ImportRecord', 'before');
keptSealed('ImportRecord', 'before');

/** That a batch made or changed a record, with what it was before; by this a batch is taken back. */
@Entity({ tableName: 'import_record' })
export class ImportRecord {
  [PrimaryKeyProp]?: ['tenantId', 'id'];

  @PrimaryKey({ type: 'integer' })
  tenantId!: number;

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne(() => ImportBatch, { ...withinTenant('batch_id'), ref: true })
  batch!: Ref<ImportBatch>;

  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Property({ type: 'text' })
  kind!: ImportedKind;

  @Property({ type: 'uuid' })
  recordId!: string;

  @Property({ type: 'boolean' })
  isMade!: boolean;

  /** The version that the batch left: another one means that somebody has worked on it since. */
  @Property({ type: 'integer', nullable: true })
  recordVersion: Opt<number> | null = null;

  /** What a changed record said before; sealed, for it holds numbers. */
  @Property({ type: 'text', nullable: true })
  before: string | null = null;
}
