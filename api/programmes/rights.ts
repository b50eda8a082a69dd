import { type Actor, Role, type Rule, type Ruled, reaches } from '../access/index.js';

/** What the rules look at in a programme; what is not known refuses nothing. */
export interface ProgrammeRuled extends Ruled {
  /** Whether it is the county's own programme. */
  isCounty?: boolean;
  /** People who hold the office director's role of its town today. */
  directorIds?: readonly string[];
  /** Everybody who entered something of it. */
  authorIds?: readonly string[];
}

/** Who may read programmes of every kind. */
export const readers: readonly Role[] = [
  Role.TENANT_ADMIN,
  Role.CENTRE_DIRECTOR,
  Role.TRAINING_EDITOR,
  Role.JOBS_EDITOR,
  Role.INDUSTRY_EDITOR,
  Role.OFFICE_DIRECTOR,
  Role.OFFICE_CLERK,
  Role.STATION_LEAD,
  Role.INSPECTOR,
];

/** Who approves programmes of every kind. */
export const approvers: readonly Role[] = [Role.CENTRE_DIRECTOR, Role.OFFICE_DIRECTOR];

/** Nobody approves what they entered themselves. */
export const notOwnEntry: Rule<ProgrammeRuled> = {
  name: 'ownEntry',
  refuses: (actor, programme) =>
    programme.authorIds?.includes(actor.id)
      ? {
          zh: '这个项目由您本人录入、修改或提交，须由他人审批。',
          en: 'You entered, changed or submitted this programme yourself; somebody else has to decide on it.',
        }
      : null,
};

/**
 * Town and village programmes are the office director's, county programmes the centre director's, who also stands in for a town
 * that has no director, or none but those who entered the programme.
 */
export const approverOfLevel: Rule<ProgrammeRuled> = {
  name: 'level',
  refuses: (actor, programme) => {
    if (programme.isCounty === undefined || programme.isCounty || directs(actor, programme.stationId)) return null;
    const others = programme.directorIds?.filter((id) => !programme.authorIds?.includes(id)) ?? [];
    return others.length === 0
      ? null
      : {
          zh: '乡镇和村的项目由本乡镇所长审批；该乡镇无所长时才由中心主任审批。',
          en: 'Programmes of towns and villages are decided by the town’s office director; the centre director stands in only where there is none.',
        };
  },
};

function directs(actor: Actor, stationId: string): boolean {
  return actor.holdings.some((h) => h.role === Role.OFFICE_DIRECTOR && reaches(h.reach, stationId));
}
