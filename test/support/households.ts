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
