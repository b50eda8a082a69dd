import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../support/actors.js';
import { app, data, useRecords } from '../support/app.js';
import { stationId } from '../support/programmes.js';

beforeAll(async () => {
  useRecords();
  await app();
}, 180_000);

const county = '653123';
const village = '653123204203';
const editor = actors.editor('industry', 'setili', county);

describe('the breeding zone of Yengisar’s village', () => {
  it('is built and in use for 3,000,000.00 yuan, no step skipped (YJ09)', async () => {
    const { industryProgrammes } = await data(
      editor,
      `{ industryProgrammes(where: { category: { in: [BREEDING_ZONE] }, isVillageProject: true }) { nodes {
         title state budget fundLines { source amount } constructionSteps { stage on missing } } } }`,
    );
    const [zone] = industryProgrammes.nodes;
    expect(industryProgrammes.nodes).toHaveLength(1);
    expect(zone).toMatchObject({ state: 'ACCEPTED', fundLines: [{ amount: '3000000.00' }] });
    expect(zone.constructionSteps.map((step: { stage: string; on: string }) => [step.stage, step.on])).toEqual([
      ['CONSULTED', '2018-03-01'],
      ['PUBLISHED', '2018-03-16'],
      ['APPROVED', '2018-03-20'],
      ['BUILDING', '2018-04-01'],
      ['COMPLETED', '2019-01-15'],
      ['IN_USE', '2019-01-25'],
    ]);
  });

  it('is expected to pay 685 people 547.50 yuan each, 375,037.50 in all, marked as an estimate (YJ10, YJ11, YJ12)', async () => {
    const { dividendPlans } = await data(
      editor,
      `{ dividendPlans { nodes { year state isEstimate perHead total shareCount snapshotOn remainderRule
         shares(first: 100) { totalCount nodes { amount payee householdCode } } } } }`,
    );
    const [plan] = dividendPlans.nodes;
    expect(plan).toMatchObject({ year: 2019, state: 'ESTIMATED', isEstimate: true, perHead: '547.50' });
    expect(plan).toMatchObject({ total: '375037.50', shareCount: 685, snapshotOn: '2019-01-31' });
    expect(plan.shares.totalCount).toBe(685);
    expect(new Set(plan.shares.nodes.map((share: { amount: string }) => share.amount))).toEqual(new Set(['547.50']));
    expect(plan.remainderRule).toBe('每份 547.50 元，没有余数。');
  });
});

describe('the fund projects of 2019', () => {
  it('are six, one of each category of the article, with the rows behind each figure (YJ13)', async () => {
    const { villageProjectReport, industryProgrammes } = await data(
      editor,
      `query ($within: ID!) {
         villageProjectReport(period: { from: "2019-01-01", to: "2019-12-31" }, within: $within, fundSource: FISCAL_SPECIAL) {
           figures { category projects budget households stepsMissing } }
         industryProgrammes(where: { isVillageProject: true, within: $within, category: { in: [COURTYARD] },
           period: { from: "2019-01-01", to: "2019-12-31" } }) { totalCount nodes { budget fundLines { source } } } }`,
      { within: await stationId(village) },
    );
    expect(villageProjectReport.figures.map((figure: { category: string }) => figure.category)).toEqual([
      'COURTYARD',
      'CROPS_AND_LIVESTOCK',
      'FIELD_INFRASTRUCTURE',
      'HOUSING_SAFETY',
      'ORCHARD_QUALITY',
      'SATELLITE_FACTORY',
    ]);
    const [courtyard] = villageProjectReport.figures;
    expect(courtyard).toEqual({
      category: 'COURTYARD',
      projects: 1,
      budget: '342000.00',
      households: 342,
      stepsMissing: 0,
    });
    expect(industryProgrammes).toMatchObject({
      totalCount: 1,
      nodes: [{ budget: '342000.00', fundLines: [{ source: 'FISCAL_SPECIAL' }] }],
    });
  });
});
