import { Field, Int, ObjectType } from 'type-graphql';
import { ClassGroup } from './classGroup.js';
import { LevelTest } from './levelTest.js';

/** A class group and how many a test brings there. */
@ObjectType({ description: 'A class group and how many a test brings there （各班人数）.' })
export class LevelPlacementGroup {
  @Field(() => ClassGroup, { description: 'The class group （班）.' })
  classGroup!: ClassGroup;

  @Field(() => Int, {
    nullable: true,
    description: 'From which score on; null where the rule does not lead there （最低分）.',
  })
  fromScore!: number | null;

  @Field(() => Int, { description: 'How many of those tested were in it before （原有人数）.' })
  before!: number;

  @Field(() => Int, { description: 'How many of those tested are in it by the rule （分入人数）.' })
  after!: number;
}

/** How many go from one class group to another. */
@ObjectType({ description: 'How many go from one class group to another （调班）.' })
export class LevelPlacementMove {
  @Field(() => ClassGroup, { description: 'Where they were （原班）.' })
  from!: ClassGroup;

  @Field(() => ClassGroup, { description: 'Where they come （新班）.' })
  to!: ClassGroup;

  @Field(() => Int, { description: 'How many （人数）.' })
  people!: number;
}

/** What a test does to the class groups: tried out while it is not placed yet, and what was done once it is. */
@ObjectType({ description: 'What a level test does, or did, to the class groups （分班预览与结果）.' })
export class LevelPlacement {
  @Field(() => LevelTest, { description: 'The test （测试）.' })
  test!: LevelTest;

  @Field(() => Boolean, { description: 'Whether it was done; otherwise it is tried out （已分班）.' })
  isDone!: boolean;

  @Field(() => [LevelPlacementGroup], { description: 'The class groups, the highest line first （各班）.' })
  groups!: LevelPlacementGroup[];

  @Field(() => [LevelPlacementMove], { description: 'Who goes where, those who stay left out （调班）.' })
  moves!: LevelPlacementMove[];

  @Field(() => Int, { description: 'How many have a score （有成绩人数）.' })
  scored!: number;

  @Field(() => Int, { description: 'How many of them change class group （调班人数）.' })
  moved!: number;

  @Field(() => Int, { description: 'How many of the roster have no score and stay where they are （缺考人数）.' })
  unscored!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why people cannot be placed yet; null where they can （暂不能分班的原因）.',
  })
  hindrance!: string | null;
}
