import { checkCount, defineKind, needed, ProgrammeKind } from '../programmes/index.js';
import { anyOf } from '../reading/index.js';
import {
  TrainingProgrammeCreateInput,
  TrainingProgrammeFilter,
  TrainingProgrammeUpdateInput,
} from './trainingProgramme.input.js';
import { TrainingProgramme } from './trainingProgramme.js';

/** How training differs from other kinds of programme. */
export const trainingKind = defineKind<TrainingProgramme>({
  kind: ProgrammeKind.TRAINING,
  area: 'training',
  name: 'trainingProgramme',
  says: { zh: '培训项目', en: 'training programme' },
  entity: TrainingProgramme,
  createInput: TrainingProgrammeCreateInput,
  updateInput: TrainingProgrammeUpdateInput,
  filter: TrainingProgrammeFilter,
  own: ['category', 'form', 'audience', 'plannedSessions', 'plannedPlaces'],
  ownMoney: [],
  checkOwn(check, content) {
    needed(check, content, ['category', 'form', 'audience']);
    checkCount(check, content, 'plannedSessions');
    checkCount(check, content, 'plannedPlaces');
    const { category, form, audience, plannedSessions = null, plannedPlaces = null } = content;
    return { category, form, audience, plannedSessions, plannedPlaces };
  },
  filters: { category: anyOf('category'), form: anyOf('form'), audience: anyOf('audience') },
});
