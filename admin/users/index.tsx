import PeopleIcon from '@mui/icons-material/PeopleAltOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { USER, USER_CREATE, USER_UPDATE, USERS } from './users.documents.js';

/** Accounts: who works here, which roles they hold, and why they may do what they do. */
export const users: Area = {
  name: 'users',
  floor: 'people',
  icon: PeopleIcon,
  permissions: ['USER_READ'],
  rights: { create: ['USER_EDIT'], edit: ['USER_EDIT'] },
  source: {
    list: { document: USERS, root: 'users', isExported: true },
    one: { document: USER, root: 'user' },
    create: { document: USER_CREATE, root: 'userCreate', record: 'user' },
    update: { document: USER_UPDATE, root: 'userUpdate', record: 'user' },
    shape: (row) => ({ ...row, stationId: (row.station as { id: string } | null)?.id ?? null }),
  },
  list: lazy(() => import('./UserList.js')),
  show: lazy(() => import('./UserShow.js')),
  edit: lazy(() => import('./UserEdit.js')),
  create: lazy(() => import('./UserCreate.js')),
  letter: 'u',
  recordRepresentation: 'name',
};
