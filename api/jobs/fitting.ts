import { Field, ObjectType } from 'type-graphql';
import { askerOf, type Context, findIn } from '../access/index.js';
import type { Message } from '../kernel/index.js';
import { moneyText } from '../kernel/index.js';
import { heldKindList, ProgrammeState } from '../programmes/index.js';
import { conditionsOf, type List } from '../reading/index.js';
import { directory } from '../tenancy/index.js';
import { Employer } from './employer.js';
import { Distance, FittingReason } from './enums.js';
import { JobKind, type JobProgramme } from './jobProgramme.js';
import { jobKind } from './jobProgramme.kind.js';
import type { JobSeeker } from './jobSeeker.js';
import { seekerSays } from './jobSeeker.service.js';
import { jobSeekerList, openingList } from './lists.js';
import { Opening, WageBand } from './opening.js';
import { membersOf, placesTaken } from './opening.service.js';

/** One reason why an opening fits. */
@ObjectType({ description: 'One reason why an opening fits somebody （适合的理由）.' })
export class FittingReasonSaid {
  @Field(() => FittingReason, { description: 'Which reason （理由）.' })
  reason!: FittingReason;

  @Field(() => String, { description: 'The same as a sentence （说明）.' })
  sentence!: string;
}

/** An opening that fits somebody, with every reason. There is no score and no order by fit: a person decides. */
@ObjectType({ description: 'An opening that fits somebody who looks for work, with every reason （适合的岗位）.' })
export class FittingOpening {
  @Field(() => Opening, { description: 'The opening （岗位）.' })
  opening!: Opening;

  @Field(() => [FittingReasonSaid], { description: 'Why it fits, in a fixed order （理由）.' })
  reasons!: FittingReasonSaid[];
}

type Found = { reason: FittingReason; says: Message } | null;

/** The openings that fit somebody, latest first, each with the reasons. */
export async function fittingOpenings(ctx: Context, seekerId: string): Promise<FittingOpening[]> {
  const seeker = await findIn(ctx, jobSeekerList, seekerId, seekerSays);
  const found: FittingOpening[] = [];
  for (const { opening, bands, isOutside } of await openOpenings(ctx)) {
    const reasons = [
      await nearEnough(ctx, seeker, opening, isOutside),
      paidEnough(seeker, opening, bands),
      skilled(seeker, opening),
      await withPlaces(ctx, opening),
    ];
    if (reasons.some((one) => one === null)) continue;
    const said = (reasons as NonNullable<Found>[]).filter(({ says }) => says.zh !== '');
    found.push({
      opening,
      reasons: said.map(({ reason, says }) => ({ reason, sentence: says[ctx.language] })),
    });
  }
  return found;
}

interface Offered {
  opening: Opening;
  bands: WageBand[];
  isOutside: boolean;
}

/** Openings within reach that still take people, of programmes that are approved or under way; at most 200. */
async function openOpenings(ctx: Context): Promise<Offered[]> {
  const em = await ctx.em();
  const asker = askerOf(ctx);
  const running = { state: { in: [ProgrammeState.APPROVED, ProgrammeState.RUNNING] } };
  const among = await conditionsOf(heldKindList(jobKind) as List<JobProgramme>, asker, running as never);
  const programmes = await em.find(jobKind.entity, { $and: among } as never);
  const { tenantId } = asker;
  const ofThese = {
    isClosed: false,
    programme: { tenantId, id: { $in: programmes.map((one) => (one as { id: string }).id) } },
  };
  const walls = await conditionsOf(openingList, asker, null);
  const openings = await em.find(Opening, { $and: [ofThese, ...walls] } as never, {
    orderBy: { createdAt: 'desc', id: 'desc' },
    limit: 200,
  });
  const ids = { tenantId, id: { $in: openings.map(({ id }) => id) } } as never;
  const bands = Map.groupBy(await em.find(WageBand, { tenantId, opening: ids }), ({ opening }) => opening.id);
  const employerIds = openings.flatMap(({ employer }) => (employer ? [employer.id] : []));
  const employers = await em.find(Employer, { tenantId, id: { $in: employerIds } });
  const outside = new Set(employers.filter((one) => one.isOutside).map(({ id }) => id));
  return openings.map((opening) => ({
    opening,
    bands: bands.get(opening.id) ?? [],
    isOutside: outside.has(opening.employer?.id ?? ''),
  }));
}

const distances = Object.values(Distance);
const distanceSays: Readonly<Record<Distance, Message>> = {
  VILLAGE: { zh: '在本村', en: 'It is in their own village' },
  TOWN: { zh: '在本乡镇', en: 'It is in their own town' },
  COUNTY: { zh: '在本县', en: 'It is in the county' },
  OUTSIDE: { zh: '在县外', en: 'It is outside the county' },
};

async function nearEnough(ctx: Context, seeker: JobSeeker, opening: Opening, isOutside: boolean): Promise<Found> {
  const distance = isOutside ? Distance.OUTSIDE : await distanceOf(ctx, seeker.station.id, opening.station.id);
  if (distances.indexOf(distance) > distances.indexOf(seeker.distance)) return null;
  const { zh, en } = distanceSays[distance];
  const says = { zh: `${zh}，不超出可接受的远近。`, en: `${en}, no further than they would go.` };
  return { reason: FittingReason.WITHIN_DISTANCE, says };
}

async function distanceOf(ctx: Context, home: string, work: string): Promise<Distance> {
  if (home === work) return Distance.VILLAGE;
  const tree = await directory(ctx);
  const town = (id: string) =>
    [...tree.path(id), tree.need(id)].find(({ station }) => station.level === 'TOWNSHIP')?.station.id;
  const own = town(home);
  return own !== undefined && own === town(work) ? Distance.TOWN : Distance.COUNTY;
}

function paidEnough({ wageWished }: JobSeeker, opening: Opening, bands: readonly WageBand[]): Found {
  const most = Math.max(opening.monthlyPay ?? 0, ...bands.map(({ wageTo }) => wageTo));
  const reason = FittingReason.WAGE_REACHED;
  if (wageWished === null) return { reason, says: { zh: '', en: '' } };
  if (most < wageWished) return null;
  const says = {
    zh: `月工资最高 ${moneyText(most)} 元，达到期望的 ${moneyText(wageWished)} 元。`,
    en: `It pays up to ${moneyText(most)} yuan a month; ${moneyText(wageWished)} are wished.`,
  };
  return { reason, says };
}

function skilled(seeker: JobSeeker, opening: Opening): Found {
  if (opening.skills.length === 0)
    return { reason: FittingReason.NO_SKILL_ASKED, says: { zh: '不要求技能。', en: 'It asks for no skill.' } };
  const shared = opening.skills.filter((skill) => seeker.skills.includes(skill));
  if (shared.length === 0) return null;
  const says = { zh: `会${shared.join('、')}。`, en: `They can do what it asks for: ${shared.join(', ')}.` };
  return { reason: FittingReason.SKILL_ASKED, says };
}

async function withPlaces(ctx: Context, opening: Opening): Promise<Found> {
  const isDispatch = opening.kind === JobKind.LABOUR_DISPATCH;
  const taken = isDispatch
    ? await membersOf(ctx, opening.id)
    : await placesTaken(ctx, opening, { from: ctx.today, to: null });
  const free = opening.headcount - taken;
  const says = { zh: `还有 ${free} 个名额。`, en: `${free} places are free.` };
  return free > 0 ? { reason: FittingReason.PLACES_FREE, says } : null;
}
