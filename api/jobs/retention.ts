import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import type { Context } from '../access/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import {
  type Asking,
  all,
  askBelow,
  askDerived,
  conditionsOf,
  type Derived,
  derivedMany,
  derivedOne,
  many,
  type Row,
  reads,
  reference,
  sql,
} from '../reading/index.js';
import { directory, Station } from '../tenancy/index.js';
import { CheckIn } from './checkIn.js';
import { DispatchBatch } from './dispatchBatch.js';
import { dispatchBatchList } from './lists.js';
import { byBatch, byTown, checks, ofLine, retention, total } from './retention.reads.js';

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

  @Extensions(
    reads(
      many(
        () => CheckIn,
        (to, row) => sql`${to.column('id')} = any(${row.column('ids')})`,
        [
          ['dueOn', 'asc'],
          ['id', 'asc'],
        ],
      ),
    ),
  )
  @Field(() => [CheckIn], { description: 'The check-ins that make the figures （回访明细）.' })
  rows!: CheckIn[];
}

/** One batch, or one town. */
@ObjectType({ description: 'How many of a batch, or of a town, left and stayed （留岗统计行）.' })
export class RetentionLine {
  @Field(() => String, { description: 'What the line is called: employer and batch, or town （名称）.' })
  label!: string;

  @Extensions(
    reads(
      reference(
        () => DispatchBatch,
        'batch',
        (to) => all(dispatchBatchList.walls.map((wall) => wall.sql(to))),
      ),
    ),
  )
  @Field(() => DispatchBatch, { nullable: true, description: 'The batch, where the asker may see it （批次）.' })
  batch!: DispatchBatch | null;

  @Extensions(reads(reference(() => Station, 'station')))
  @Field(() => Station, { nullable: true, description: 'The town, null in the lines of batches （乡镇）.' })
  station!: Station | null;

  @Field(() => Int, { description: 'How many left （输出人数）.' })
  departed!: number;

  @Field(() => Int, { description: 'How many of them are back （返乡人数）.' })
  returned!: number;

  @Extensions(reads(derivedMany(checks)))
  @Field(() => [RetentionCheck], { description: 'After one, three and six months （留岗情况）.' })
  checks!: RetentionCheck[];
}

/** Who stayed in the job, by batch and by town. */
@ObjectType({ description: 'Who stayed in the job, by batch and by town, as of a day （留岗统计）.' })
export class DispatchRetention {
  @Field(() => DateScalar, { description: 'What was due by this day is counted （截至日）.' })
  asOf!: Day;

  @Extensions(reads(derivedMany(byBatch)))
  @Field(() => [RetentionLine], { description: 'By batch, earliest departure first （按批次）.' })
  byBatch!: RetentionLine[];

  @Extensions(reads(derivedMany(byTown)))
  @Field(() => [RetentionLine], { description: 'By the town where people live, by code （按乡镇）.' })
  byTown!: RetentionLine[];

  @Extensions(reads(derivedOne(total)))
  @Field(() => RetentionLine, { description: 'All together （合计）.' })
  total!: RetentionLine;
}

/** The same for whoever is not answered by a plan. */
export async function dispatchRetention(asking: Asking, asked: object): Promise<DispatchRetention> {
  const [root] = await askDerived<DispatchRetention>(asking, retention, asked);
  const linesOf = async (derived: Derived<Row>) => {
    const lines = await askBelow<AskedLine>(asking, derived, retention, root as object);
    return Promise.all(lines.map((line) => wholeLine(asking, line)));
  };
  const [all] = await linesOf(total);
  return { ...root, byBatch: await linesOf(byBatch), byTown: await linesOf(byTown), total: all } as DispatchRetention;
}

type AskedLine = Omit<RetentionLine, 'batch' | 'station'> & { batch: string | null; station: string | null };

async function wholeLine(asking: Asking, line: AskedLine): Promise<RetentionLine> {
  const { em, asker } = asking;
  const { tenantId } = asker;
  const tree = await directory(asker.context as Context);
  const walls = await conditionsOf(dispatchBatchList, asker, null);
  const batch = line.batch && (await em.findOne(DispatchBatch, { $and: [{ id: line.batch }, ...walls] } as never));
  const counted = await askBelow<RetentionCheck & { ids: string[] }>(asking, checks, { columns: ofLine }, line);
  const found = await em.find(CheckIn, { tenantId, id: { $in: counted.flatMap(({ ids }) => ids) } } as never, {
    orderBy: { dueOn: 'asc', id: 'asc' } as never,
  });
  return {
    ...line,
    batch: batch || null,
    station: line.station ? tree.need(line.station).station : null,
    checks: counted.map((check) => ({ ...check, rows: found.filter(({ id }) => check.ids.includes(id)) })),
  };
}
