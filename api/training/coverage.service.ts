import { actorOf, type Context, reachOf } from '../access/index.js';
import { notFound } from '../kernel/index.js';
import { isUuid } from '../reading/index.js';
import { directory } from '../tenancy/index.js';
import { type CoverageArgs, CoverageAudience, settled, TrainingCoverage } from './coverage.js';

const holds = (name: string): string =>
  `${name}.valid_from <= ?::date and (${name}.valid_to is null or ${name}.valid_to > ?::date)`;

/** How far training has reached: what `coverage` reads, for questions that no plan answers. */
export async function trainingCoverage(ctx: Context, asked: CoverageArgs): Promise<TrainingCoverage> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const { from, to, asOf } = settled(asked, ctx.today);
  const stations = await stationsOf(ctx, asked, asOf);
  await demandProgramme(ctx, asked.programmeId ?? null);
  const audience = audienceOf(asked.audience);
  const sql = `with a0 as (${audience}), c0 as (
      select a.person_id, count(*) as n from course_session s join attendance a on a.tenant_id = s.tenant_id and a.session_id = s.id and a.is_present
      where s.tenant_id = ? and s.held_on >= ?::date and s.held_on <= ?::date and not s.is_cancelled and (?::uuid is null or s.course_id in
        (select c.id from course c where c.tenant_id = ? and c.programme_id = ?::uuid)) group by 1),
    s0 as (select coalesce(sum(c0.n), 0)::int as "personTimes", count(c0.person_id)::int as "personsCovered", count(*)::int as "personsTotal",
      count(distinct a0.household_id) filter (where c0.n > 0)::int as "householdsCovered",
      count(distinct a0.household_id)::int as "householdsTotal",
      coalesce(array_agg(a0.person_id) filter (where c0.n is null), '{}')::text[] as "gapIds"
      from a0 left join c0 on c0.person_id = a0.person_id)
    select s0.*, trunc("personsCovered" * 100.0 / nullif("personsTotal", 0), 1)::text as "personShare",
      trunc("householdsCovered" * 100.0 / nullif("householdsTotal", 0), 1)::text as "householdShare" from s0`;
  const programmeId = asked.programmeId ?? null;
  const ofMembers = [asOf, asOf, tenantId, asOf, asOf, stations, stations];
  const ofStatus = [asOf, asOf];
  const ofCadres = [tenantId, stations, stations];
  const values = {
    REGISTERED: [...ofMembers, ...ofStatus],
    CADRES: ofCadres,
    ALL: [...ofMembers, ...ofCadres],
  }[asked.audience];
  const [row] = (await em.execute(sql, [
    ...values,
    tenantId,
    from,
    to,
    programmeId,
    tenantId,
    programmeId,
  ])) as object[];
  return Object.assign(new TrainingCoverage(), { asOf }, row);
}

function audienceOf(audience: CoverageAudience): string {
  const registered = ` and exists (select 1 from household_status s where s.tenant_id = m.tenant_id and s.household_id = m.household_id
    and s.status = 'REGISTERED' and ${holds('s')})`;
  const members = (also: string) => `select m.person_id, m.household_id from membership m
    join household_place p on p.tenant_id = m.tenant_id and p.household_id = m.household_id and ${holds('p')}
    where m.tenant_id = ? and ${holds('m')} and (?::uuid[] is null or p.place_id = any(?::uuid[]))${also}`;
  const cadres = `select p.id as person_id, null::uuid as household_id from person p
    where p.tenant_id = ? and p.is_cadre and (?::uuid[] is null or p.station_id = any(?::uuid[]))`;
  const { REGISTERED, CADRES } = CoverageAudience;
  if (audience === REGISTERED) return members(registered);
  return audience === CADRES ? cadres : `${members('')} union all ${cadres}`;
}

/** The stations whose people count, as PostgreSQL writes an array; null for the whole county. */
async function stationsOf(ctx: Context, { within }: CoverageArgs, asOf: string): Promise<string | null> {
  const reach = reachOf(actorOf(ctx), 'training.report');
  const tree = await directory(ctx, asOf);
  const under = within ? tree.subtree(tree.need(within).station.id) : null;
  if (reach === '*') return under && `{${[...under].join(',')}}`;
  return `{${[...(under ?? reach)].filter((id) => reach.has(id)).join(',')}}`;
}

async function demandProgramme(ctx: Context, id: string | null): Promise<void> {
  if (id === null) return;
  const reach = reachOf(actorOf(ctx), 'training.report');
  const sql = `select p.station_id from programme p where p.tenant_id = ? and p.id = ? and p.kind = 'TRAINING'`;
  const rows = isUuid(id)
    ? ((await (await ctx.em()).execute(sql, [actorOf(ctx).tenantId, id])) as { station_id: string }[])
    : [];
  const [found] = rows;
  if (!found || (reach !== '*' && !reach.has(found.station_id)))
    throw notFound({ zh: '培训项目', en: 'training programme' });
}
