import { actors } from '../../support/actors.js';
import { briefInput, formInput, makeReports } from '../../support/reports.js';
import type { Entry } from '../everyPage.pages.js';

/** The pages of what is made of reports: an edition, a brief and a form of the county, and the same read for another period. */
export async function editionPages(county: string): Promise<Record<string, Entry>> {
  const by = actors.director();
  const { id: edition } = await makeReports.edition(by);
  const { id: brief } = await makeReports.brief(by, briefInput(county));
  const { id: form } = await makeReports.form(by, formInput(county));
  const other = 'period=2024-Q1&asOf=2024-03-31';
  return {
    editions: { by, id: edition },
    briefs: { by, id: brief, more: { quarter: `/briefs/${brief}/show?${other}` } },
    reportForms: { by, id: form, more: { quarter: `/reportForms/${form}/show?${other}` } },
  };
}
