import IndustryIcon from '@mui/icons-material/AgricultureOutlined';
import { type KindFacts, programmeArea } from '../programmes/index.js';
import { documents } from './industry.documents.js';
import { VillageProject } from './VillageProject.js';

const facts: KindFacts = {
  name: 'industryProgrammes',
  one: 'industryProgramme',
  area: 'INDUSTRY',
  documents,
  own: [
    {
      source: 'category',
      is: 'enum',
      type: 'IndustryCategory',
      values: [
        'CROPS_AND_LIVESTOCK',
        'ORCHARD_QUALITY',
        'HOUSING_SAFETY',
        'SATELLITE_FACTORY',
        'COURTYARD',
        'FIELD_INFRASTRUCTURE',
        'PROCESSING',
        'BREEDING_ZONE',
      ],
      isRequired: true,
      isListed: true,
    },
    { source: 'plannedHouseholds', is: 'whole', isListed: true },
    { source: 'plannedQuantity', is: 'quantity' },
    { source: 'isVillageProject', is: 'flag' },
  ],
  sections: [VillageProject],
};

/** Industry programmes. */
export const industry = programmeArea(facts, { icon: IndustryIcon, letter: 'i', isOnPhoneBar: true });

export { distributions, intentions, livestockContracts, villageProjectReport } from './records.js';
