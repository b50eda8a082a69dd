import { BigIntType } from '@mikro-orm/core';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { SecurityKind } from '../access/index.js';
import { Node } from '../kernel/index.js';

const says: Readonly<Record<SecurityKind, string>> = {
  SIGNED_IN: 'Somebody signed in （登录）.',
  SIGN_IN_REFUSED: 'Account and password did not fit （登录被拒）.',
  SIGN_IN_LOCKED: 'A locked account was tried （账号锁定）.',
  SIGNED_OUT: 'Somebody signed out （退出）.',
  SESSION_ENDED: 'A session was ended from another one （会话终止）.',
  SESSIONS_ENDED: 'Somebody ended all their other sessions （终止其他会话）.',
  PASSWORD_CHANGED: 'Somebody changed their own password （修改密码）.',
  PASSWORD_REFUSED: 'A change of password with a wrong current one （修改密码被拒）.',
  PASSWORD_RESET: 'A password was reset by an administrator （重置密码）.',
  KEY_REFUSED: 'A partner’s key was refused （密钥被拒）.',
  RATE_LIMITED: 'Somebody asked too much （限流）.',
  FORBIDDEN: 'An act was refused for lack of a right （越权被拒）.',
  EXPORTED: 'Data were taken out as a file （导出）.',
};

/** The kinds of event of the security log. */
export const SecurityEventKind = Object.fromEntries(Object.keys(says).map((kind) => [kind, kind])) as {
  [K in SecurityKind]: K;
};

registerEnumType(SecurityEventKind, {
  name: 'SecurityEventKind',
  description: 'What happened at the door （安全事件）.',
  valuesConfig: Object.fromEntries(Object.entries(says).map(([kind, description]) => [kind, { description }])),
});

/** A sign-in, its refusal, or the refusal of an act. No roll-back takes it away, for it is written apart. */
@ObjectType({ implements: Node, description: 'A sign-in, its refusal, or the refusal of an act （安全日志）.' })
@Entity({ tableName: 'security_event', readonly: true })
export class SecurityEvent extends Node {
  @Property({ type: new BigIntType('number') })
  seq!: number;

  @Field(() => Date, { description: 'When it happened （时间）.' })
  @Property({ type: 'datetime', length: 3 })
  at!: Date;

  @Field(() => SecurityEventKind, { description: 'What happened （类型）.' })
  @Property({ type: 'text' })
  kind!: SecurityKind;

  @Field(() => String, {
    nullable: true,
    description: 'The account or key concerned; null when what was typed is none （账号）.',
  })
  @Property({ type: 'text', nullable: true })
  account!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The act that was refused and the rule that refused it （说明）.',
  })
  @Property({ type: 'text', nullable: true })
  detail!: string | null;

  @Property({ type: 'uuid', nullable: true })
  stationId!: string | null;

  @Field(() => String, { description: 'The request that it came with （请求编号）.' })
  @Property({ type: 'text' })
  requestId!: string;

  @Field(() => String, { description: 'The program that asked （客户端）.' })
  @Property({ type: 'text' })
  client!: string;
}
