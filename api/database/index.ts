export { migrate, newestMigration } from './migrate.js';
export { type Orm, openOrm } from './orm.js';
export type { Row } from './pipeline.js';
export { ReadPool } from './readPool.js';
export { adoptAppRole, appRole, prepareAppRole, RoleFailure, weaknessOfRole } from './role.js';
export { checkSeals, sealAll, type TenantSeal } from './sealing.js';
export type { Snapshot } from './snapshot.js';
export { contextSql, scopeOf, type TenantScope, TenantSession } from './tenantSession.js';
