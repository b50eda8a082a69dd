import { Field, Int, ObjectType } from 'type-graphql';
import { TrainingDemand } from './trainingDemand.js';

/** What became of one wish of many. */
@ObjectType({ description: 'What became of one wish of many （逐条结果）.' })
export class DemandBatchRow {
  @Field(() => TrainingDemand, { description: 'The wish as it is now （需求）.' })
  demand!: TrainingDemand;

  @Field(() => Boolean, { description: 'Whether it was done （是否完成）.' })
  isDone!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, where it was not done （原因）.' })
  message!: string | null;
}

/** The answer to an act on many wishes. */
@ObjectType({ description: 'What became of many wishes, one by one （批量结果）.' })
export class DemandBatch {
  @Field(() => Int, { description: 'How many were done （完成条数）.' })
  done!: number;

  @Field(() => [DemandBatchRow], { description: 'Each of them （逐条结果）.' })
  rows!: DemandBatchRow[];
}
