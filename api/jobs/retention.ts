import { Field, Int, ObjectType } from 'type-graphql';
import { actorOf, askerOf, type Context } from '../access/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import { conditionsOf } from '../reading/index.js';
import { directory, Station } from '../tenancy/index.js';
import { CheckIn, checkMonths } from './checkIn.js';
import { DispatchBatch, DispatchMember } from './dispatchBatch.js';
import { checkInList, dispatchBatchList, dispatchMemberList } from './lists.js';

/** How many of a line were still in the job after some months. */
@ObjectType({ description: 'How many were still in the job after some months （留岗情况）.' })
export class RetentionCheck {
  @Field(() => Int, { description: 'After how many months: 1, 3 or 6 （满几个月）.' })
  months!: number;

  @Field(() => Int, { description: 'How many were to be asked by the day: the denominator （应访人数）.' })
  due!: number;

  @Field(() => Int, { description: 'How many of them were asked （已访人数）.' })
  done!: number;

  @Field(() => Int, { description: 'How many of them were in the job: the numerator （在岗人数）.' })
  employed!: number;

  @Field(() => [CheckIn], { description: 'The check-ins that make the figures （回访明细）.' })
  rows!: CheckIn[];
}

/** One batch, or one town. */
@ObjectType({ description: 'How many of a batch, or of a town, left and stayed （留岗统计行）.' })
export class RetentionLine {
  @Field(() => String, { description: 'What the line is called: employer and batch, or town （名称）.' })
  label!: string;

  @Field(() => DispatchBatch, { nullable: true, description: 'The batch, where the asker may see it （批次）.' })
  batch!: DispatchBatch | null;

  @Field(() => Station, { nullable: true, description: 'The town, null in the lines of batches （乡镇）.' })
  station!: Station | null;

  @Field(() => Int, { description: 'How many left （输出人数）.' })
  departed!: number;

  @Field(() => Int, { description: 'How many of them are back （返乡人数）.' })
  returned!: number;

  @Field(() => [RetentionCheck], { description: 'After one, three and six months （留岗情况）.' })
  checks!: RetentionCheck[];
}

/** Who stayed in the job, by batch and by town. */
@ObjectType({ description: 'Who stayed in the job, by batch and by town, as of a day （留岗统计）.' })
export class DispatchRetention {
  @Field(() => DateScalar, { description: 'What was due by this day is counted （截至日）.' })
  asOf!: Day;

  @Field(() => [RetentionLine], { description: 'By batch, earliest departure first （按批次）.' })
  byBatch!: RetentionLine[];

  @Field(() => [RetentionLine], { description: 'By the town where people live, by code （按乡镇）.' })
  byTown!: RetentionLine[];

  @Field(() => RetentionLine, { description: 'All together （合计）.' })
  total!: RetentionLine;
}

interface Left {
  members: DispatchMember[];
  checkIns: Map<string, CheckIn[]>;
}

/** Counts who left by a day and who of them stayed, at the stations where the asker reads jobs. */
export async function dispatchRetention(
  ctx: Context,
  asked: { within?: string | null; asOf?: Day | null },
): Promise<DispatchRetention> {
  const asOf = asked.asOf && asked.asOf < ctx.today ? asked.asOf : ctx.today;
  const left = await leftBy(ctx, asked.within ?? null, asOf);
  const all = { zh: '合计', en: 'Total' }[ctx.language];
  return {
    asOf,
    byBatch: await linesByBatch(ctx, left, asOf),
    byTown: await linesByTown(ctx, left, asOf),
    total: lineOf(all, left.members, left, asOf),
  };
}

async function leftBy(ctx: Context, within: string | null, asOf: Day): Promise<Left> {
  const em = await ctx.em();
  const asker = askerOf(ctx);
  const where = within ? { within } : null;
  const gone = { departedOn: { $ne: null, $lte: asOf } };
  const members = await em.find(
    DispatchMember,
    { $and: [gone, ...(await conditionsOf(dispatchMemberList, asker, where))] } as never,
    { orderBy: { departedOn: 'asc', id: 'asc' } as never },
  );
  const due = { dueOn: { $lte: asOf } };
  const rows = await em.find(CheckIn, { $and: [due, ...(await conditionsOf(checkInList, asker, where))] } as never, {
    orderBy: { dueOn: 'asc', id: 'asc' } as never,
  });
  return { members, checkIns: Map.groupBy(rows, ({ member }) => member.id) };
}

function lineOf(label: string, members: readonly DispatchMember[], left: Left, asOf: Day): RetentionLine {
  const rows = members.flatMap(({ id }) => left.checkIns.get(id) ?? []);
  const checks = checkMonths.map((months) => {
    const due = rows.filter((row) => row.months === months);
    const done = due.filter((row) => row.doneOn !== null && row.doneOn <= asOf);
    const employed = done.filter((row) => row.isEmployed === true).length;
    return { months, due: due.length, done: done.length, employed, rows: due };
  });
  const returned = members.filter(({ endedOn }) => endedOn !== null && endedOn <= asOf).length;
  return { label, batch: null, station: null, departed: members.length, returned, checks };
}

async function linesByBatch(ctx: Context, left: Left, asOf: Day): Promise<RetentionLine[]> {
  const groups = Map.groupBy(left.members, ({ batch }) => batch.id);
  const ids = { id: { $in: [...groups.keys()] }, tenantId: actorOf(ctx).tenantId };
  const walls = await conditionsOf(dispatchBatchList, askerOf(ctx), null);
  const seen = await (await ctx.em()).find(DispatchBatch, { $and: [ids, ...walls] } as never);
  const byId = new Map(seen.map((batch) => [batch.id, batch]));
  return [...groups].map(([id, members]) => {
    const { employerName = '', batchNumber = 0 } = members[0] ?? {};
    const label = { zh: `${employerName}第 ${batchNumber} 批`, en: `${employerName}, batch ${batchNumber}` };
    return { ...lineOf(label[ctx.language], members, left, asOf), batch: byId.get(id) ?? null };
  });
}

async function linesByTown(ctx: Context, left: Left, asOf: Day): Promise<RetentionLine[]> {
  const tree = await directory(ctx);
  const townOf = (id: string) => {
    const path = [...tree.path(id), tree.need(id)];
    return path.find(({ station }) => station.level === 'TOWNSHIP') ?? tree.need(id);
  };
  const groups = Map.groupBy(left.members, ({ station }) => townOf(station.id));
  const lines = [...groups].sort(([a], [b]) => (a.station.code < b.station.code ? -1 : 1));
  return lines.map(([{ station, name }, members]) => ({
    ...lineOf(name, members, left, asOf),
    station,
  }));
}
