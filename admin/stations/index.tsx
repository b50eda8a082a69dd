import StationsIcon from '@mui/icons-material/AccountTreeOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { whereOf } from '../provider/data.js';
import { CLOSED_STATIONS } from './stations.documents.js';

const StationsPage = lazy(() => import('./StationsPage.js'));
const ClosedStations = lazy(() => import('./ClosedStations.js'));

/** The station tree. One route serves the tree and every station in it, so that the tree stays as it is while one walks it. */
export const stations: Area = {
  name: 'stations',
  floor: 'people',
  icon: StationsIcon,
  permissions: ['STATION_READ'],
  letter: 's',
  isOnPhoneBar: true,
  source: {
    list: {
      document: CLOSED_STATIONS,
      root: 'stations',
      where: (filter) => ({ ...whereOf(filter), isOpen: false }),
    },
  },
  routes: [
    { path: 'stations/closed', element: <ClosedStations /> },
    { path: 'stations/*', element: <StationsPage /> },
  ],
};
