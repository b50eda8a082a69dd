export { isNowhere, type Reach } from '../reading/index.js';
export {
  type Actor,
  type Decision,
  type Holding,
  outerReach,
  reaches,
  reachOf,
} from './actor.js';
export {
  type GivenTo,
  type Taken,
  type TakenBy,
  takes,
  takesId,
  takesInput,
  takesKey,
  takesReason,
  takesVersion,
} from './arguments.js';
export { askerOf, askingOf } from './asker.js';
export { authChecker, OWN_ACCOUNT, PUBLIC } from './authorized.js';
export {
  type AuditNote,
  actorOf,
  type Change,
  type Context,
  type CookieJar,
  type GateCall,
  type SecurityEventNote,
  type SecurityKind,
} from './context.js';
export type { FieldFacts } from './fields.js';
export { findIn, type HoldAsked, hold, lockRecord } from './held.js';
export { idempotent, type Repeatable } from './idempotency.js';
export { addOperation } from './operation.js';
export {
  allPermissions,
  can,
  demand,
  enumName,
  givers,
  hasRules,
  missingHere,
  type Permission,
  PermissionEnum,
  type PermissionFacts,
  permissionsOfRole,
  permissionsOfScopes,
  policy,
  type Rule,
  type Ruled,
  refusal,
} from './permissions.js';
export { RecordResolver } from './recordResolver.js';
export { Role, type RoleFacts, roles, type StationLevelName } from './roles.js';
export { newPassword, newToken, tokenHash } from './tokens.js';
