import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../support/actors.js';
import { data, useRecords } from '../support/app.js';
import { stationId } from '../support/programmes.js';

beforeAll(() => useRecords());

const counts = `query ($within: ID!, $status: [BeneficiaryStatus!]) {
  households(where: { within: $within, status: { in: $status } }) { totalCount }
  persons(where: { within: $within }) { totalCount } }`;

/** How many households of a status, and how many people of any, are on the register below a station. */
async function countAt(code: string, status: string[] | null = null): Promise<[households: number, people: number]> {
  const within = await stationId(code);
  const { households, persons } = await data(actors.admin(code.slice(0, 6)), counts, { within, status });
  return [households.totalCount, persons.totalCount];
}

describe('the register that the articles count on', () => {
  it('holds 342 households with 1,499 people who were ever registered in Yengisar’s village, and 101 cadres', async () => {
    expect(await countAt('653123204203', ['REGISTERED'])).toEqual([342, 1499 + 101]);
    expect((await countAt('653123204203', ['EXITED']))[0]).toBe(182);
  });

  it('holds the 92 households of Yumen Town, in three villages', async () => {
    expect((await countAt('620981101', ['REGISTERED']))[0]).toBe(92);
  });

  it('holds 63 and 43 households at 胜垌 and 大献 beside the 230 that were given chicks', async () => {
    expect((await countAt('450481108'))[0]).toBe(336);
  });
});
