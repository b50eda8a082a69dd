import type { FundSource, ProgrammeAct } from '../../../programmes/index.js';

/** A day, or how many days from the day of loading. */
export type DemoDay = string | number;

/** One step of a demo programme: what, when, what was said, and what an update or amendment changed. */
export type DemoStep = readonly [
  act: keyof typeof ProgrammeAct,
  day: DemoDay,
  comment?: string,
  change?: Record<string, unknown>,
];

/** One programme of the demo. Budgets and wages are written in yuan; the loader turns them into fen. */
export interface DemoProgramme {
  kind: 'TRAINING' | 'JOB' | 'INDUSTRY';
  /** National code of its station. */
  at: string;
  title: string;
  from: DemoDay;
  to: DemoDay;
  budget: number | null;
  fund: keyof typeof FundSource | null;
  plan: string | null;
  responsible: string | null;
  own: Record<string, unknown>;
  /** False for the programmes that the articles tell of; their people, steps and whatever the plan text says so are invented. */
  isInvented: boolean;
  steps: readonly DemoStep[];
}

/** The steps of a programme that went through without a hitch, on the days given. */
export function smooth(days: readonly DemoDay[]): DemoStep[] {
  const acts = ['CREATE', 'SUBMIT', 'APPROVE', 'START', 'FINISH', 'ACCEPT'] as const;
  const said: Partial<Record<(typeof acts)[number], string>> = {
    SUBMIT: '请审批。',
    APPROVE: '同意。',
    FINISH: '已全部完成。',
    ACCEPT: '验收合格。',
  };
  return days.map((day, index) => {
    const act = acts[index] ?? 'ACCEPT';
    return [act, day, said[act]] as const;
  });
}
