import { Field, Int, ObjectType } from 'type-graphql';
import { actorOf, askerOf, type Context, findIn } from '../access/index.js';
import { badInput, DateScalar, type Day, MoneyScalar } from '../kernel/index.js';
import { heldKindList } from '../programmes/index.js';
import { conditionsOf, type List } from '../reading/index.js';
import { JobKind, JobProgramme } from './jobProgramme.js';
import { jobKind } from './jobProgramme.kind.js';
import { openingList, placementList } from './lists.js';
import { Opening } from './opening.js';
import { Placement } from './placement.js';

/** What one holder is paid for a month. */
@ObjectType({ description: 'What the holder of a post is paid for a month （补贴发放明细）.' })
export class PaySheetLine {
  @Field(() => Placement, { description: 'Who held which post （上岗记录）.' })
  placement!: Placement;

  @Field(() => DateScalar, { description: 'First day of the month in the post （起）.' })
  from!: Day;

  @Field(() => DateScalar, { description: 'Last day of the month in the post, included （止）.' })
  to!: Day;

  @Field(() => Int, { description: 'How many days of the month （在岗天数）.' })
  days!: number;

  @Field(() => Boolean, { description: 'Whether the whole month （全月）.' })
  isFull!: boolean;

  @Field(() => MoneyScalar, { description: 'What is paid, yuan （金额，元）.' })
  amount!: number;
}

/** The pay of the public-welfare posts of a programme for a month; the total is the sum of the lines. */
@ObjectType({ description: 'The pay of the public-welfare posts of a programme for a month （公益岗补贴发放表）.' })
export class PaySheet {
  @Field(() => JobProgramme, { description: 'The programme （就业项目）.' })
  programme!: JobProgramme;

  @Field(() => DateScalar, { description: 'First day of the month （月份）.' })
  month!: Day;

  @Field(() => Int, { description: 'How many days it has （当月天数）.' })
  daysOfMonth!: number;

  @Field(() => String, { description: 'How part of a month is paid, as a sentence （计发规则）.' })
  rule!: string;

  @Field(() => [PaySheetLine], { description: 'One line for each holder, by post and first day （明细）.' })
  lines!: PaySheetLine[];

  @Field(() => MoneyScalar, { description: 'The sum of the lines, yuan （合计，元）.' })
  total!: number;
}

const rule = {
  zh: '在岗满全月发放月补贴；不满全月的，按月补贴 × 在岗天数 ÷ 当月天数计发，不足一分的舍去。',
  en: 'A whole month pays the monthly pay; part of one pays monthly pay × days in the post ÷ days of the month, fractions of a fen dropped.',
};

/** Works out the pay sheet of a month from who held which post on which days, within the asker's reach. */
export async function paySheet(ctx: Context, programmeId: string, day: Day): Promise<PaySheet> {
  const month = `${day.slice(0, 7)}-01`;
  const programme = await findIn(ctx, heldKindList(jobKind) as List<JobProgramme>, programmeId, jobKind.says);
  if (programme.jobKind !== JobKind.PUBLIC_WELFARE)
    throw badInput({ zh: '只有公益岗项目有补贴发放表。', en: 'Only programmes of public-welfare posts have one.' }, [
      'programmeId',
    ]);
  const daysOfMonth = daysIn(month);
  const last = `${month.slice(0, 8)}${String(daysOfMonth).padStart(2, '0')}`;
  const held = await placementsIn(ctx, programmeId, month, last);
  const lines = held.map((placement) => lineOf(placement, month, last));
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return { programme, month, daysOfMonth, rule: rule[ctx.language], lines, total };
}

async function placementsIn(ctx: Context, programmeId: string, first: Day, last: Day): Promise<Placement[]> {
  const em = await ctx.em();
  const asker = askerOf(ctx);
  const { tenantId } = actorOf(ctx);
  const ofProgramme = { programme: { tenantId, id: programmeId } };
  const walls = await conditionsOf(openingList, asker, null);
  const openings = await em.find(Opening, { $and: [ofProgramme, ...walls] } as never);
  const within = {
    opening: { tenantId, id: { $in: openings.map(({ id }) => id) } },
    validFrom: { $lte: last },
    $or: [{ validTo: null }, { validTo: { $gt: first } }],
  };
  const where = { $and: [within, ...(await conditionsOf(placementList, asker, null))] };
  return em.find(Placement, where as never, { orderBy: { title: 'asc', validFrom: 'asc', id: 'asc' } as never });
}

/** What a placement is paid between two days of one month, both included. */
export function lineOf(placement: Placement, first: Day, last: Day): PaySheetLine {
  const { validFrom, validTo, wage } = placement;
  const from = validFrom > first ? validFrom : first;
  const to = validTo !== null && validTo <= last ? dayBefore(validTo) : last;
  const days = Number(to.slice(8)) - Number(from.slice(8)) + 1;
  const daysOfMonth = Number(last.slice(8));
  const isFull = days === daysOfMonth;
  const pay = wage ?? 0;
  return { placement, from, to, days, isFull, amount: isFull ? pay : Math.floor((pay * days) / daysOfMonth) };
}

function dayBefore(day: Day): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function daysIn(month: Day): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}
