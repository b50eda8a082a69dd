import { BigIntType } from '@mikro-orm/core';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Extensions, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../kernel/index.js';
import { reads } from '../reading/index.js';
import { sealNo } from './auditSeal.js';

/** Who made a change. */
export enum AuditActorKind {
  USER = 'USER',
  KEY = 'KEY',
  OPERATOR = 'OPERATOR',
  SYSTEM = 'SYSTEM',
}

registerEnumType(AuditActorKind, {
  name: 'AuditActorKind',
  description: 'What kind of actor made a change （操作人类型）.',
  valuesConfig: {
    USER: { description: 'A person of the county （用户）.' },
    KEY: { description: 'A partner’s key （接口密钥）.' },
    OPERATOR: { description: 'An operator of the platform （平台运维）.' },
    SYSTEM: { description: 'The installation itself: first start, demo, command line （系统）.' },
  },
});

/** One change of one record: written with it, in the same transaction, and never touched again. */
@ObjectType({
  implements: Node,
  description: 'One change of one record, written with it and never changed （审计记录）.',
})
@Entity({ tableName: 'audit_entry', readonly: true })
export class AuditEntry extends Node {
  /** The number in line over all counties, which seals and cursors count by; numbers may be missing. */
  @Property({ type: new BigIntType('number') })
  seq!: number;

  @Field(() => Date, { description: 'When the change was made （时间）.' })
  @Property({ type: 'datetime', length: 3 })
  at!: Date;

  @Field(() => AuditActorKind, { description: 'What kind of actor made it.' })
  @Property({ type: 'text' })
  actorKind!: AuditActorKind;

  @Field(() => String, {
    name: 'by',
    description: 'The account, or the beginning of the key, that made it （操作人）.',
  })
  @Property({ type: 'text' })
  account!: string;

  @Field(() => String, { description: 'The act, as the mutation is called: `stationMove` （操作）.' })
  @Property({ type: 'text' })
  act!: string;

  @Field(() => String, { description: 'The type of the record: `Station`, `Grant` （对象）.' })
  @Property({ type: 'text' })
  record!: string;

  @Field(() => String, { nullable: true, description: 'The record’s id （对象编号）.' })
  @Property({ type: 'text', nullable: true })
  recordId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  stationId!: string | null;

  @Property({ type: 'json', nullable: true })
  before!: Record<string, unknown> | null;

  @Property({ type: 'json', nullable: true })
  after!: Record<string, unknown> | null;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who did it （事由）.' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Field(() => String, { description: 'The request that it came with; errors and logs name the same （请求编号）.' })
  @Property({ type: 'text' })
  requestId!: string;

  @Field(() => String, { description: 'The program that asked （客户端）.' })
  @Property({ type: 'text' })
  client!: string;

  @Extensions(reads(sealNo))
  @Field(() => Int, { nullable: true, description: 'The seal that covers it; null until the next sealing （封存号）.' })
  sealNo?: number | null;
}
