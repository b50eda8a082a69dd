import JobsIcon from '@mui/icons-material/WorkOutlineOutlined';
import { type KindFacts, programmeArea } from '../programmes/index.js';
import { documents } from './jobs.documents.js';

const facts: KindFacts = {
  name: 'jobProgrammes',
  one: 'jobProgramme',
  area: 'JOBS',
  documents,
  own: [
    {
      source: 'jobKind',
      is: 'enum',
      type: 'JobKind',
      values: ['PUBLIC_WELFARE', 'WORKSHOP', 'LABOUR_DISPATCH'],
      isRequired: true,
      isListed: true,
    },
    { source: 'postsOffered', is: 'whole', isRequired: true, isListed: true },
    { source: 'employer', is: 'text' },
    { source: 'transport', is: 'enum', type: 'Transport', values: ['FREE', 'PAID', 'NONE'] },
    { source: 'wageFrom', is: 'money' },
    { source: 'wageTo', is: 'money' },
  ],
};

/** Job programmes. */
export const jobs = programmeArea(facts, { icon: JobsIcon, letter: 'j', isOnPhoneBar: true });
