import { type Actor, actors } from './actors.js';
import { data } from './app.js';
import { makeHousehold, makePerson, recordOf } from './households.js';
import { type Made, make, programmeInput } from './make.js';

let serial = 0;

/** An item of the catalogue, counted in plants unless told otherwise. */
export async function makeItem(by: Actor, units: readonly string[] = ['PLANT']): Promise<Made> {
  serial += 1;
  const said = await data(
    by,
    `mutation ($input: DistributionItemCreateInput!) {
       distributionItemCreate(input: $input) { record: distributionItem { id } errors { path message } } }`,
    { input: { name: `示例品目${serial}${by.account}`, units } },
  );
  return recordOf(said.distributionItemCreate);
}

/** Enters what a household was given; answers the line. */
export async function makeDistribution(by: Actor, input: Record<string, unknown>): Promise<Made> {
  const said = await data(
    by,
    `mutation ($input: DistributionsCreateInput!) {
       distributionsCreate(input: $input) { entry { rows { distribution { id } } } errors { path message } } }`,
    { input },
  );
  const [row] = said.distributionsCreate.entry?.rows ?? [];
  return recordOf({ record: row?.distribution ?? null, errors: said.distributionsCreate.errors });
}

/** What a household would like. */
export async function makeIntention(by: Actor, input: Record<string, unknown>): Promise<Made> {
  const said = await data(
    by,
    `mutation ($input: IntentionCreateInput!) {
       intentionCreate(input: $input) { record: intention { id version } errors { path message } } }`,
    { input },
  );
  return recordOf(said.intentionCreate);
}

/** What a village goes in for. */
export async function makeSpecialty(by: Actor, input: Record<string, unknown>): Promise<Made> {
  const said = await data(
    by,
    `mutation ($input: VillageSpecialtyCreateInput!) {
       villageSpecialtyCreate(input: $input) { record: villageSpecialty { id version } errors { path message } } }`,
    { input },
  );
  return recordOf(said.villageSpecialtyCreate);
}

/** A cooperative at a station. */
export async function makeCooperative(by: Actor, stationId: string): Promise<Made> {
  serial += 1;
  const said = await data(
    by,
    `mutation ($input: CooperativeCreateInput!) {
       cooperativeCreate(input: $input) { record: cooperative { id } errors { path message } } }`,
    { input: { stationId, name: `示例合作社${serial}${by.account}` } },
  );
  return recordOf(said.cooperativeCreate);
}

/** A contract by which a household entrusts seven sheep, unless told otherwise. */
export async function makeContract(by: Actor, input: Record<string, unknown>): Promise<Made> {
  const said = await data(
    by,
    `mutation ($input: LivestockContractCreateInput!) {
       livestockContractCreate(input: $input) { record: livestockContract { id version } errors { path message } } }`,
    { input: { mode: 'AGENT_RAISE', species: 'SHEEP', head: 7, ...input } },
  );
  return recordOf(said.livestockContractCreate);
}

const steps = ['Check', 'Sign', 'Start'] as const;

/** The contract as many steps on: 1 checked, 2 signed, 3 running. */
export async function stepContract(by: Actor, made: Made, count: number, onDay: string): Promise<Made> {
  let now = made;
  for (const step of steps.slice(0, count)) {
    const said = await data(
      by,
      `mutation ($id: ID!, $version: Int!, $onDay: Date!) {
         step: livestockContract${step}(id: $id, version: $version, onDay: $onDay) {
           record: livestockContract { id version } errors { path message } } }`,
      { id: now.id, version: now.version, onDay },
    );
    now = recordOf(said.step);
  }
  return now;
}

/** The instalments of a contract, in order. */
export async function instalmentsOf(by: Actor, id: string): Promise<Made[]> {
  const query = 'query ($id: ID!) { livestockContract(id: $id) { instalments { id version headDue dueOn kind } } }';
  return (await data(by, query, { id })).livestockContract.instalments;
}

/** A delivery of an instalment. */
export async function makeDelivery(by: Actor, id: string, input: Record<string, unknown>): Promise<Made> {
  const said = await data(
    by,
    `mutation ($id: ID!, $input: LivestockInstalmentDeliverInput!) {
       livestockInstalmentDeliver(id: $id, input: $input) { record: livestockDelivery { id } errors { path message } } }`,
    { id, input: { kind: 'IN_KIND', ...input } },
  );
  return recordOf(said.livestockInstalmentDeliver);
}

/** A running programme with an item, a village's household that was given some of it, and a signed contract of the same household. */
export async function industryRecords(editor: Actor, town: string): Promise<Record<string, string>> {
  const [word, county] = [editor.account?.split(/[.@]/)[1] ?? '', editor.account?.split('@')[1] ?? ''];
  let programme = await make.programme(editor, 'industry', programmeInput('industry', town));
  for (const step of ['Submit', 'Approve', 'Start'])
    programme = await make.step(step === 'Approve' ? actors.office(word, county) : editor, 'industry', step, programme);
  const query = 'query ($within: ID!) { stations(where: { within: $within }) { nodes { id name level } } }';
  const { stations } = await data(editor, query, { within: town });
  const village = stations.nodes.find((one: { level: string }) => one.level === 'VILLAGE');
  const clerk = actors.clerk(word, county);
  const household = await makeHousehold(clerk, village.id);
  const head = await makePerson(clerk, { householdId: household.id, relation: 'HEAD', name: '赵和平' });
  const item = await makeItem(editor);
  const rows = [{ householdId: household.id, quantity: { amount: '100', unit: 'PLANT' }, isSigned: true }];
  await makeDistribution(editor, { programmeId: programme.id, itemId: item.id, onDay: '2026-05-06', rows });
  const cooperative = await makeCooperative(editor, town);
  const terms = {
    householdId: household.id,
    programmeId: programme.id,
    cooperativeId: cooperative.id,
    startsOn: '2026-03-01',
  };
  const contract = await stepContract(editor, await makeContract(editor, terms), 3, '2026-03-01');
  return {
    ...{
      programme: programme.id,
      village: village.id,
      villageName: village.name,
      household: household.id,
      head: head.name,
    },
    ...{ code: household.code, item: item.id, contract: contract.id },
  };
}
