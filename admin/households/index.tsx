import PersonIcon from '@mui/icons-material/BadgeOutlined';
import HouseholdIcon from '@mui/icons-material/CottageOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { changed } from '../provider/data.js';
import { HOUSEHOLD_CREATE, HOUSEHOLDS, PERSON, PERSON_CREATE, PERSON_UPDATE, PERSONS } from './households.documents.js';

const HouseholdList = lazy(() => import('./HouseholdList.js'));
const HouseholdFile = lazy(() => import('./HouseholdFile.js'));
const HouseholdCreate = lazy(() => import('./HouseholdCreate.js'));
const HouseholdPrint = lazy(() => import('./HouseholdPrint.js'));
const PersonList = lazy(() => import('./PersonList.js'));
const PersonShow = lazy(() => import('./PersonShow.js'));
const PersonCreate = lazy(() => import('./PersonCreate.js'));
const PersonEdit = lazy(() => import('./PersonEdit.js'));
const PersonDoubles = lazy(() => import('./PersonDoubles.js'));

type Values = Record<string, unknown>;

/** Households: the register by preset tabs, and the file of each. */
export const households: Area = {
  name: 'households',
  floor: 'people',
  icon: HouseholdIcon,
  permissions: ['HOUSEHOLD_READ'],
  rights: { create: ['HOUSEHOLD_EDIT'] },
  source: {
    list: { document: HOUSEHOLDS, root: 'households', isExported: true },
    create: { document: HOUSEHOLD_CREATE, root: 'householdCreate', record: 'household', input: filled },
  },
  list: HouseholdList,
  show: HouseholdFile,
  create: HouseholdCreate,
  prints: [{ path: 'print/households/:id', element: <HouseholdPrint /> }],
  letter: 'h',
  recordRepresentation: 'headName',
};

const known = ['name', 'sex', 'birthDay', 'canWork', 'isStudent'] as const;

/** People of the register. */
export const persons: Area = {
  name: 'persons',
  floor: 'people',
  icon: PersonIcon,
  permissions: ['HOUSEHOLD_READ'],
  rights: { create: ['HOUSEHOLD_EDIT'], edit: ['HOUSEHOLD_EDIT'] },
  source: {
    list: { document: PERSONS, root: 'persons', isExported: true },
    one: { document: PERSON, root: 'person' },
    create: { document: PERSON_CREATE, root: 'personCreate', record: 'person', input: filled },
    update: { document: PERSON_UPDATE, root: 'personUpdate', record: 'person', input: corrected },
  },
  list: PersonList,
  show: PersonShow,
  create: PersonCreate,
  edit: PersonEdit,
  routes: [{ path: 'persons/doubles', element: <PersonDoubles /> }],
  recordRepresentation: 'name',
};

/** What the form holds, without the fields that were left empty. */
function filled(values: Values): Values {
  const isFilled = ([, value]: [string, unknown]) => value !== '' && value !== null && value !== undefined;
  return Object.fromEntries(Object.entries(values).filter(isFilled));
}

/** What differs; a number goes only when it was typed anew, for the form never holds the old one. */
function corrected(mine: Values, base: Values = {}): Values {
  const pick = (values: Values) => Object.fromEntries(known.map((field) => [field, values[field] ?? null]));
  const { idNumber, phone } = filled(mine);
  return { ...changed(pick(mine), pick(base)), ...(idNumber ? { idNumber } : {}), ...(phone ? { phone } : {}) };
}
