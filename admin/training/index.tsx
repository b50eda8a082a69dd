import CourseIcon from '@mui/icons-material/CoPresentOutlined';
import CoverageIcon from '@mui/icons-material/FactCheckOutlined';
import TrainingIcon from '@mui/icons-material/SchoolOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { type KindFacts, programmeArea } from '../programmes/index.js';
import { changed } from '../provider/data.js';
import { COURSE, COURSE_CREATE, COURSE_UPDATE, COURSES } from './courses.documents.js';
import { householdCourses } from './householdCourses.js';
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

const SessionPage = lazy(() => import('./SessionPage.js'));

/** Courses with their sessions, rosters and the people enrolled. */
export const courses: Area = {
  name: 'courses',
  floor: 'programmes',
  icon: CourseIcon,
  permissions: ['TRAINING_READ'],
  rights: { create: ['TRAINING_EDIT'], edit: ['TRAINING_EDIT'] },
  source: {
    list: { document: COURSES, root: 'courses', isExported: true },
    one: { document: COURSE, root: 'course' },
    create: { document: COURSE_CREATE, root: 'courseCreate', record: 'course', input: newCourse },
    update: {
      document: COURSE_UPDATE,
      root: 'courseUpdate',
      record: 'course',
      input: (values, previous) => changed(inForm(values), inForm(previous ?? {})),
    },
    shape: (row) => ({ ...row, providerId: (row.provider as { id: string } | null)?.id ?? null }),
  },
  list: lazy(() => import('./CourseList.js')),
  show: lazy(() => import('./CourseShow.js')),
  create: lazy(() => import('./CourseCreate.js')),
  edit: lazy(() => import('./CourseEdit.js')),
  routes: [{ path: 'courses/:id/sessions/*', element: <SessionPage /> }],
  householdSections: [householdCourses],
  letter: 'c',
  recordRepresentation: 'title',
};

/** How far training has reached. */
export const trainingCoverage: Area = {
  name: 'trainingCoverage',
  floor: 'oversight',
  icon: CoverageIcon,
  permissions: ['TRAINING_REPORT'],
  list: lazy(() => import('./Coverage.js')),
  letter: 'v',
};

const SAID = ['title', 'audiences', 'capacity', 'startsOn', 'endsOn', 'providerId'];

function inForm(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(SAID.filter((field) => field in values).map((field) => [field, values[field]]));
}

/** What a form gives of a new course; a class group stands on each line, its level after a space. */
function newCourse({ groupLines, ...values }: Record<string, unknown>): Record<string, unknown> {
  const lines = String(groupLines ?? '')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([name]) => name);
  const classGroups = lines.map(([name, level]) => ({ name, level: level ?? null }));
  const given: Record<string, unknown> = { ...values, ...(classGroups.length > 0 && { classGroups }) };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '' && value !== null));
}

export { knowHowGaps, knowHowHolders, levelTests, trainingCertificates, trainingDemands } from './learning.js';
