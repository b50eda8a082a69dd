import { asOwner } from '../../support/sql.js';
import { makeIndustry, makeJobs, makeMoney, makeTraining } from './fixture.records.js';
import { county, enterCounty, type Fixture, row } from './rows.js';

type Span = [place: string, from: string, to: string | null];

/**
 * Two towns, N1 and N2, in the second quarter of 2025. V2 moves from N1 to N2 on 15 May; V3 opens on 10 May; V5 is merged into V1 on
 * 20 May, and its household H4 with it; H5 is struck off on 15 April. H2 is registered until 1 May, and then out of poverty.
 */
export async function makeFixture(): Promise<Fixture> {
  const tenant = await enterCounty();
  const [root] = await asOwner<{ id: string }>('select id from station where tenant_id = $1 and code = $2', [
    tenant,
    county,
  ]);
  const stations = await makeStations(root?.id ?? '');
  const { households, people } = await makeRegister(stations);
  const programmes = await makeProgrammes(stations);
  const at = { stations, households, people };
  await makeTraining(at, programmes);
  await makeJobs(at, programmes);
  await makeIndustry(at, programmes);
  await makeMoney(at, programmes);
  await asOwner('analyze');
  return at;
}

async function makeStations(root: string): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  const station = async (name: string, level: string, parents: Span[], more: object = {}) => {
    const code = level === 'TOWNSHIP' ? `1410349${name.slice(1)}0` : `141034910${name.slice(1).padStart(3, '0')}`;
    const settlement = level === 'VILLAGE' ? 'VILLAGE' : null;
    const [[, opened] = ['', '2020-01-01']] = parents;
    ids[name] = await row('station', { code, level, settlement, opened_on: opened, ...more });
    const named = { station_id: ids[name], name: `示例${name}`, pinyin: name, initials: name };
    await row('station_name', { ...named, valid_from: opened });
    for (const [parent, from, to] of parents)
      await row('station_parent', {
        station_id: ids[name],
        parent_id: ids[parent] ?? root,
        valid_from: from,
        valid_to: to,
      });
  };
  await station('N1', 'TOWNSHIP', [['', '2020-01-01', null]]);
  await station('N2', 'TOWNSHIP', [['', '2020-01-01', null]]);
  await station('V1', 'VILLAGE', [['N1', '2020-01-01', null]]);
  await station('V2', 'VILLAGE', [
    ['N1', '2020-01-01', '2025-05-15'],
    ['N2', '2025-05-15', null],
  ]);
  await station('V3', 'VILLAGE', [['N1', '2025-05-10', null]]);
  await station('V4', 'VILLAGE', [['N2', '2020-01-01', null]]);
  const merged = { closed_on: '2025-05-20', closed_as: 'MERGED', successor_id: ids.V1 };
  await station('V5', 'VILLAGE', [['N1', '2020-01-01', null]], merged);
  return ids;
}

async function makeRegister(stations: Record<string, string>) {
  const households: Record<string, string> = {};
  const people: Record<string, string> = {};
  const household = async (
    name: string,
    places: Span[],
    members: Record<string, object>,
    until: string | null = null,
  ) => {
    const station_id = stations[places.at(-1)?.[0] ?? ''];
    households[name] = await row('household', { station_id, code: `H-${name}`, head_name: `户主${name}` });
    const household_id = households[name];
    for (const [place, from, to] of places)
      await row('household_place', {
        household_id,
        station_id,
        place_id: stations[place],
        valid_from: from,
        valid_to: to,
      });
    for (const [person, more] of Object.entries(members)) {
      people[person] = await row('person', {
        station_id,
        household_id,
        name: `人${person}`,
        pinyin: person,
        initials: person,
        ...more,
      });
      const member = { household_id, person_id: people[person], station_id, relation: 'OTHER' };
      await row('membership', { ...member, valid_from: '2020-01-01', valid_to: until });
    }
  };
  const worker = { can_work: true };
  await household('H1', [['V1', '2020-01-01', null]], {
    P1: { ...worker, sex: 'MALE' },
    P2: worker,
    P3: { is_student: true },
  });
  await household('H2', [['V2', '2020-01-01', null]], { P4: worker, P5: {} });
  await household('H3', [['V4', '2020-01-01', null]], { P6: worker });
  await household(
    'H4',
    [
      ['V5', '2020-01-01', '2025-05-20'],
      ['V1', '2025-05-20', null],
    ],
    { P7: {} },
  );
  await household('H5', [['V1', '2020-01-01', '2025-04-15']], { P8: {} }, '2025-04-15');
  const status = (of: string, at: string, what: string, from: string, to: string | null) =>
    row('household_status', {
      household_id: households[of],
      station_id: stations[at],
      status: what,
      valid_from: from,
      valid_to: to,
    });
  await status('H1', 'V1', 'REGISTERED', '2020-01-01', null);
  await status('H2', 'V2', 'REGISTERED', '2020-01-01', '2025-05-01');
  await status('H2', 'V2', 'EXITED', '2025-05-01', null);
  await status('H4', 'V1', 'FIVE_GUARANTEES', '2025-04-10', null);
  return { households, people };
}

interface Told {
  kind: 'TRAINING' | 'JOB' | 'INDUSTRY';
  at: string;
  period: [string, string];
  budget: number;
  steps: [act: string, to: string, on: string][];
  details?: object;
  own: Record<string, unknown>;
}

async function makeProgrammes(stations: Record<string, string>): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  const tables = { TRAINING: 'training_programme', JOB: 'job_programme', INDUSTRY: 'industry_programme' };
  const programme = async (name: string, { kind, at, period, budget, steps, details = {}, own }: Told) => {
    const station_id = stations[at];
    const [starts_on, ends_on] = period;
    const shared = { title: `项目${name}`, starts_on, ends_on, budget, fund_source: 'FISCAL_SPECIAL' };
    const last = steps.at(-1);
    const stands = { state: last?.[1], state_since: last?.[2] };
    ids[name] = await row('programme', { kind, station_id, ...shared, pinyin: name, initials: name, ...stands });
    await row(tables[kind], { id: ids[name], kind, ...own });
    for (const [act, to, on_day] of steps)
      await row('programme_step', { programme_id: ids[name], station_id, act, to, on_day });
    const force = { no: 1, state: 'IN_FORCE', valid_from: steps[0]?.[2] };
    await row('programme_revision', { programme_id: ids[name], kind, station_id, ...force, ...shared, details });
  };
  const taught = { category: 'TECHNIQUE', form: 'ON_SITE', plannedSessions: 4, plannedPlaces: 30 };
  await programme('TP', {
    ...{ kind: 'TRAINING', at: 'V1', period: ['2025-03-01', '2025-12-31'], budget: 100_000, details: taught },
    steps: [
      ['CREATE', 'DRAFT', '2025-01-10'],
      ['APPROVE', 'APPROVED', '2025-02-01'],
      ['START', 'RUNNING', '2025-04-02'],
    ],
    own: { category: 'TECHNIQUE', form: 'ON_SITE', audience: 'ALL', planned_sessions: 4, planned_places: 30 },
  });
  await programme('JP', {
    ...{ kind: 'JOB', at: 'V4', period: ['2025-04-01', '2025-12-31'], budget: 200_000 },
    steps: [
      ['CREATE', 'DRAFT', '2025-03-10'],
      ['APPROVE', 'APPROVED', '2025-04-05'],
      ['STOP', 'STOPPED', '2025-06-01'],
    ],
    own: { job_kind: 'LABOUR_DISPATCH', posts_offered: 20 },
  });
  await programme('IP', {
    ...{
      kind: 'INDUSTRY',
      at: 'V2',
      period: ['2024-06-01', '2025-06-20'],
      budget: 500_000,
      details: { category: 'COURTYARD' },
    },
    steps: [
      ['CREATE', 'DRAFT', '2024-05-01'],
      ['START', 'RUNNING', '2024-06-01'],
      ['ACCEPT', 'ACCEPTED', '2025-06-20'],
    ],
    own: { category: 'COURTYARD', is_village_project: true },
  });
  await programme('LATER', {
    ...{ kind: 'INDUSTRY', at: 'V1', period: ['2026-01-01', '2026-12-31'], budget: 900_000 },
    steps: [['CREATE', 'DRAFT', '2025-05-01']],
    own: { category: 'COURTYARD' },
  });
  return ids;
}
