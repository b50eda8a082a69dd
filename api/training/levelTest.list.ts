import { OrderDirection } from '../kernel/index.js';
import { anyId, flag, heldAt, type List } from '../reading/index.js';
import { withinStation } from '../tenancy/index.js';
import type { LevelTestFilter, TestResultFilter } from './levelTest.input.js';
import { LevelTest } from './levelTest.js';
import { TestResult } from './testResult.js';

/** Level tests where `training.read` is held, the latest month first. */
export const levelTestList: List<LevelTest, LevelTestFilter> = {
  name: 'levelTests',
  entity: () => LevelTest,
  walls: [heldAt('training.read')],
  filter: { within: withinStation('station'), course: anyId('course', 'course', { isRelation: true }) },
  orders: { MONTH: { property: 'month' } },
  usually: OrderDirection.DESC,
};

/** The results of a test in order of entry: nobody is ranked. */
export const testResultList: List<TestResult, TestResultFilter> = {
  name: 'testResults',
  entity: () => TestResult,
  walls: [heldAt('training.read')],
  filter: { isMoved: flag('isMoved') },
  orders: { CREATED_AT: { property: 'createdAt' } },
  usually: OrderDirection.ASC,
};
