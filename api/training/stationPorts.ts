import { carrying } from '../households/index.js';
import { recordsPort } from '../tenancy/index.js';
import { Course } from './course.js';
import { KnowHowHolder, KnowHowState } from './knowHowHolder.js';
import { TrainingDemand, TrainingDemandState } from './trainingDemand.js';

const openDemand = { state: { $in: [TrainingDemandState.REQUESTED, TrainingDemandState.SCHEDULED] } };

/**
 * What closing or merging a station asks of training. Nothing is rewritten: a course, with who was in it, stays where it was given, and
 * whoever takes the station over reaches it there. What is not over has to be taken over by somebody.
 */
export const trainingPorts = [
  recordsPort({ zh: '门课程', en: 'courses' }, Course, ({ today }) => ({ endsOn: { $gte: today } })),
  recordsPort({ zh: '条点菜需求', en: 'wishes for training' }, TrainingDemand, () => openDemand),
];

/** What goes with a household that moves: the wish that is still open, and whoever of it has know-how. */
export const trainingCarried = carrying([
  { entity: TrainingDemand, by: 'person', while: () => openDemand },
  { entity: KnowHowHolder, by: 'household', while: () => ({ state: { $ne: KnowHowState.ENDED } }) },
]);
