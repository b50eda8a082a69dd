import type { Permission } from '../access/index.js';
import { OrderDirection } from '../kernel/index.js';
import {
  all,
  any,
  anyId,
  anyOf,
  anyRanked,
  beginsWith,
  heldAt,
  heldSql,
  isSet,
  type List,
  literal,
  type OrderBy,
  overlaps,
  type Row,
  type Sql,
  sql,
  type Wall,
} from '../reading/index.js';
import { heldOrOffered, type Offer, withinStation } from '../tenancy/index.js';
import { ProgrammeState } from './enums.js';
import { allKinds, type KindFacts, permissionOf } from './kind.js';
import type { KindFilter, ProgrammeFilter, ProgrammeOrderField } from './programme.input.js';
import { Programme } from './programme.js';

const shared = {
  id: anyId('id', 'id'),
  state: anyRanked('state', 'stateRank', Object.values(ProgrammeState)),
  station: anyId('station', 'station', { isRelation: true }),
  within: withinStation('station'),
  search: beginsWith('title', 'pinyin', 'initials'),
  period: overlaps('startsOn', 'endsOn'),
  hasPendingRevision: isSet('pendingNo'),
} satisfies List<Programme, KindFilter>['filter'];

const orders = {
  STARTS_ON: { property: 'startsOn', each: ['state'] },
  ENDS_ON: { property: 'endsOn', each: ['state'] },
  TITLE: { property: 'pinyin', bounds: 'search' },
  STATE: { property: 'stateRank', each: ['state'] },
  BUDGET: { property: 'budget', isNullable: true },
  CREATED_AT: { property: 'createdAt', each: ['state'] },
} satisfies Readonly<Record<ProgrammeOrderField, OrderBy>>;

/** The list over all kinds: of each kind, what the asker may read of that kind. Programmes are as of today, whatever the list hangs on. */
export const programmeList: List<Programme, ProgrammeFilter> = {
  name: 'programmes',
  entity: () => Programme as never,
  walls: [ofReadableKind()],
  filter: { ...shared, kind: anyOf('kind') },
  orders,
  usually: OrderDirection.DESC,
  day: (scope) => scope.today,
};

const openStates = [ProgrammeState.APPROVED, ProgrammeState.RUNNING];

/** An approved programme that has not ended is known in the stations under its own: they enter their people into it. */
const offer: Offer = { query: { state: { $in: openStates } }, sql: isOpenSql };

function isOpenSql(row: Row): Sql {
  return any(openStates.map((state) => sql`${row.column('state')} = ${literal(state)}`));
}

/** The same of what hangs on a programme by a relation. */
export const ofOpenProgramme: Offer = {
  query: { programme: { state: { $in: openStates } } },
  sql: (row) => {
    const programme = row.scope.table(Programme as never);
    return sql`(select ${isOpenSql(programme)} from ${programme.from}
      where ${programme.pin} and ${programme.column('id')} = ${row.column('programme')})`;
  },
};

/** The list of one kind where its reading right is held, for figures and for what hangs on a programme of one's own. */
export function heldKindList<T extends Programme>(facts: KindFacts<T>): List<T, KindFilter> {
  return { ...kindList(facts), walls: [ofKind(facts.kind), heldAt(permissionOf(facts, 'read'))] };
}

/** The list of one kind, where its reading right is held, and what is offered from above where people are entered into it. */
export function kindList<T extends Programme>(facts: KindFacts<T>): List<T, KindFilter> {
  return {
    name: `${facts.name}s`,
    entity: () => facts.entity,
    walls: [ofKind(facts.kind), ...heldOrOffered(permissionOf(facts, 'read'), permissionOf(facts, 'enrol'), offer)],
    filter: { ...shared, ...facts.filters },
    orders,
    usually: OrderDirection.DESC,
  };
}

/** Rows of one kind; said of the shared table, so that a page is cut without looking at the kind's own. */
function ofKind(kind: string): Wall {
  return { query: () => ({ kind }), sql: (row) => sql`${row.column('kind')} = ${literal(kind)}` };
}

function ofReadableKind(): Wall {
  const kinds = () => allKinds().map(({ kind, area }): [string, Permission] => [kind, permissionOf({ area }, 'read')]);
  return {
    query: (asker) => {
      const alternatives = kinds().map(([kind, permission]) => ({
        $and: [{ kind }, heldAt(permission).query(asker) ?? {}],
      }));
      return { $or: alternatives };
    },
    sql: (row) => {
      const held = kinds().map(([kind, permission]) => ({ kind, at: heldSql(row, permission, 'station') }));
      if (held.every(({ at }) => at === null)) return null;
      return any(held.map(({ kind, at }) => all([sql`${row.column('kind')} = ${literal(kind)}`, at])));
    },
  };
}

/** Whether the kind that a row names is one that the asker may read anywhere. */
export function isOfReadableKind(row: Row): Sql {
  const readable = allKinds().filter(({ area }) => row.scope.reachOf(permissionOf({ area }, 'read')) !== 'nowhere');
  return any(readable.map(({ kind }) => sql`${row.column('kind')} = ${literal(kind)}`));
}
