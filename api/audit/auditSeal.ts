import { BigIntType, PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { expression, type Reads, sql } from '../reading/index.js';

/** A seal over a run of a county's audit rows and over the seal before it. */
@Entity({ tableName: 'audit_seal', readonly: true })
export class AuditSeal {
  [PrimaryKeyProp]?: ['tenantId', 'no'];

  @PrimaryKey({ type: 'integer' })
  tenantId!: number;

  @PrimaryKey({ type: 'integer' })
  no!: number;

  /** The run: rows numbered above this … */
  @Property({ type: new BigIntType('number') })
  above!: number;

  /** … up to this. */
  @Property({ type: new BigIntType('number') })
  upto!: number;

  @Property({ type: 'integer' })
  entries!: number;
}

/** Number of the seal whose run covers a row; runs do not overlap, so the first that reaches as far is the only candidate. */
export const sealNo: Reads = expression((row) => {
  const seal = row.scope.table(AuditSeal);
  const seq = row.column('seq');
  return sql`(select case when ${seal.column('above')} < ${seq} then ${seal.column('no')} end from ${seal.from}
    where ${seal.pin} and ${seal.column('upto')} >= ${seq} order by ${seal.column('upto')} limit 1)`;
});
