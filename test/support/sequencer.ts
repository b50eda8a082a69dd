import TestSequencer from '@jest/test-sequencer';

/** The test files that take longest, longest first, and then the folders whose files take longer than others. */
const longest = [
  'admin/everyPage',
  'api/reading/differential',
  'api/reading/explain',
  // Makes the records of the articles, which all that needs them then finds made instead of waiting for each other.
  'figures/facts',
  'house/isolation',
  'house/permissions',
  'api/database/embedded',
  'api/start/',
  'figures/',
  'admin/',
];

type Sequencer = new () => { sort(tests: Test[]): Promise<Test[]> | Test[] };
type Test = Parameters<TestSequencer.default['sort']>[0][number];

// A CommonJS module: what it exports is its `default` in types, and the whole in Node.
const Usual = ((TestSequencer as { default?: unknown }).default ?? TestSequencer) as Sequencer;

/** Begins with the longest test files, so that no worker is left alone with one at the end. */
export default class LongestFirst extends Usual {
  override async sort(tests: Test[]): Promise<Test[]> {
    const usual = await super.sort(tests);
    return usual.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ path }: Test): number {
  const found = longest.findIndex((name) => path.includes(`/dist/test/${name}`));
  return found < 0 ? longest.length : found;
}
