import type { FilterQuery } from '@mikro-orm/core';
import { type Actor, actorOf, type Context, type Reach } from '../access/index.js';
import { badInput, OrderDirection } from '../kernel/index.js';
import { isUuid, type Source } from '../reading/index.js';
import { withinReach } from '../tenancy/index.js';
import { allKinds, type KindFacts, readReach } from './kind.js';
import { type KindFilter, type ProgrammeFilter, type ProgrammeOrder, ProgrammeOrderField } from './programme.input.js';
import { Programme } from './programme.js';

type Where = FilterQuery<Programme>;

/** The list of one kind, within the asker's reach of that kind. */
export async function kindSource<T extends Programme>(
  ctx: Context,
  facts: KindFacts<T>,
  where: KindFilter,
  order?: ProgrammeOrder | null,
): Promise<Source<T>> {
  const actor = actorOf(ctx);
  const reach = await withinReach(ctx, readReach(actor, facts), where.within);
  const conditions = [atStations(actor, reach), ...shared(actor, where), ...facts.whereOwn(where)] as FilterQuery<T>[];
  return {
    list: `${facts.name}s`,
    entity: facts.entity,
    tenantId: actor.tenantId,
    where: conditions,
    orderBy: orderOf(order) as Source<T>['orderBy'],
  };
}

/** The list over all kinds: of each kind, what the asker may read of that kind. */
export async function programmeSource(
  ctx: Context,
  where: ProgrammeFilter,
  order?: ProgrammeOrder | null,
): Promise<Source<Programme>> {
  const actor = actorOf(ctx);
  const wanted = allKinds().filter((facts) => !where.kind?.in || where.kind.in.includes(facts.kind));
  const byReach = new Map<string, { kinds: string[]; reach: Reach }>();
  for (const facts of wanted) {
    const reach = await withinReach(ctx, readReach(actor, facts), where.within);
    const key = reach === '*' ? reach : [...reach].sort().join();
    byReach.set(key, { reach, kinds: [...(byReach.get(key)?.kinds ?? []), facts.kind] });
  }
  const alternatives = [...byReach.values()].map(({ kinds, reach }) => ({
    $and: [{ kind: { $in: kinds } }, atStations(actor, reach)],
  }));
  const ofKinds = (alternatives.length > 0 ? { $or: alternatives } : { id: [] }) as unknown as Where;
  const conditions = [ofKinds, ...shared(actor, where)];
  return {
    list: 'programmes',
    entity: Programme as never,
    tenantId: actor.tenantId,
    where: conditions,
    orderBy: orderOf(order),
  };
}

/** Records of one kind that the asker may read, for a look-up by id. */
export function readable<T extends Programme>(
  actor: Actor,
  facts: KindFacts<T>,
): Pick<Source<T>, 'entity' | 'tenantId' | 'where'> {
  return {
    entity: facts.entity,
    tenantId: actor.tenantId,
    where: [atStations(actor, readReach(actor, facts)) as FilterQuery<T>],
  };
}

function atStations(actor: Actor, reach: Reach): Where {
  return (reach === '*' ? {} : stationsIn(actor, [...reach])) as Where;
}

function stationsIn(actor: Actor, ids: readonly string[]): Where {
  return { station: { tenantId: actor.tenantId, id: { $in: ids.filter(isUuid) } } } as unknown as Where;
}

function shared(actor: Actor, where: KindFilter): Where[] {
  const list: object[] = [];
  if (where.id?.in) list.push({ id: { $in: few('id', where.id.in).filter(isUuid) } });
  if (where.state?.in) list.push({ state: { $in: where.state.in } });
  if (where.station?.in) list.push(stationsIn(actor, few('station', where.station.in)));
  if (where.search?.trim()) list.push(begins(where.search.trim()));
  if (where.hasPendingRevision) list.push({ pendingNo: { $ne: null } });
  if (where.hasPendingRevision === false) list.push({ pendingNo: null });
  if (where.period) {
    const { from, to } = where.period;
    if (to < from) {
      throw badInput({ zh: '期间的结束日期早于开始日期。', en: 'The period ends before it starts.' }, [
        'where',
        'period',
        'to',
      ]);
    }
    list.push({ startsOn: { $lte: to } }, { endsOn: { $gte: from } });
  }
  return list as Where[];
}

function few(field: string, ids: readonly string[]): readonly string[] {
  if (ids.length > 100) throw badInput({ zh: '最多 100 个。', en: 'At most 100 of them.' }, ['where', field, 'in']);
  return ids;
}

/** Ranges over three columns, for under row security a free search uses no index (data rule 6). */
function begins(search: string): object {
  if ([...search].length > 50) {
    throw badInput({ zh: '搜索词最多 50 个字。', en: 'A search is at most 50 characters.' }, ['where', 'search']);
  }
  if (search.includes('\u0000')) {
    throw badInput({ zh: '搜索词含有控制字符。', en: 'The search contains control characters.' }, ['where', 'search']);
  }
  const range = (text: string) => ({ $gte: text, $lt: `${text}\u{10FFFF}` });
  const plain = search.toLowerCase().replace(/\s+/g, '');
  return { $or: [{ title: range(search) }, { pinyin: range(plain) }, { initials: range(plain) }] };
}

const properties = {
  STARTS_ON: 'startsOn',
  ENDS_ON: 'endsOn',
  TITLE: 'pinyin',
  STATE: 'stateRank',
  BUDGET: 'budget',
  CREATED_AT: 'createdAt',
} as const;

/** Latest start first when nothing else is asked for. */
function orderOf(order?: ProgrammeOrder | null): Source<Programme>['orderBy'] {
  const field = order?.field ?? ProgrammeOrderField.STARTS_ON;
  const direction = order?.direction ?? OrderDirection.DESC;
  return { property: properties[field], direction, isNullable: field === ProgrammeOrderField.BUDGET };
}
