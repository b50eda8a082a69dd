import { OrderDirection } from '../kernel/index.js';
import { anyOf, duringDays, equals, heldAt, type List, startsWith, textIs } from '../reading/index.js';
import { withinStation } from '../tenancy/index.js';
import type { AuditEntryFilter, SecurityEventFilter } from './audit.input.js';
import { AuditEntry } from './entry.js';
import { SecurityEvent } from './securityEvent.js';

const byId = { isRelation: false };

/** Changes where `audit.read` is held; those without a station are the whole county's to read. */
export const entryList: List<AuditEntry, AuditEntryFilter> = {
  name: 'auditEntries',
  entity: () => AuditEntry,
  walls: [heldAt('audit.read', 'stationId', byId)],
  filter: {
    act: textIs('act'),
    record: textIs('record'),
    recordId: equals('recordId'),
    by: startsWith('account'),
    at: duringDays('at'),
    within: withinStation('stationId', byId),
  },
  orders: { SEQ: { property: 'seq' } },
  usually: OrderDirection.DESC,
};

/** Events of the security log where `audit.read` is held. */
export const eventList: List<SecurityEvent, SecurityEventFilter> = {
  name: 'securityEvents',
  entity: () => SecurityEvent,
  walls: [heldAt('audit.read', 'stationId', byId)],
  filter: {
    kind: anyOf('kind'),
    account: startsWith('account'),
    at: duringDays('at'),
    within: withinStation('stationId', byId),
  },
  orders: { SEQ: { property: 'seq' } },
  usually: OrderDirection.DESC,
};
