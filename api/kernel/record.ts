import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, InterfaceType } from 'type-graphql';
import { v7 } from 'uuid';

/** A new record's id: UUIDv7, made by the application, so that ids sort by time and are unique over all tables. */
export function newId(): string {
  return v7();
}

/** What every record of a tenant is: the key is (tenant, id), so that a row can never be reached by its id alone. */
@InterfaceType('Node', { description: 'Anything with an id that stays the same for ever （记录）.' })
export abstract class Node {
  [PrimaryKeyProp]?: ['tenantId', 'id'];

  @PrimaryKey({ type: 'integer' })
  tenantId!: number;

  @Field(() => ID, { description: 'Opaque and unique over all kinds of record.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;
}

/** A record that people edit: every update names the version it was made from, and a stale one is refused. */
@InterfaceType('Versioned', {
  implements: Node,
  description: 'A record that people edit, guarded against lost updates （可编辑记录）.',
})
export abstract class VersionedRecord extends Node {
  @Field(() => Int, { description: 'Grows with every change; an update names the version it was made from （版本）.' })
  @Property({ type: 'integer', version: true })
  version!: Opt<number>;

  @Field(() => Date, { description: 'When the record was made （创建时间）.' })
  @Property({ type: 'datetime', length: 3 })
  createdAt: Opt<Date> = new Date();
}

/** The columns of a relation inside a tenant: (tenant_id, x_id) -> (tenant_id, id); only x_id belongs to the relation. */
export function withinTenant(column: string) {
  return {
    joinColumns: ['tenant_id', column],
    referencedColumnNames: ['tenant_id', 'id'],
    ownColumns: [column],
    deleteRule: 'restrict' as const,
    updateRule: 'no action' as const,
  };
}
