import { checkCharacter, inventedRegion } from '../../api/households/index.js';
import type { Actor } from './actors.js';
import { data } from './app.js';
import type { Made } from './make.js';

/** A household at a station, made through the API by somebody who keeps the register there. */
export async function makeHousehold(
  by: Actor,
  stationId: string,
  input: object = {},
): Promise<Made & { code: string }> {
  const said = await data(
    by,
    `mutation ($input: HouseholdCreateInput!) {
       householdCreate(input: $input) { record: household { id version code } errors { path message } } }`,
    { input: { stationId, from: '2016-01-01', ...input } },
  );
  return recordOf(said.householdCreate);
}

/** A person in a household (`householdId`, `relation`), or a cadre of a station (`stationId`). */
export async function makePerson(by: Actor, input: Record<string, unknown>): Promise<Made & { name: string }> {
  const said = await data(
    by,
    `mutation ($input: PersonCreateInput!) {
       personCreate(input: $input) { record: person { id version name } errors { path message } } }`,
    { input: { from: '2016-01-01', ...input } },
  );
  return recordOf(said.personCreate);
}

/** A member of a household, with the membership. */
export interface Member {
  id: string;
  membership: string;
}

/** A household of three: head, spouse and child. */
export async function makeFamily(
  by: Actor,
  stationId: string,
  names: readonly string[] = ['李安', '王惠', '李和'],
): Promise<Made & { code: string; members: Member[] }> {
  const { id } = await makeHousehold(by, stationId);
  for (const [i, relation] of ['HEAD', 'SPOUSE', 'CHILD'].entries())
    await makePerson(by, { householdId: id, relation, name: names[i] });
  const query = `query ($id: ID!) { household(id: $id) { id version code memberships { id relation person { id } } } }`;
  const { household } = await data(by, query, { id });
  const order = ['HEAD', 'SPOUSE', 'CHILD'];
  const rows = household.memberships as { id: string; relation: string; person: { id: string } }[];
  const members = rows.sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation));
  return { ...household, members: members.map((row) => ({ id: row.person.id, membership: row.id })) };
}

/** What a household may be given: a status since a day. */
export async function makeStatus(by: Actor, householdId: string, input: object = {}): Promise<{ id: string }> {
  const said = await data(
    by,
    `mutation ($input: HouseholdStatusGiveInput!) {
       householdStatusGive(input: $input) { record: householdStatus { id } errors { path message } } }`,
    { input: { householdId, status: 'EXITED', from: '2019-12-01', ...input } },
  );
  return recordOf(said.householdStatusGive);
}

/** A household that was struck off, as the change that did it. */
export async function makeClosed(by: Actor, { id, version }: Made): Promise<{ id: string }> {
  const said = await data(
    by,
    `mutation ($id: ID!, $version: Int!) { householdClose(id: $id, version: $version, input: { reason: "迁出（示例）" }) {
       record: householdChange { id } errors { path message } } }`,
    { id, version },
  );
  return recordOf(said.householdClose);
}

/** The record of a payload, which must be there. */
export function recordOf<T = Made>(payload: { record: T | null; errors: unknown[] }): T {
  if (!payload.record) throw new Error(`It was not made: ${JSON.stringify(payload.errors)}`);
  return payload.record;
}

let serial = 0;

/** A checksum-valid identity number of a region that does not exist, another one each time. */
export function inventedNumber(): string {
  serial += 1;
  const digits = `${inventedRegion}19800${1 + Math.floor(serial / 250)}01${String(serial % 500).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}
