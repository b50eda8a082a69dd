import type { Actor, Context, Permission } from '../access/index.js';
import { isUuid, type Relation, type Row, Slot, type Sql, sql } from '../reading/index.js';
import { idleMinutes, mostHours } from './signIn.service.js';

/** A value of whoever asks; null for a stranger. */
function ofActor(type: string, read: (actor: Actor) => unknown): Slot {
  return new Slot(type, ({ asker }) => {
    const { actor } = asker.context as Context;
    return actor ? read(actor) : null;
  });
}

/** Who asks, as a row; all null for a stranger and for a partner key, which is nobody. */
export const whoAsks: Relation = {
  from: () => {
    const id = ofActor('uuid', (actor) => (actor.kind === 'KEY' ? null : actor.id));
    const mustChange = ofActor('bool', (actor) => actor.mustChangePassword);
    const grants = ofActor('uuid[]', (actor) => actor.holdings.flatMap((h) => h.grantId ?? []));
    return sql`(select ${id} as id, ${mustChange} as must_change, ${grants} as grants)`;
  },
  columns: { id: 'id', mustChangePassword: 'must_change', grantIds: 'grants' },
};

/** A permission with the stations at which it is held. */
interface Held {
  permission: Permission;
  isEverywhere: boolean;
  stationIds: string[];
}

/** Every permission that an actor holds, in the order of the holdings; an operator's holdings have no station. */
export function abilitiesOf({ holdings }: Actor): Held[] {
  const permissions = [...new Set(holdings.flatMap((h) => [...h.permissions]))];
  return permissions.map((permission) => {
    const held = holdings.filter((h) => h.permissions.has(permission));
    const stationIds = [...new Set(held.map((h) => h.stationId))].filter(isUuid);
    return { permission, isEverywhere: held.some((h) => h.reach === '*'), stationIds };
  });
}

/** What the asker holds, as rows. */
export const heldByAsker: Relation = {
  from: () => {
    const held = ofActor('jsonb', (actor) => JSON.stringify(abilitiesOf(actor).map((one, no) => ({ no, ...one }))));
    return sql`(select * from jsonb_to_recordset(${held})
      a0(no int, permission text, "isEverywhere" boolean, "stationIds" uuid[]))`;
  },
  columns: { no: 'no', permission: 'permission', isEverywhere: 'isEverywhere', stationIds: 'stationIds' },
};

/** The asker's open sessions, which lie in no table that the application can read. */
export const openSessions: Relation = {
  from: ({ tenant }) => {
    const person = ofActor('uuid', ({ id }) => id);
    const limit = (value: number) => new Slot('int', () => value);
    return sql`gate.sessions_of(${tenant}, ${person}, ${limit(idleMinutes)}, ${limit(mostHours)})`;
  },
  columns: { id: 'id', client: 'client', startedAt: 'started_at', lastSeenAt: 'last_seen_at' },
};

/** How sessions stand. */
export const latestUsedFirst = [
  ['lastSeenAt', 'desc'],
  ['id', 'desc'],
] as const;

/** Whether a session is the one that asks. */
export function isCurrent(session: Row): Sql {
  return sql`coalesce(${session.column('id')} = ${ofActor('uuid', ({ sessionId }) => sessionId)}, false)`;
}
