import { Field, Int, ObjectType } from 'type-graphql';
import { actorOf, askerOf, type Context } from '../access/index.js';
import { DateScalar, type Day, DecimalScalar } from '../kernel/index.js';
import { withinReach } from '../tenancy/index.js';

/** How many registered households have their know-how holder; the number of households is the aim and never a result. */
@ObjectType({
  description: 'How many registered households have their know-how holder on a day （科技明白人覆盖情况）.',
})
export class KnowHowCoverage {
  @Field(() => DateScalar, { description: 'The day （截至日）.' })
  asOf!: Day;

  @Field(() => Int, { description: 'Registered households, each of which is to have one: the target （目标户数）.' })
  target!: number;

  @Field(() => Int, { description: 'Of them, those whose holder is confirmed: the result （已认定户数）.' })
  confirmed!: number;

  @Field(() => Int, {
    description: 'Of them, those whose holder is trained and not confirmed yet （已培训待认定户数）.',
  })
  trained!: number;

  @Field(() => Int, { description: 'Of them, those without one （尚无户数）.' })
  none!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Confirmed of all, in percent with one decimal; null where there is no registered household （覆盖率）.',
  })
  share!: string | null;
}

const sql = `
  select count(*)::int as target,
    count(*) filter (where k.is_confirmed)::int as confirmed,
    count(*) filter (where not k.is_confirmed)::int as trained,
    count(*) filter (where k.is_confirmed is null)::int as none,
    round(100.0 * count(*) filter (where k.is_confirmed) / nullif(count(*), 0), 1)::text as share
  from household h
  left join lateral (select coalesce(bool_or(k.confirmed_on <= a.day), false) as is_confirmed from know_how_holder k
    where k.tenant_id = h.tenant_id and k.household_id = h.id and k.trained_on <= a.day and (k.ended_on is null or k.ended_on > a.day)
    having count(*) > 0) k on true
  where h.tenant_id = a.tenant and exists (select 1 from household_status s where s.tenant_id = h.tenant_id and s.household_id = h.id
    and s.status = 'REGISTERED' and s.valid_from <= a.day and (s.valid_to is null or s.valid_to > a.day))
    and (a.stations is null or h.station_id = any(a.stations))`;

/** The coverage within a station, of the households where the asker reads training. */
export async function knowHowCoverage(
  ctx: Context,
  asked: { within?: string | null; asOf?: Day | null },
): Promise<KnowHowCoverage> {
  const { tenantId } = actorOf(ctx);
  const asOf = asked.asOf ?? ctx.today;
  const reach = await withinReach(ctx, askerOf(ctx).reachOf('training.read'), asked.within);
  const stations = reach === '*' ? null : `{${[...reach].join(',')}}`;
  const counted = `select f.* from (select ?::int as tenant, ?::date as day, ?::uuid[] as stations) a cross join lateral (${sql}) f`;
  const [row] = (await (await ctx.em()).execute(counted, [tenantId, asOf, stations])) as KnowHowCoverage[];
  return Object.assign(new KnowHowCoverage(), row, { asOf });
}
