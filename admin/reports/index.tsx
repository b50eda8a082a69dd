import ReportIcon from '@mui/icons-material/TableChartOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';

const Report = lazy(() => import('./Report.js'));
const ReportRows = lazy(() => import('./ReportRows.js'));

/** The cross-town report and the rows behind its figures. */
export const reports: Area = {
  name: 'reports',
  floor: 'oversight',
  icon: ReportIcon,
  permissions: ['REPORT_READ'],
  letter: 'r',
  list: Report,
  routes: [{ path: 'reports/rows', element: <ReportRows /> }],
};
