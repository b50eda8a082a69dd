import { asOwner } from './database.js';
import type { Scope, Scopes } from './peers/scope.js';
import { records } from './records.js';

/** What is measured. Of which records q3, q4 and the insert are asked is said in records.ts. */
export const operationNames = ['q3', 'q4', 'q4deep', 'tree', 'quarter', 'report', 'insert'] as const;
export type OperationName = (typeof operationNames)[number];

/** Operations that only Lianxin and the limit are measured in: nobody else has a catalogue of metrics. */
export const ownOperations: readonly OperationName[] = ['quarter'];
/** Operations that are measured by one asker alone as well. */
export const aloneToo: readonly OperationName[] = ['quarter', 'report'];

/** One thing to ask: in whose name, and with what. */
export interface Question {
  who: string;
  /** The same person in full, for servers that let their clients say who has written. */
  asker: Scope;
  input: Record<string, unknown>;
}

/** What every contestant is told of the generated county before it is asked. */
export interface Facts {
  questions: Readonly<Record<OperationName, Question[]>>;
  scopes: Scopes;
  /** Where the deep page lies: how many rows come before it, and the last of them. */
  deep: { offset: number; last: Record<string, unknown> };
}

export const titles: Readonly<Record<OperationName, string>> = {
  ...records.titles,
  tree: 'the station tree, three levels, its programmes counted',
  quarter: 'a quarter of training in three metrics by town',
  report: 'the cross-town report of old on programmes',
};

/** Reads the facts as the owner, and opens a session for every token that the client will use. */
export async function readFacts(ownerUrl: string, openUrl: string): Promise<Facts> {
  for (const url of [ownerUrl, openUrl]) await asOwner(url, [openSessions]);
  const people = await asOwner<Person>(ownerUrl, [peopleSql]);
  const scopes = Object.fromEntries(
    people.map(({ who, tenant_id: tenantId, stations, id, account, name }) => [
      who,
      { tenantId, stations: stations ?? ('*' as const), userId: id, account, name },
    ]),
  );
  const [last] = await asOwner<Record<string, unknown>>(ownerUrl, [records.deepSql]);
  if (!last) throw new Error('The first county has too few records for a deep page.');
  const towns = people.filter(({ who }) => who.startsWith('town'));
  const villages = await asOwner<{ id: string }>(ownerUrl, [
    `select id from station where tenant_id = 2 and level = 'VILLAGE' and closed_on is null order by code`,
  ]);
  const question = (who: string, input: Record<string, unknown>): Question => {
    const asker = scopes[who];
    if (!asker) throw new Error(`Nobody is called ${who}.`);
    return { who, asker, input };
  };
  const clerkOf = (village: string): string =>
    people.find(({ tenant_id: tenantId, stations }) => tenantId === 2 && stations?.includes(village))?.who ?? '';
  const one = (input: Record<string, unknown> = {}): Question[] => [question('county', input)];
  return {
    scopes,
    deep: { offset: records.deepOffset, last },
    questions: {
      q3: towns.map(({ who, station_id: within }) => question(who, { within })),
      q4: one(),
      q4deep: one({ ...last }),
      tree: one(),
      quarter: one({ from: '2025-07-01', to: '2025-09-30' }),
      report: one({ from: '2025-07-01', to: '2025-09-30' }),
      insert: villages.map(({ id }) => question(clerkOf(id), records.inserted(id))),
    },
  };
}

interface Person {
  [column: string]: unknown;
  who: string;
  tenant_id: number;
  station_id: string;
  stations: string[] | null;
  id: string;
  account: string;
  name: string;
}

/** The county's editor, its twelve directors, and the twelve clerks of a county that is written to. */
const peopleSql = `
  select case g.role when 'OFFICE_CLERK' then 'clerk' || right(s.code, 3)::int - 100 when 'OFFICE_DIRECTOR' then 'town' || right(s.code, 3)::int - 100 else 'county' end as who,
    u.tenant_id, u.station_id, u.id, u.account, u.name, case when s.level <> 'COUNTY' then gate.reach(u.tenant_id, u.station_id) end as stations
  from "user" u join station s on s.tenant_id = u.tenant_id and s.id = u.station_id join "grant" g on g.tenant_id = u.tenant_id and g.user_id = u.id
  where (u.tenant_id = 1 and g.role <> 'OFFICE_CLERK') or (u.tenant_id = 2 and g.role = 'OFFICE_CLERK') order by s.tenant_id, s.code`;

/** How many sessions each of them has: Lianxin lets one session ask 12,000 times a minute. */
export const sessionsEach = 64;

const openSessions = `
  delete from session where client = 'bench';
  insert into session (tenant_id, id, token_hash, user_id, client)
  select p.tenant_id, uuidv7(), sha256(convert_to(p.who || '.' || n, 'UTF8')), p.id, 'bench'
  from (${peopleSql}) p, generate_series(0, ${sessionsEach - 1}) n`;

/** Takes away what inserting has left, so that every contestant and every run meets the same rows. */
export async function cleanUp(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, records.cleanUp);
}
