import { Arg, Authorized, Ctx, Extensions, ID, Query, Resolver } from 'type-graphql';
import { type Context, RecordResolver, takes, takesId, takesInput, takesKey, takesVersion } from '../access/index.js';
import { heldWhereLives, Person } from '../households/index.js';
import { DateScalar, type Day } from '../kernel/index.js';
import { judged, reads } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import { ClassGroup } from './classGroup.js';
import { Course } from './course.js';
import { Enrolment } from './enrolment.js';
import { LevelBand } from './levelBand.js';
import { LevelPlacement } from './levelPlacement.js';
import { placeByTest, placementOf } from './levelPlacement.service.js';
import {
  LevelBandInput,
  LevelTestCreateInput,
  LevelTestFilter,
  LevelTestOrder,
  ScoreInput,
  TestResultFilter,
  TestResultOrder,
} from './levelTest.input.js';
import { LevelTest } from './levelTest.js';
import { levelTestList, testResultList } from './levelTest.list.js';
import { createLevelTest, holdLevelTest, setLevelBands } from './levelTest.service.js';
import { enterScores } from './scores.service.js';
import { TestResult } from './testResult.js';

const permission = 'training.read';

/** Monthly level tests. */
export const levelTests = new RecordResolver(LevelTest, 'levelTest')
  .list({
    list: levelTestList,
    filter: LevelTestFilter,
    order: LevelTestOrder,
    permission,
    says: 'Level tests, the latest month first （月度水平测试）.',
  })
  .lookUp({ list: levelTestList, permission, says: 'One level test, null when there is none within reach （测试）.' })
  .act({
    name: 'levelTestCreate',
    permission: 'training.edit',
    says: 'Plans the test of a month （安排测试）.',
    takes: { input: takesInput(LevelTestCreateInput), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createLevelTest(ctx, input, idempotencyKey),
  })
  .act({
    name: 'levelTestHold',
    permission: 'training.edit',
    says: 'Enters that a test was held （登记测试）.',
    takes: { id: takesId, version: takesVersion, heldOn: takes<Day>(() => DateScalar, 'The day （测试日期）.') },
    run: holdLevelTest,
  })
  .act({
    name: 'levelTestSetBands',
    permission: 'training.edit',
    says: 'Sets the score rule by which people are placed, whole （设定分班分数线）.',
    takes: {
      id: takesId,
      version: takesVersion,
      bands: takes<LevelBandInput[]>(() => [LevelBandInput], 'Its lines; class groups left out take nobody.'),
    },
    run: setLevelBands,
  })
  .act({
    name: 'levelTestEnterScores',
    permission: 'training.enrol',
    says: 'Enters scores or puts them right, all rows or none （登分）.',
    takes: { id: takesId, rows: takes<ScoreInput[]>(() => [ScoreInput], 'At most 500 rows.') },
    run: enterScores,
  })
  .act({
    name: 'levelTestPlace',
    permission: 'training.edit',
    says: 'Places everybody with a score by the rule, once （分班）.',
    takes: { id: takesId, version: takesVersion },
    run: placeByTest,
  })
  .field('station', stationField('Where the course is given （开课单位）.'))
  .reference('course', { type: () => Course, permission, says: 'The course （课程）.' })
  .children('bands', {
    type: () => LevelBand,
    by: 'test',
    order: [
      ['fromScore', 'desc'],
      ['id', 'asc'],
    ],
    says: 'The lines of its score rule （分班分数线）.',
  })
  .page('results', {
    list: testResultList,
    filter: TestResultFilter,
    order: TestResultOrder,
    permission,
    by: 'test',
    says: 'Its results, in order of entry （成绩）.',
  });

/** Lines of a score rule. */
export const levelBands = new RecordResolver(LevelBand, 'levelBand').reference('classGroup', {
  type: () => ClassGroup,
  permission,
  says: 'Where the line leads （班）.',
});

/** Results, with the movement they brought. */
export const testResults = new RecordResolver(TestResult, 'testResult')
  .reference('test', { type: () => LevelTest, permission, says: 'The test （测试）.' })
  .reference('enrolment', { type: () => Enrolment, permission, says: 'The enrolment of who was tested （报名）.' })
  .reference('person', { type: () => Person, permission: 'household.read', says: 'Who was tested （人）.' })
  .reference('movedFrom', { type: () => ClassGroup, permission, says: 'The class group before, once placed （原班）.' })
  .reference('placedIn', { type: () => ClassGroup, permission, says: 'The class group since, once placed （新班）.' });

/** What a person’s file shows of tests. */
export const testResultsOfPerson = new RecordResolver(Person, 'person').children('testResults', {
  type: () => TestResult,
  by: 'person',
  order: [
    ['createdAt', 'asc'],
    ['id', 'asc'],
  ],
  permission,
  wall: heldWhereLives(permission, 'person'),
  says: 'Scores in level tests, in order （测试成绩）.',
});

/** Placement, tried out and done. */
@Resolver()
export class LevelPlacementResolver {
  @Authorized(permission)
  @Extensions(reads(judged('it tries the score rule out by the very code that places people by it')))
  @Query(() => LevelPlacement, {
    description: 'What a test does, or did, to the class groups of its course （分班预览）. Needs training.read.',
  })
  levelTestPlacement(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The test.' }) id: string,
  ): Promise<LevelPlacement> {
    return placementOf(ctx, id);
  }
}
