import type { Shape } from '../contestant.js';
import { generated, ownFunction } from './generated.js';
import { settled } from './index.js';

/** The register by the names that PostGraphile gives, and its answers in Lianxin's shapes. */

const byName = 'orderBy: [PINYIN_ASC, ROW_ID_ASC]';
const latest = 'orderBy: [STARTS_ON_DESC, ROW_ID_DESC]';
const inOrder = 'orderBy: [VALID_FROM_ASC, ROW_ID_ASC]';
const station = 'station: stationByTenantIdAndStationId';
const person = 'person: personByTenantIdAndPersonId { id: rowId name sex birthDay }';
const answer = `{ id: rowId code address headName version isClosed ${station} { id: rowId code name }
  places: householdPlacesByTenantIdAndHouseholdIdList(${inOrder}) { validFrom reason place: stationByTenantIdAndPlaceId { id: rowId name } } }`;

export const documents = {
  q3: `query Q3($within: UUID!) { page: peerHouseholdsWithin(place: $within, first: 25, ${byName}) { totalCount
    nodes { id: rowId code headName address ${station} { id: rowId name }
      memberships: membershipsByTenantIdAndHouseholdIdList(${inOrder}) { relation validFrom ${person} } } pageInfo { hasNextPage } } }`,
  q4: page('', ''),
  q4deep: page('($after: Cursor!)', ', after: $after'),
  insert: generated(answer),
};
export const byOwnFunction = ownFunction(answer);

function page(variables: string, after: string): string {
  return `query Q4${variables} { page: allCourses(first: 20, ${latest}${after}) { nodes { id: rowId title startsOn endsOn capacity version ${station} { id: rowId code name level }
    enrolments: enrolmentsByTenantIdAndCourseIdList(first: 10, orderBy: [NO_ASC, ROW_ID_ASC]) { id: rowId no state stateSince ${person}
      household: householdByTenantIdAndHouseholdId { id: rowId code headName } } } pageInfo { hasNextPage } } }`;
}

/** Asks for the cursor of the last row before the deep page. */
export const cursorText = (offset: number) =>
  `{ page: allCourses(first: 1, offset: ${offset - 1}, ${latest}) { pageInfo { endCursor } } }`;

function courses({ page: found }: Shape): Shape {
  const nodes = found.nodes.map((course: Shape) => ({ ...course, enrolments: { nodes: course.enrolments } }));
  return { ...found, nodes };
}

export function created(household: Shape): unknown {
  return settled({ household, errors: [] });
}

export const readers = {
  q3: ({ page: found }: Shape) => found,
  q4: courses,
  q4deep: courses,
  insert: ({ placeAudit }: Shape) => created(placeAudit.query.result),
};

export { generatedVariables, ownFunctionVariables } from './generated.js';
export { functions } from './postgraphile.setup.js';
