import type { EntityManager } from '@mikro-orm/postgresql';
import { registerBrief, registerForm } from '../../../reports/index.js';
import type { DemoCounty } from '../counties.js';
import { demoBriefs } from './briefs.js';
import { demoForms } from './forms.js';

/** Enters a county's briefs and forms; their figures are counted when they are read. */
export async function seedReports(em: EntityManager, { tenantId, code, stations }: DemoCounty): Promise<void> {
  const at = (station: string) => {
    const found = stations.get(station);
    if (!found) throw new Error(`Demo station ${station} is not in the tree of ${code}.`);
    return found.id;
  };
  for (const { at: station, ...brief } of demoBriefs.filter((one) => one.at.startsWith(code)))
    registerBrief(em, { tenantId, stationId: at(station), ...brief });
  for (const { at: station, ...form } of demoForms.filter((one) => one.at.startsWith(code)))
    registerForm(em, { tenantId, stationId: at(station), ...form });
  await em.flush();
}
