import { type Actor, actors } from '../../support/actors.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { makeJobs } from '../../support/jobs.js';
import { stationId } from '../../support/programmes.js';

interface Pages {
  by: Actor;
  id?: string;
  more?: Record<string, string>;
}

/** The pages of jobs beside those of the programmes themselves, each with a record of Chijin. */
export async function jobPages(): Promise<{ ofProgrammes: Record<string, string>; ofAreas: Record<string, Pages> }> {
  const [by, office, clerk] = [actors.editor('jobs', 'chijin'), actors.office('chijin'), actors.clerk('chijin')];
  const town = await stationId('620981102');
  const home = await makeHousehold(clerk, await stationId('620981102200'));
  const people = [];
  for (const name of ['单明', '李和', '王平']) {
    const input = { householdId: home.id, relation: 'OTHER', name, birthDay: '1985-01-01' };
    people.push((await makePerson(clerk, input)).id);
  }
  const [leaver = '', holder = '', seeking = ''] = people;
  const dispatch = await makeJobs.programme(by, office, town, 'LABOUR_DISPATCH');
  const employer = await makeJobs.employer(by, town);
  const wageBands = [{ grade: 'GENERAL', wageFrom: '3500', basis: 'QUOTED' }];
  const opening = await makeJobs.opening(by, dispatch.id, { employerId: employer.id, headcount: 30, wageBands });
  const { id } = await makeJobs.batch(by, opening.id);
  await makeJobs.departed(by, await makeJobs.members(by, id, [leaver]));
  const posts = await makeJobs.programme(by, office, town, 'PUBLIC_WELFARE');
  const post = await makeJobs.opening(by, posts.id, { title: '城乡保洁岗' });
  await makeJobs.placement(by, { openingId: post.id, personId: holder, validFrom: '2026-03-16' });
  const seeker = await makeJobs.seeker(clerk, seeking);
  const pay = `/jobProgrammes/${posts.id}/pay?month=2026-03`;
  return {
    ofProgrammes: { pay, paper: `/print/paySheet/${posts.id}/2026-03`, posts: `/jobProgrammes/${posts.id}/show` },
    ofAreas: {
      openings: { by, id: post.id, more: { dispatch: `/openings/${opening.id}/show` } },
      dispatchBatches: { by, id },
      checkIns: { by: clerk },
      placements: { by },
      jobSeekers: { by, id: seeker.id },
    },
  };
}
