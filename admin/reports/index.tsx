import ReportIcon from '@mui/icons-material/TableChartOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';

const Report = lazy(() => import('./Report.js'));
const ReportRows = lazy(() => import('./ReportRows.js'));
const ReportPrint = lazy(() => import('./ReportPrint.js'));

/** The report builder, the rows behind its figures, and its sheet of paper. */
export const reports: Area = {
  name: 'reports',
  floor: 'oversight',
  icon: ReportIcon,
  permissions: ['REPORT_READ'],
  letter: 'r',
  list: Report,
  routes: [{ path: 'reports/rows', element: <ReportRows /> }],
  prints: [{ path: 'print/report', element: <ReportPrint /> }],
};
