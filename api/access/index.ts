export { type Actor, type Decision, type Holding, isNowhere, outerReach, type Reach, reaches, reachOf } from './actor.js';
export { authChecker, OWN_ACCOUNT, PUBLIC } from './authorized.js';
export { actorOf, type AuditNote, type Change, type Context, type CookieJar, type GateCall, type SecurityEventNote } from './context.js';
export {
  allPermissions,
  can,
  demand,
  enumName,
  givers,
  missingHere,
  type Permission,
  PermissionEnum,
  type PermissionFacts,
  permissionsOfRole,
  permissionsOfScopes,
  policy,
  refusal,
  type Rule,
  type Ruled,
} from './permissions.js';
export { idempotent, type Repeatable } from './idempotency.js';
export { Role, roles, type RoleFacts, type StationLevelName } from './roles.js';
export { newPassword, newToken, tokenHash } from './tokens.js';
