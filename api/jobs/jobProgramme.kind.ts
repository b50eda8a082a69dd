import { type Check, ErrorCode } from '../kernel/index.js';
import { checkCount, defineKind, needed, type OwnFields, ProgrammeKind } from '../programmes/index.js';
import { anyOf } from '../reading/index.js';
import { JobProgrammeCreateInput, JobProgrammeFilter, JobProgrammeUpdateInput } from './jobProgramme.input.js';
import { JobProgramme } from './jobProgramme.js';

/** How jobs differ from other kinds of programme. */
export const jobKind = defineKind<JobProgramme>({
  kind: ProgrammeKind.JOB,
  area: 'jobs',
  name: 'jobProgramme',
  says: { zh: '就业项目', en: 'jobs programme' },
  entity: JobProgramme,
  createInput: JobProgrammeCreateInput,
  updateInput: JobProgrammeUpdateInput,
  filter: JobProgrammeFilter,
  own: ['jobKind', 'employer', 'postsOffered', 'wageFrom', 'wageTo', 'transport'],
  ownMoney: ['wageFrom', 'wageTo'],
  checkOwn,
  filters: { jobKind: anyOf('jobKind') },
});

function checkOwn(check: Check, content: OwnFields): OwnFields {
  needed(check, content, ['jobKind', 'postsOffered']);
  checkCount(check, content, 'postsOffered');
  const employer = check.optionalText('employer', content.employer as string | null, 100);
  const { jobKind: kind, postsOffered, wageFrom = null, wageTo = null, transport = null } = content;
  const isOrdered = wageFrom === null || wageTo === null || Number(wageTo) >= Number(wageFrom);
  check.that(isOrdered, 'wageTo', ErrorCode.INVALID, {
    zh: '月工资上限不能低于下限。',
    en: 'The highest wage is below the lowest.',
  });
  return { jobKind: kind, employer, postsOffered, wageFrom, wageTo, transport };
}
