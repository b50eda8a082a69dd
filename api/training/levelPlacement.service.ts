import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../access/index.js';
import { ErrorCode, type Message, mistake } from '../kernel/index.js';
import { ClassGroup } from './classGroup.js';
import type { Enrolment } from './enrolment.js';
import { findRead, keyOf } from './found.js';
import { LevelBand } from './levelBand.js';
import { LevelPlacement, LevelPlacementGroup, LevelPlacementMove } from './levelPlacement.js';
import { LevelTest, LevelTestState } from './levelTest.js';
import { lockedTest, placedAlready, testNoun } from './levelTest.service.js';
import { rosterOf } from './scores.service.js';
import { TestResult } from './testResult.js';

/** A line of the rule that leads somewhere. */
type Line = LevelBand & { fromScore: number };

/** One person of a test: where they were and where they go, or went. */
interface Step {
  result: TestResult;
  enrolment: Enrolment | undefined;
  from: string;
  to: string;
}

/** Tries a test's rule out, or tells what it did. */
export async function placementOf(ctx: Context, id: string): Promise<LevelPlacement> {
  const test = await findRead(ctx, LevelTest, id, testNoun);
  const em = await ctx.em();
  const { steps, lines, roster } = await stepsOf(em, test);
  const { tenantId } = test;
  const ofCourse = { tenantId, course: keyOf({ tenantId, id: test.course.id }) };
  const groups = await em.find(ClassGroup, ofCourse, { orderBy: { name: 'asc' } });
  const fromScore = new Map(lines.map((line) => [line.classGroup.id, line.fromScore]));
  const scored = new Set(steps.map(({ result }) => result.enrolment.id));
  return Object.assign(new LevelPlacement(), {
    test,
    isDone: test.state === LevelTestState.PLACED,
    groups: groups
      .map((classGroup) => groupOf(classGroup, fromScore.get(classGroup.id) ?? null, steps))
      .sort((a, b) => (b.fromScore ?? -1) - (a.fromScore ?? -1)),
    moves: movesOf(steps, groups),
    scored: steps.length,
    moved: steps.filter(({ from, to }) => from !== to).length,
    unscored: roster.filter((enrolment) => !scored.has(enrolment.id)).length,
    hindrance: hindranceOf(test, lines, steps)?.[ctx.language] ?? null,
  });
}

/** Places everybody who was scored by the rule; who changes class group is kept with the result. */
export async function placeByTest(ctx: Context, given: { id: string; version: number }): Promise<LevelTest> {
  const test = await lockedTest(ctx, { ...given, permission: 'training.edit' });
  if (test.state === LevelTestState.PLACED) throw placedAlready(test);
  const em = await ctx.em();
  const { steps, lines } = await stepsOf(em, test);
  const hindrance = hindranceOf(test, lines, steps);
  if (hindrance) throw mistake(null, ErrorCode.WRONG_STATE, hindrance);
  ctx.note({ act: 'levelTestPlace' });
  place(em, test, steps);
  Object.assign(test, { state: LevelTestState.PLACED, placedOn: ctx.today });
  await em.flush();
  return test;
}

/** Where a score leads by the lines of a rule, the highest first. */
export function lineFor<L extends { fromScore: number }>(lines: readonly L[], score: number): L | undefined {
  return lines.find((line) => score >= line.fromScore);
}

function place(em: EntityManager, { tenantId }: LevelTest, steps: readonly Step[]): void {
  const refTo = (id: string) => em.getReference(ClassGroup, [tenantId, id] as never, { wrapped: true }) as never;
  for (const { result, enrolment, from, to } of steps) {
    Object.assign(result, { movedFrom: refTo(from), placedIn: refTo(to), isMoved: from !== to });
    if (enrolment && from !== to) enrolment.classGroup = refTo(to);
  }
}

async function stepsOf(
  em: EntityManager,
  test: LevelTest,
): Promise<{ steps: Step[]; lines: Line[]; roster: Enrolment[] }> {
  const { tenantId } = test;
  const roster = await rosterOf(em, test);
  const results = await em.find(TestResult, { tenantId, test: keyOf(test) });
  const bands = await em.find(LevelBand, { tenantId, test: keyOf(test) });
  const lines = bands.filter((band): band is Line => band.fromScore !== null);
  lines.sort((a, b) => b.fromScore - a.fromScore);
  const byId = new Map(roster.map((enrolment) => [enrolment.id, enrolment]));
  const steps = results.map((result): Step => {
    const enrolment = byId.get(result.enrolment.id);
    const from = result.movedFrom?.id ?? enrolment?.classGroup.id ?? '';
    const to = result.placedIn?.id ?? lineFor(lines, result.score)?.classGroup.id ?? from;
    return { result, enrolment, from, to };
  });
  return { steps: steps.filter(({ from }) => from !== ''), lines, roster };
}

function hindranceOf(test: LevelTest, lines: readonly Line[], steps: readonly Step[]): Message | null {
  if (test.state === LevelTestState.PLACED) return null;
  if (test.state !== LevelTestState.SCORED || steps.length === 0)
    return { zh: '尚未录入成绩。', en: 'No scores have been entered yet.' };
  if (lines.length === 0) return { zh: '尚未设定分班分数线。', en: 'The score rule has not been set yet.' };
  return null;
}

function groupOf(classGroup: ClassGroup, fromScore: number | null, steps: readonly Step[]): LevelPlacementGroup {
  const before = steps.filter(({ from }) => from === classGroup.id).length;
  const after = steps.filter(({ to }) => to === classGroup.id).length;
  return Object.assign(new LevelPlacementGroup(), { classGroup, fromScore, before, after });
}

function movesOf(steps: readonly Step[], groups: readonly ClassGroup[]): LevelPlacementMove[] {
  return groups.flatMap((from) =>
    groups.flatMap((to) => {
      const people = steps.filter((step) => step.from === from.id && step.to === to.id).length;
      return from === to || people === 0 ? [] : [Object.assign(new LevelPlacementMove(), { from, to, people })];
    }),
  );
}
