import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { makeClosed, makeFamily, makeHousehold, makePerson, makeStatus } from '../../support/households.js';

const reason = '示例事由';

/** Households of a town as life has them: split, moved, struck off, with statuses that ended, doubles, and cadres of none. */
export async function enrichRegister(
  county: string,
  word: string,
  [town, village]: readonly [string, string],
): Promise<void> {
  const clerk = actors.clerk(word, county);
  const family = await makeFamily(clerk, town, ['何 "引号"', '马惠', '何和']);
  await makeStatus(clerk, family.id, { status: 'REGISTERED', from: '2016-01-01', to: '2018-12-01' });
  await makeStatus(clerk, family.id);
  const leaving = await makeFamily(clerk, town, ['马安', '马惠', '马和']);
  const split = `mutation ($id: ID!, $version: Int!, $input: HouseholdSplitInput!) {
    householdSplit(id: $id, version: $version, input: $input) { errors { message } } }`;
  const members = [{ personId: leaving.members[2]?.id, relation: 'HEAD' }];
  await data(clerk, split, {
    id: leaving.id,
    version: leaving.version,
    input: { members, from: '2021-05-01', reason },
  });
  const moving = await makeHousehold(clerk, town);
  const move = `mutation ($id: ID!, $version: Int!, $input: HouseholdMoveInput!) {
    householdMove(id: $id, version: $version, input: $input) { errors { message } } }`;
  await data(clerk, move, {
    id: moving.id,
    version: moving.version,
    input: { stationId: village, from: '2020-01-01', reason },
  });
  await makeClosed(clerk, await makeHousehold(clerk, village));
  for (const name of ['黄同', '黄同', '黄异'])
    await makePerson(clerk, { householdId: family.id, relation: 'OTHER', name, birthDay: '1971-02-03' });
  await makePerson(clerk, { stationId: town, name: '王干', phone: '13800138000' });
}
