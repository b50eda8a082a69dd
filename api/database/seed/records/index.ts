import type { EntityManager } from '@mikro-orm/postgresql';
import { countiesOf, type RecordsCounty } from './county.js';
import { seedHouseholds } from './households.js';
import { seedIndustry } from './industry.js';
import { seedJobs } from './jobs.js';
import { seedLevelTests } from './levelTests.js';
import { seedProjects } from './projects.js';
import { seedTraining } from './training.js';

/** One room's records of a county; the session has entered it, and answers a word for the progress. */
type Seed = (em: EntityManager, county: RecordsCounty) => Promise<number>;

/** In the order in which they need one another. */
const seeds: readonly (readonly [says: string, seed: Seed])[] = [
  ['households', seedHouseholds],
  ['attendances', seedTraining],
  ['test results, know-how holders and wishes', seedLevelTests],
  ['distributions and livestock contracts', seedIndustry],
  ['jobs', seedJobs],
  ['records of village projects', seedProjects],
];

/** Loads the records that the articles count, person by person and household by household; the counties and their programmes are there. */
export async function seedRecords(
  em: EntityManager,
  enter: (tenantId: number) => Promise<unknown>,
  progress: (line: string) => void = () => {},
): Promise<void> {
  for (const county of await countiesOf(em, enter)) {
    await enter(county.tenantId);
    em.clear();
    const counts: string[] = [];
    for (const [says, seed] of seeds) {
      const count = await seed(em, county);
      if (count > 0) counts.push(`${count} ${says}`);
      em.clear();
    }
    progress(`${county.code}: ${counts.join(', ')}`);
  }
}
