/**
 * Reports read every room below and write no record of theirs. `crossTownReport` is the partners' contract of old; `report` answers
 * whatever the catalogue of metrics defines (metric.ts says how its parts fit, and what those who build on them may take). On it stand
 * `editions/`, reports that are frozen; `briefs/` and `forms/`, whose texts and cells name figures in the syntax of `templates/`.
 */
import './policy.js';
import { Brief } from './briefs/brief.js';
import { briefs } from './briefs/brief.resolver.js';
import { CrossTownReportResolver } from './crossTownReport.resolver.js';
import { Edition, EditionComment, EditionFigures } from './editions/edition.js';
import { editions } from './editions/edition.resolver.js';
import { ReportForm } from './forms/reportForm.js';
import { reportForms } from './forms/reportForm.resolver.js';
import { ReportCellsResolver, ReportLinesResolver, ReportResolver } from './report.resolver.js';
import { ReportLineResolver, ReportRowResolver } from './reportStation.resolver.js';

export { type NewBrief, registerBrief } from './briefs/brief.service.js';
export { MetricKey, metricNamed, metricOf, metrics } from './catalogue.js';
export { nameOf } from './cells.js';
export { fillForm } from './forms/fill.js';
export { FilledCell, FilledForm } from './forms/reportForm.input.js';
export { type NewForm, registerForm } from './forms/reportForm.service.js';
export { MetricCounts, MetricFalls, ReportComparison, ReportSplit } from './metric.enums.js';
export { isAdditive, type Metric, rowPermissions } from './metric.js';
export { factsOf, MetricFacts } from './metricFacts.js';
export { daysOf, ReportPeriodInput } from './period.js';
export { MetricCell, Report, ReportLine, ReportRow, ReportRowConnection } from './report.js';
export { reportOf } from './report.service.js';
export { rowsOf } from './reportRows.js';
export { smallestShown } from './smallCells.js';

export const entities = [Edition, EditionFigures, EditionComment, Brief, ReportForm] as const;
export const resolvers = [
  CrossTownReportResolver,
  ReportResolver,
  ReportLinesResolver,
  ReportCellsResolver,
  ReportLineResolver,
  ReportRowResolver,
  editions.resolver,
  briefs.resolver,
  reportForms.resolver,
] as const;
