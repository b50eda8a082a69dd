import { createHash } from 'node:crypto';
import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { VersionedRecord, withinTenant } from '../kernel/index.js';
import { Station, User } from '../tenancy/index.js';
import type { ImportField } from './importField.js';

/** What the columns of a source mean to somebody at a station; a source is known by its headings. */
@Entity({ tableName: 'import_mapping' })
export class ImportMapping extends VersionedRecord {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @ManyToOne(() => User, { ...withinTenant('user_id'), ref: true })
  user!: Ref<User>;

  @Property({ type: 'text' })
  headerHash!: string;

  @Property({ type: 'json' })
  fields!: (ImportField | null)[];
}

/** What a source is known by: its headings in their order. */
export function headerHash(headings: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(headings)).digest('base64url');
}
