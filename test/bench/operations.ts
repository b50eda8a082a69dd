import { asOwner } from './database.js';
import type { Scope, Scopes } from './peers/scope.js';

/** What is measured. `households`, `people` and `enrolments` join q3 and q4 in every contestant's file once the schema has them. */
export const operationNames = ['q3', 'q4', 'q4deep', 'tree', 'report', 'insert'] as const;
export type OperationName = (typeof operationNames)[number];

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
  deep: { offset: number; pinyin: string; id: string };
}

export const titles: Readonly<Record<OperationName, string>> = {
  q3: 'Q3: 25 programmes of a township, station, steps, total',
  q4: 'Q4: 20 programmes by title, station, steps, revisions with station',
  q4deep: 'Q4, a page of the same 4,800 programmes in',
  tree: 'the station tree, three levels, its programmes counted',
  report: 'the cross-town quarter',
  insert: 'a training programme, its answer nested',
};

const deepOffset = 4800;

/** What an inserted programme is called; the clean-up knows it by that. */
export const insertedTitle = '压测冬季技能培训';

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
  const [deep] = await asOwner<{ pinyin: string; id: string }>(ownerUrl, [
    `select pinyin, id from programme where tenant_id = 1 order by pinyin, id limit 1 offset ${deepOffset - 1}`,
  ]);
  if (!deep) throw new Error('The first county has too few programmes for a deep page.');
  const towns = people.filter(({ who }) => who.startsWith('town'));
  const villages = await asOwner<{ id: string }>(ownerUrl, [
    `select id from station where tenant_id = 2 and level = 'VILLAGE' and closed_on is null order by code`,
  ]);
  const question = (who: string, input: Record<string, unknown>): Question => {
    const asker = scopes[who];
    if (!asker) throw new Error(`Nobody is called ${who}.`);
    return { who, asker, input };
  };
  const one = (input: Record<string, unknown> = {}): Question[] => [question('county', input)];
  return {
    scopes,
    deep: { offset: deepOffset, ...deep },
    questions: {
      q3: towns.map(({ who, station_id: within }) => question(who, { within })),
      q4: one(),
      q4deep: one({ ...deep }),
      tree: one(),
      report: one({ from: '2025-07-01', to: '2025-09-30' }),
      insert: villages.map(({ id }) => question('other', { station: id, ...content })),
    },
  };
}

const content = {
  title: insertedTitle,
  starts_on: '2026-12-01',
  ends_on: '2027-02-28',
  plan: '利用冬闲组织技能培训，分三期进行，由乡镇所负责。',
  budget: 1_200_000,
  fund_source: 'FISCAL_SPECIAL',
  responsible: '王主任',
  category: 'TECHNIQUE',
  form: 'NIGHT_SCHOOL',
  audience: 'FARMERS',
  planned_sessions: 6,
  planned_places: 40,
};

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

/** The county's editor, its twelve directors, and the editor of a county that is written to. */
const peopleSql = `
  select case when u.tenant_id = 2 then 'other' when s.level = 'COUNTY' then 'county' else 'town' || right(s.code, 3)::int - 100 end as who,
    u.tenant_id, u.station_id, u.id, u.account, u.name, case when s.level <> 'COUNTY' then gate.reach(u.tenant_id, u.station_id) end as stations
  from "user" u join station s on s.tenant_id = u.tenant_id and s.id = u.station_id
  where u.tenant_id = 1 or (u.tenant_id = 2 and s.level = 'COUNTY') order by s.tenant_id, s.code`;

/** How many sessions each of them has: Lianxin lets one session ask 12,000 times a minute. */
export const sessionsEach = 64;

const openSessions = `
  delete from session where client = 'bench';
  insert into session (tenant_id, id, token_hash, user_id, client)
  select p.tenant_id, uuidv7(), sha256(convert_to(p.who || '.' || n, 'UTF8')), p.id, 'bench'
  from (${peopleSql}) p, generate_series(0, ${sessionsEach - 1}) n`;

/** Takes away what inserting has left, so that every contestant and every run meets the same rows. */
export async function cleanUp(ownerUrl: string): Promise<void> {
  const made = `(select id from programme where tenant_id = 2 and title = '${insertedTitle}')`;
  await asOwner(ownerUrl, [
    `delete from programme_step where tenant_id = 2 and programme_id in ${made}`,
    `delete from programme_revision where tenant_id = 2 and programme_id in ${made}`,
    `delete from audit_seal where tenant_id = 2 and sealed_at > (select min(created_at) from programme where tenant_id = 2 and title = '${insertedTitle}')`,
    `delete from audit_entry where tenant_id = 2 and act = 'trainingProgrammeCreate' and at >= (select min(created_at) from programme where tenant_id = 2 and title = '${insertedTitle}')`,
    `delete from programme where tenant_id = 2 and title = '${insertedTitle}'`,
  ]);
}
