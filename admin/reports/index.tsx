import BriefIcon from '@mui/icons-material/ArticleOutlined';
import FormIcon from '@mui/icons-material/GridOnOutlined';
import EditionIcon from '@mui/icons-material/LockClockOutlined';
import ReportIcon from '@mui/icons-material/TableChartOutlined';
import { lazy } from 'react';
import type { Area } from '../parts/area.js';
import { inputOf } from './briefs/brief.js';
import { BRIEF, BRIEF_CREATE, BRIEF_UPDATE, BRIEFS } from './briefs/briefs.documents.js';
import { EDITION, EDITIONS } from './editions/editions.documents.js';
import { REPORT_FORM, REPORT_FORMS } from './forms/reportForms.documents.js';

const Report = lazy(() => import('./Report.js'));
const ReportRows = lazy(() => import('./ReportRows.js'));
const ReportPrint = lazy(() => import('./ReportPrint.js'));
const EditionPrint = lazy(() => import('./editions/EditionPrint.js'));

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

/** Reports as they were frozen. */
export const editions: Area = {
  name: 'editions',
  floor: 'oversight',
  icon: EditionIcon,
  permissions: ['EDITION_READ'],
  source: {
    list: { document: EDITIONS, root: 'editions' },
    one: { document: EDITION, root: 'edition' },
  },
  list: lazy(() => import('./editions/EditionList.js')),
  show: lazy(() => import('./editions/EditionShow.js')),
  prints: [{ path: 'print/edition/:id', element: <EditionPrint /> }],
  recordRepresentation: 'title',
};

/** Briefs: sentences whose figures are counted when they are read. */
export const briefs: Area = {
  name: 'briefs',
  floor: 'oversight',
  icon: BriefIcon,
  permissions: ['BRIEF_READ'],
  rights: { create: ['BRIEF_EDIT'], edit: ['BRIEF_EDIT'] },
  source: {
    list: { document: BRIEFS, root: 'briefs' },
    one: { document: BRIEF, root: 'brief' },
    create: { document: BRIEF_CREATE, root: 'briefCreate', record: 'brief', input: inputOf },
    update: { document: BRIEF_UPDATE, root: 'briefUpdate', record: 'brief', input: inputOf },
    shape: (row) => ({ ...row, stationId: (row.station as { id: string } | null)?.id }),
  },
  list: lazy(() => import('./briefs/BriefList.js')),
  show: lazy(() => import('./briefs/BriefShow.js')),
  create: lazy(() => import('./briefs/BriefCreate.js')),
  edit: lazy(() => import('./briefs/BriefEdit.js')),
};

/** Forms that higher levels ask for, filled in from the catalogue. */
export const reportForms: Area = {
  name: 'reportForms',
  floor: 'oversight',
  icon: FormIcon,
  permissions: ['REPORT_FORM_READ'],
  source: {
    list: { document: REPORT_FORMS, root: 'reportForms' },
    one: { document: REPORT_FORM, root: 'reportForm' },
  },
  list: lazy(() => import('./forms/FormList.js')),
  show: lazy(() => import('./forms/FormShow.js')),
  recordRepresentation: 'title',
};
