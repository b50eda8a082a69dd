import TrainingIcon from '@mui/icons-material/SchoolOutlined';
import { type KindFacts, programmeArea } from '../programmes/index.js';
import { documents } from './training.documents.js';

const facts: KindFacts = {
  name: 'trainingProgrammes',
  one: 'trainingProgramme',
  area: 'TRAINING',
  documents,
  own: [
    {
      source: 'category',
      is: 'enum',
      type: 'TrainingCategory',
      values: ['POLICY', 'TECHNIQUE', 'LANGUAGE_AND_LAW', 'VOCATIONAL'],
      isRequired: true,
      isListed: true,
    },
    {
      source: 'form',
      is: 'enum',
      type: 'TrainingForm',
      values: ['NIGHT_SCHOOL', 'LECTURE', 'ON_SITE', 'MENU'],
      isRequired: true,
      isListed: true,
    },
    {
      source: 'audience',
      is: 'enum',
      type: 'TrainingAudience',
      values: ['REGISTERED_HOUSEHOLDS', 'CADRES', 'HELPERS', 'FARMERS', 'ALL'],
      isRequired: true,
    },
    { source: 'plannedSessions', is: 'whole' },
    { source: 'plannedPlaces', is: 'whole' },
  ],
};

/** Training programmes. */
export const training = programmeArea(facts, { icon: TrainingIcon, letter: 't', isOnPhoneBar: true });

export { knowHowGaps, knowHowHolders, levelTests, trainingCertificates, trainingDemands } from './learning.js';
