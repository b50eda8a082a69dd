import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { did, type MadeCourse, makeHeldTest, makeTestedCourse, mutationOf } from '../../support/learning.js';
import { stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const editor = actors.editor('training', 'chijin');
const clerk = actors.clerk('chijin');
const makers = { editor, director: actors.office('chijin'), clerk };

const create = mutationOf(
  'levelTestCreate',
  { input: ['LevelTestCreateInput!', null] },
  'levelTest',
  'id version month state',
);
const scores = mutationOf(
  'levelTestEnterScores',
  { id: ['ID!', 0], rows: ['[ScoreInput!]!', 0] },
  'levelTest',
  'id version state',
);
const place = mutationOf(
  'levelTestPlace',
  { id: ['ID!', 0], version: ['Int!', 0] },
  'levelTest',
  'id version state placedOn',
);
const setBands = mutationOf(
  'levelTestSetBands',
  { id: ['ID!', 0], version: ['Int!', 0], bands: ['[LevelBandInput!]!', 0] },
  'levelTest',
  'id version bands { fromScore classGroup { name } }',
);
const preview = `query ($id: ID!) { levelTestPlacement(id: $id) { isDone scored moved unscored hindrance
  groups { classGroup { name } fromScore before after } moves { from { name } to { name } people } } }`;
const results = `query ($id: ID!, $where: TestResultFilter) { levelTest(id: $id) { state results(where: $where) { totalCount
  nodes { score isMoved person { name } movedFrom { name } placedIn { name } } } } }`;

let village = '';
let course: MadeCourse;

beforeAll(async () => {
  village = await stationId('620981102200');
  course = await makeTestedCourse(makers, village, ['李安', '王和', '赵清', '周明', '王和']);
});

const rowsOf = (...given: number[]) =>
  given.map((score, index) => ({ enrolmentId: course.enrolments[index]?.id, score }));

describe('a level test', () => {
  it('is planned once a month, within the course, for a programme under way', async () => {
    const input = { courseId: course.id, month: '2026-03-17' };
    const { levelTestCreate } = await data(editor, create, { input });
    expect(levelTestCreate.record).toMatchObject({ month: '2026-03-01', state: 'PLANNED' });
    const twice = await data(editor, create, { input: { ...input, month: '2026-03-02' } });
    expect(twice.levelTestCreate.errors[0]).toMatchObject({
      path: ['input', 'month'],
      code: 'TAKEN',
      message: '该课程2026年3月已有测试，一月一次。',
    });
    const outside = await data(editor, create, { input: { ...input, month: '2027-01-01', maxScore: 0 } });
    expect(outside.levelTestCreate.errors.map(({ path }: { path: string[] }) => path[1])).toEqual([
      'maxScore',
      'month',
    ]);
    const atOnce = await Promise.all(
      [1, 2].map(() => ask(editor, create, { input: { ...input, month: '2026-06-01' } })),
    );
    expect(atOnce.map((one) => one.data.levelTestCreate.errors.length).sort()).toEqual([0, 1]);
  });

  it('takes scores only once it was held, and each row that is wrong is answered at its place with nothing written', async () => {
    const planned = await did(
      editor,
      'levelTestCreate',
      { input: ['LevelTestCreateInput!', { courseId: course.id, month: '2026-05-01' }] },
      ['levelTest', 'id version'],
    );
    const early = await data(clerk, scores, { id: planned.id, rows: rowsOf(50) });
    expect(early.levelTestEnterScores.errors[0].code).toBe('WRONG_STATE');
    const test = await makeHeldTest(editor, course, '2026-07');
    const rows = [
      { enrolmentId: course.enrolments[0]?.id, score: 101 },
      { name: '李安', score: -1 },
      { name: '王和', score: 50 },
      { name: '不在册', score: 50 },
      { enrolmentId: course.stationId, score: 50 },
      { name: '赵清', score: 70 },
    ];
    const { levelTestEnterScores } = await data(clerk, scores, { id: test.id, rows });
    const at = levelTestEnterScores.errors.map(({ path, code }: { path: string[]; code: string }) => [
      path.join('.'),
      code,
    ]);
    expect(at).toEqual([
      ['rows.1.name', 'INVALID'],
      ['rows.2.name', 'INVALID'],
      ['rows.3.name', 'NOT_FOUND'],
      ['rows.4.enrolmentId', 'NOT_FOUND'],
      ['rows.0.score', 'OUT_OF_RANGE'],
      ['rows.1.score', 'OUT_OF_RANGE'],
    ]);
    expect(levelTestEnterScores.errors[1].message).toBe('名册中有多人叫“王和”，请在表格中逐人录入。');
    const read = await data(editor, results, { id: test.id });
    expect(read.levelTest).toMatchObject({ state: 'HELD', results: { totalCount: 0 } });
  });

  it('places by its rule what was tried out before, keeps who moved, and then changes no more', async () => {
    const test = await makeHeldTest(editor, course, '2026-04');
    const bare = (await data(editor, preview, { id: test.id })).levelTestPlacement;
    expect(bare).toMatchObject({ isDone: false, scored: 0, unscored: 5, hindrance: '尚未录入成绩。' });
    await data(clerk, scores, { id: test.id, rows: rowsOf(80, 79, 60, 59) });
    const { levelTestEnterScores } = await data(clerk, scores, { id: test.id, rows: rowsOf(81) });
    const { record } = levelTestEnterScores;
    expect(record.state).toBe('SCORED');
    const expected = {
      scored: 4,
      moved: 3,
      unscored: 1,
      hindrance: null,
      groups: [
        { classGroup: { name: 'A' }, fromScore: 80, before: 0, after: 1 },
        { classGroup: { name: 'B' }, fromScore: 60, before: 0, after: 2 },
        { classGroup: { name: 'C' }, fromScore: 0, before: 4, after: 1 },
      ],
      moves: [
        { from: { name: 'C' }, to: { name: 'A' }, people: 1 },
        { from: { name: 'C' }, to: { name: 'B' }, people: 2 },
      ],
    };
    const tried = await data(editor, preview, { id: test.id });
    expect(tried.levelTestPlacement).toEqual({ isDone: false, ...expected });
    const both = await Promise.all([1, 2].map(() => ask(editor, place, { id: test.id, version: record.version })));
    expect(both.filter((one) => one.data?.levelTestPlace?.record?.state === 'PLACED')).toHaveLength(1);
    const done = await data(editor, preview, { id: test.id });
    expect(done.levelTestPlacement).toEqual({ isDone: true, ...expected });
    const moved = await data(editor, results, { id: test.id, where: { isMoved: true } });
    expect(moved.levelTest.results.totalCount).toBe(3);
    expect(moved.levelTest.results.nodes[0]).toEqual({
      score: 81,
      isMoved: true,
      person: { name: '李安' },
      movedFrom: { name: 'C' },
      placedIn: { name: 'A' },
    });
    const sql = 'select class_group_id as group from enrolment where course_id = $1 order by no';
    const [a, b, c] = course.groups;
    expect((await asOwner(sql, [course.id])).map(({ group }) => group)).toEqual([a, b, b, c, c]);
    const late = await data(clerk, scores, { id: test.id, rows: rowsOf(10) });
    expect(late.levelTestEnterScores.errors[0]).toMatchObject({
      code: 'WRONG_STATE',
      message: '2026年4月的测试已分班，不能再改。',
    });
    const again = await data(editor, create, { input: { courseId: course.id, month: '2026-04-01' } });
    expect(again.levelTestCreate.errors[0]).toMatchObject({
      code: 'TAKEN',
      message: '2026年4月已按测试分班，不能再测。',
    });
  });

  it('has a rule that places everybody, with one line to a class group of the course', async () => {
    const test = await makeHeldTest(editor, course, '2026-08');
    const [a, b] = course.groups;
    const bands = [
      { classGroupId: a, fromScore: 70 },
      { classGroupId: b, fromScore: 70 },
      { classGroupId: course.stationId, fromScore: 1 },
    ];
    const wrong = await data(editor, setBands, { ...test, bands });
    const at = wrong.levelTestSetBands.errors.map(({ path }: { path: string[] }) => path.join('.'));
    expect(at).toEqual(['bands.1.fromScore', 'bands.2.classGroupId', 'bands']);
    const two = [
      { classGroupId: b, fromScore: 0 },
      { classGroupId: a, fromScore: 60 },
    ];
    const { levelTestSetBands } = await data(editor, setBands, { ...test, bands: two });
    const lines = levelTestSetBands.record.bands.filter(
      (band: { fromScore: number | null }) => band.fromScore !== null,
    );
    expect(lines).toEqual([
      { fromScore: 60, classGroup: { name: 'A' } },
      { fromScore: 0, classGroup: { name: 'B' } },
    ]);
  });

  it('is kept by the training editor; clerks and station leads enter scores; others are refused', async () => {
    const input = { courseId: course.id, month: '2026-09-01' };
    expect(codes(await ask(clerk, create, { input }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.editor('industry', 'chijin'), create, { input }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.editor('training', 'huangzhawan'), create, { input }))).toEqual(['NOT_FOUND']);
    const cenxi = actors.editor('training', 'daye', '450481');
    expect(codes(await ask(cenxi, create, { input }))).toEqual(['NOT_FOUND']);
    const test = await makeHeldTest(editor, course, '2026-10');
    const lead = await data(actors.station('chijin'), scores, { id: test.id, rows: rowsOf(66) });
    expect(lead.levelTestEnterScores.record.state).toBe('SCORED');
    expect(codes(await ask(editor, place, { id: test.id, version: test.version }))).toEqual(['STALE']);
  });
});
