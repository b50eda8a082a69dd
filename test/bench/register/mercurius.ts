import type { Foreign } from '../peers/load.js';
import type { Asked, Asking } from '../peers/mercurius.parts.js';
import { today } from '../peers/scope.js';
import { under } from '../statements.js';
import { insertRow } from './insertRow.js';
import { insertHousehold, numbered } from './statements.js';

/** The register in the schema of Mercurius, its statements, resolvers and loaders. */
export const types = `
  type Person { id: ID! name: String! sex: String birthDay: String }
  type Membership { relation: String! validFrom: String! person: Person }
  type HouseholdPlace { validFrom: String! reason: String place: Station }
  type Household { id: ID! code: String! headName: String! address: String version: Int! isClosed: Boolean! station: Station
    memberships: [Membership!]! places: [HouseholdPlace!]! }
  type HouseholdConnection { totalCount: Int! nodes: [Household!]! pageInfo: PageInfo! }
  type Enrolment { id: ID! no: Int! state: String! stateSince: String! person: Person household: Household }
  type EnrolmentConnection { nodes: [Enrolment!]! }
  type Course { id: ID! title: String! startsOn: String! endsOn: String! capacity: Int! version: Int! station: Station
    enrolments(first: Int!): EnrolmentConnection! }
  type CourseConnection { nodes: [Course!]! pageInfo: PageInfo! }
  type CreatePayload { household: Household errors: [UserError!]! }
  input HouseholdFilter { within: ID! }
  input HouseholdCreateInput { stationId: ID! code: String address: String }`;
export const queryField = `households(first: Int!, where: HouseholdFilter!): HouseholdConnection!
  courses(first: Int!, after: String): CourseConnection!`;
export const mutationField = 'householdCreate(input: HouseholdCreateInput!): CreatePayload!';

const household = `h.id, h.code, h.head_name as "headName", h.address, h.version, h.is_closed as "isClosed", h.station_id`;
const course = `c.id, c.title, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", c.capacity, c.version, c.station_id`;
const latest = 'order by c.starts_on desc, c.id desc limit';
const within = `h.tenant_id = $1 and not h.is_closed and h.station_id in (select id from under)`;

export const sql = {
  within: `with recursive ${under('$1', '$3', '$4')} select ${household} from household h where ${within} order by h.pinyin, h.id limit $2`,
  countWithin: `with recursive ${under('$1', '$2', '$3')} select count(*)::int as many from household h where ${within}`,
  courses: `select ${course} from course c where c.tenant_id = $1 ${latest} $2`,
  coursesAfter: `select ${course} from course c where c.tenant_id = $1 and (c.starts_on, c.id) < ($3::date, $4::uuid) ${latest} $2`,
  memberships: `select m.household_id as key, m.relation, m.valid_from::text as "validFrom", m.person_id
    from membership m where m.tenant_id = $1 and m.household_id = any($2::uuid[]) order by m.valid_from, m.id`,
  places: `select p.household_id as key, p.valid_from::text as "validFrom", p.reason, p.place_id as station_id
    from household_place p where p.tenant_id = $1 and p.household_id = any($2::uuid[]) order by p.valid_from, p.id`,
  enrolments: `select e.course_id as key, e.id, e.no, e.state, e.state_since::text as "stateSince", e.person_id, e.household_id from unnest($2::uuid[]) k (id)
    cross join lateral (select * from enrolment e where e.tenant_id = $1 and e.course_id = k.id order by e.no, e.id limit $3) e`,
  persons: `select n.id, n.name, n.sex, n.birth_day::text as "birthDay" from person n where n.tenant_id = $1 and n.id = any($2::uuid[])`,
  households: `select ${household} from household h where h.tenant_id = $1 and h.id = any($2::uuid[])`,
  insert: insertHousehold(numbered),
} as const;

type Named = keyof typeof sql;
type Context = { db: Asking };

/** What a page goes on from: the last row before it. */
export const cursorOf = ({ starts_on, id }: Record<string, unknown>) =>
  Buffer.from(JSON.stringify([starts_on, id])).toString('base64url');

async function householdPage(_: unknown, { first, where }: Foreign, { db }: Context): Promise<object> {
  const { tenantId } = db.scope;
  const found = await db.ask('within', [tenantId, first + 1, where.within, today()]);
  return {
    nodes: found.slice(0, first),
    totalCount: async () => (await db.ask('countWithin', [tenantId, where.within, today()]))[0].many,
    pageInfo: { hasNextPage: found.length > first },
  };
}

async function coursePage(_: unknown, { first, after }: Foreign, { db }: Context): Promise<object> {
  const { tenantId } = db.scope;
  const found = after
    ? await db.ask('coursesAfter', [tenantId, first + 1, ...JSON.parse(Buffer.from(after, 'base64url').toString())])
    : await db.ask('courses', [tenantId, first + 1]);
  return { nodes: found.slice(0, first), pageInfo: { hasNextPage: found.length > first } };
}

async function create(_: unknown, { input }: Foreign, { db }: Context): Promise<object> {
  const { stationId: station, ...same } = input;
  const [made] = await db.ask('insert', insertRow(db.scope, { station, ...same }, today()));
  const [record] = await db.ask('households', [db.scope.tenantId, [made.id]]);
  return { household: record, errors: [] };
}

/** The rows of every parent by one statement. */
function manyOf(name: Named) {
  return async (asked: Asked, { db }: Context): Promise<object[][]> => {
    const rows = await db.ask(name, [db.scope.tenantId, asked.map(({ obj }) => obj.id)]);
    const byParent = Map.groupBy(rows, (row) => row.key);
    return asked.map(({ obj }) => byParent.get(obj.id) ?? []);
  };
}

/** The row that each names by one statement. */
function oneOf(name: Named, column: string) {
  return async (asked: Asked, { db }: Context): Promise<(object | null)[]> => {
    const rows = await db.ask(name, [db.scope.tenantId, [...new Set(asked.map(({ obj }) => obj[column]))]]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return asked.map(({ obj }) => byId.get(obj[column]) ?? null);
  };
}

async function enrolmentsOf(asked: (Asked[number] & { params?: Foreign })[], { db }: Context): Promise<object[]> {
  const first = asked[0]?.params?.first ?? 25;
  const rows = await db.ask('enrolments', [db.scope.tenantId, asked.map(({ obj }) => obj.id), first]);
  const byCourse = Map.groupBy(rows, (row) => row.key);
  return asked.map(({ obj }) => ({ nodes: byCourse.get(obj.id) ?? [] }));
}

export const resolvers = {
  Query: { households: householdPage, courses: coursePage },
  types: {
    Mutation: { householdCreate: create },
    HouseholdConnection: { totalCount: (connection: Foreign) => connection.totalCount() },
  },
};

const uncached = (loader: Foreign) => ({ loader, opts: { cache: false } });

export const loaders = (stationsOf: Foreign) => ({
  Household: {
    station: uncached(stationsOf),
    memberships: uncached(manyOf('memberships')),
    places: uncached(manyOf('places')),
  },
  Membership: { person: uncached(oneOf('persons', 'person_id')) },
  HouseholdPlace: { place: uncached(stationsOf) },
  Course: { station: uncached(stationsOf), enrolments: uncached(enrolmentsOf) },
  Enrolment: {
    person: uncached(oneOf('persons', 'person_id')),
    household: uncached(oneOf('households', 'household_id')),
  },
});
