import './policy.js';
import { AuditResolver, SecurityEventResolver } from './audit.resolver.js';
import { AuditSeal } from './auditSeal.js';
import { AuditEntry } from './entry.js';
import { SecurityEvent } from './securityEvent.js';

export { AuditSeal } from './auditSeal.js';
export { AuditEntry } from './entry.js';
export { type AuditScope, auditScope, systemScope } from './scope.js';
export { checkTenant, type SealCheck, type Sealed, sealNext } from './seal.js';
export { SecurityEvent } from './securityEvent.js';
export { auditSubscriber, recordChange } from './writer.js';

export const entities = [AuditEntry, AuditSeal, SecurityEvent] as const;
export const resolvers = [AuditResolver, SecurityEventResolver] as const;
