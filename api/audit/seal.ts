import type { EntityManager } from '@mikro-orm/postgresql';

/** A seal just made; its hash, written down elsewhere, vouches for every row before it. */
export interface Sealed {
  no: number;
  entries: number;
  hash: string;
}

/** What a recomputation of a county's seals found. */
export interface SealCheck {
  isIntact: boolean;
  /** Rows under seal and not yet under seal. */
  entries: number;
  unsealed: number;
  seals: number;
  /** The first seal that does not fit its rows or the seal before it. */
  broken: { no: number; sealedAt: Date; why: 'MISSING' | 'CHAIN' | 'ROWS' } | null;
  /** The hash of the newest seal. */
  head: string | null;
}

/** First half of the advisory lock that one sealer holds per county; the other half is the county's number. */
const lock = 7_620_982;

/** How many rows one seal covers at most. */
const batch = 5000;

const sha = (text: string): string => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

/** The canonical text of a row: every column, in this order; jsonb writes itself the same on every server. */
const line = `jsonb_build_array(e.tenant_id, e.id, e.seq, extract(epoch from e.at), e.actor_kind, e.actor_id, e.account, e.act,
  e.record, e.record_id, e.station_id, e.before, e.after, e.reason, e.request_id, e.client)::text`;

/** The hash of a run of rows, tied to its place and to the seal before. */
function sealHash(place: { no: string; above: string; previous: string }): string {
  return sha(
    `concat_ws('|', ${place.no}, ${place.above}, ${place.previous}, string_agg(${sha(line)}, '' order by e.seq))`,
  );
}

const sealSql = `
  with last as (select no, upto, hash from audit_seal where tenant_id = ? order by no desc limit 1),
    place as (select coalesce(max(no), 0) + 1 as no, coalesce(max(upto), 0) as above, coalesce(max(hash), '') as previous from last),
    e as (select * from audit_entry where tenant_id = ? and seq > (select above from place) and seq <= ? order by seq limit ${batch})
  insert into audit_seal (tenant_id, no, above, upto, entries, previous, hash)
  select ?, p.no, p.above, max(e.seq), count(*), p.previous, ${sealHash({ no: 'p.no', above: 'p.above', previous: 'p.previous' })}
  from place p join e on true group by p.no, p.above, p.previous
  returning no, entries, hash`;

/**
 * Seals the next rows of a county up to number `upto`, below which no transaction may still be running. Null when there are none or
 * another process is at it. The session must see the whole county.
 */
export async function sealNext(em: EntityManager, tenantId: number, upto: string): Promise<Sealed | null> {
  const [mine] = (await em.execute('select pg_try_advisory_xact_lock(?, ?) as is_held', [lock, tenantId])) as {
    is_held: boolean;
  }[];
  if (!mine?.is_held) return null;
  const [made] = (await em.execute(sealSql, [tenantId, tenantId, upto, tenantId])) as Sealed[];
  return made ?? null;
}

interface CheckedSeal {
  no: number;
  above: string;
  upto: string;
  entries: number;
  previous: string;
  hash: string;
  sealed_at: Date;
  found: number;
  recomputed: string;
}

const checkSql = `
  select s.no, s.above::text, s.upto::text, s.entries, s.previous, s.hash, s.sealed_at, r.found, r.recomputed
  from audit_seal s cross join lateral (
    select count(*)::int as found, ${sealHash({ no: 's.no', above: 's.above', previous: 's.previous' })} as recomputed
    from audit_entry e where e.tenant_id = ? and e.seq <= s.upto
      and e.seq > case when s.no = 1 then -9223372036854775808 else s.above end) r
  where s.tenant_id = ? and s.no > ? order by s.no limit 50`;

/** Recomputes every seal of a county from its rows. The session must see the whole county. */
export async function checkTenant(em: EntityManager, tenantId: number): Promise<SealCheck> {
  let last: Pick<CheckedSeal, 'no' | 'upto' | 'hash'> = { no: 0, upto: '0', hash: '' };
  let entries = 0;
  let broken: SealCheck['broken'] = null;
  for (let page = await readSeals(em, tenantId, 0); page.length > 0; page = await readSeals(em, tenantId, last.no)) {
    for (const seal of page) {
      broken ??= fault(seal, last);
      entries += seal.found;
      last = seal;
    }
  }
  const [rest] = (await em.execute(
    'select count(*)::int as unsealed from audit_entry where tenant_id = ? and seq > ?',
    [tenantId, last.upto],
  )) as {
    unsealed: number;
  }[];
  return {
    isIntact: broken === null,
    entries,
    unsealed: rest?.unsealed ?? 0,
    seals: last.no,
    broken,
    head: last.hash || null,
  };
}

function readSeals(em: EntityManager, tenantId: number, after: number): Promise<CheckedSeal[]> {
  return em.execute(checkSql, [tenantId, tenantId, after]) as Promise<CheckedSeal[]>;
}

function fault(seal: CheckedSeal, last: Pick<CheckedSeal, 'no' | 'upto' | 'hash'>): SealCheck['broken'] {
  const at = { no: seal.no, sealedAt: new Date(seal.sealed_at) };
  if (seal.no !== last.no + 1) return { ...at, no: last.no + 1, why: 'MISSING' };
  if (seal.previous !== last.hash || seal.above !== last.upto) return { ...at, why: 'CHAIN' };
  return seal.found === seal.entries && seal.recomputed === seal.hash ? null : { ...at, why: 'ROWS' };
}
