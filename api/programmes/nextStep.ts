import { Field, ObjectType } from 'type-graphql';
import type { Actor } from '../access/index.js';
import type { Language } from '../kernel/index.js';
import { ProgrammeAct, type ProgrammeKind, ProgrammeState } from './enums.js';
import { type Judged, judge } from './judge.js';
import { factsOf } from './kind.js';
import type { ProgrammeRuled } from './rights.js';
import { acts, ruleFor } from './stateMachine.js';

/** One act with whether the asker may take it now. */
@ObjectType({ description: 'What may be done next, and if not, why not （下一步）.' })
export class ProgrammeNextStep {
  @Field(() => ProgrammeAct, { description: 'The act （操作）.' })
  act!: ProgrammeAct;

  @Field(() => ProgrammeState, {
    nullable: true,
    description: 'Where it would lead; null when the state stays （新状态）.',
  })
  to!: ProgrammeState | null;

  @Field(() => Boolean, { description: 'Whether the asker may do it now （可办）.' })
  isOpen!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why the asker may not, in the language of the request （原因）.',
  })
  reason!: string | null;
}

/** Every act of the state machine as it stands for somebody, in order. */
export function nextStepsOf(
  actor: Actor,
  language: Language,
  programme: Judged & { kind: ProgrammeKind },
  ruled: ProgrammeRuled,
  known: unknown,
): ProgrammeNextStep[] {
  return acts.map((act) => {
    const verdict = judge(actor, factsOf(programme.kind), programme, ruled, act, known);
    const reason = verdict.isOpen ? null : verdict.says[language];
    return { act, to: ruleFor(act, programme)?.to ?? null, isOpen: verdict.isOpen, reason };
  });
}
