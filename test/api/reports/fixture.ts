import { newId } from '../../../api/kernel/index.js';
import { asOwner } from '../../support/sql.js';

/** A county that has no records in 2025 but those below. */
export const county = '141034';

let tenant = 0;

/** Enters a row past every rule, and answers its id. */
async function row(table: string, values: Record<string, unknown>, hasId = true): Promise<string> {
  const { id = newId(), ...others } = values;
  const all: Record<string, unknown> = { tenant_id: tenant, ...(hasId && { id }), ...others };
  const names = Object.keys(all).map((name) => `"${name}"`);
  const places = Object.keys(all).map((_, i) => `$${i + 1}`);
  await asOwner(`insert into "${table}" (${names.join(', ')}) values (${places.join(', ')})`, Object.values(all));
  return String(id);
}

/** What the tests name: stations, households and people. */
export interface Fixture {
  stations: Record<string, string>;
  households: Record<string, string>;
  people: Record<string, string>;
}

type Span = [place: string, from: string, to: string | null];

/**
 * Two towns, N1 and N2, in the second quarter of 2025. V2 moves from N1 to N2 on 15 May; V3 opens on 10 May; V5 is merged into V1 on
 * 20 May, and its household H4 with it; H5 is struck off on 15 April. H2 is registered until 1 May, and then out of poverty.
 */
export async function makeFixture(): Promise<Fixture> {
  const [found] = await asOwner<{ id: number }>('select id from tenant where code = $1', [county]);
  tenant = found?.id ?? -1;
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

async function makeTraining(
  { stations, households, people }: Fixture,
  programmes: Record<string, string>,
): Promise<void> {
  const enrolments: Record<string, string> = {};
  const course = async (name: string, at: string, members: string[]) => {
    const station_id = stations[at];
    const about = { title: `课程${name}`, audiences: ['HOUSEHOLD'], capacity: 50 };
    const course_id = await row('course', {
      programme_id: programmes.TP,
      station_id,
      ...about,
      starts_on: '2025-03-01',
      ends_on: '2025-12-31',
    });
    const class_group_id = await row('class_group', { course_id, station_id, name: '班' });
    for (const [no, person] of members.entries())
      enrolments[`${name} ${person}`] = await row('enrolment', {
        ...{
          course_id,
          class_group_id,
          station_id,
          person_id: people[person],
          no: no + 1,
          state: 'ENROLLED',
          state_since: '2025-03-01',
        },
      });
    const session = async (held_on: string, hours: number, came: string[], more: object = {}) => {
      const session_id = await row('course_session', {
        course_id,
        station_id,
        held_on,
        topic: `课次${held_on}`,
        hours,
        ...more,
      });
      for (const person of members)
        await row('attendance', {
          ...{ course_id, session_id, enrolment_id: enrolments[`${name} ${person}`], person_id: people[person] },
          ...{ station_id, is_present: came.includes(person) },
        });
    };
    return { course_id, station_id, session };
  };
  const first = await course('一', 'V1', ['P1', 'P2', 'P3', 'P4', 'P6']);
  await first.session('2025-03-01', 2, ['P3']);
  await first.session('2025-04-10', 2, ['P1', 'P2', 'P4']);
  await first.session('2025-05-10', 3, ['P1', 'P6']);
  await first.session('2025-05-12', 3, ['P1'], { is_cancelled: true });
  const second = await course('二', 'V2', ['P1', 'P4']);
  await second.session('2025-06-05', 1.5, ['P1', 'P4']);
  const { course_id, station_id } = first;
  const test_id = await row('level_test', {
    course_id,
    station_id,
    month: '2025-05-01',
    max_score: 100,
    state: 'SCORED',
    held_on: '2025-05-20',
  });
  for (const person of ['P1', 'P2'])
    await row('test_result', {
      test_id,
      course_id,
      enrolment_id: enrolments[`一 ${person}`],
      person_id: people[person],
      station_id,
      score: 70,
    });
  const issued = { number: '141034-1', issued_on: '2025-06-25', issued_by: '示例' };
  await row('training_certificate', {
    course_id,
    enrolment_id: enrolments['一 P1'],
    person_id: people.P1,
    station_id,
    ...issued,
  });
  const holder = (of: string, person: string, at: string, more: object) =>
    row('know_how_holder', {
      ...{
        household_id: households[of],
        person_id: people[person],
        station_id: stations[at],
        topic: '养羊',
        trained_on: '2025-03-01',
      },
      ...{ assessor: '示例', ...more },
    });
  await holder('H1', 'P1', 'V1', { state: 'CONFIRMED', confirmed_on: '2025-05-05' });
  await holder('H2', 'P4', 'V2', {
    state: 'ENDED',
    confirmed_on: '2025-04-01',
    ended_on: '2025-06-01',
    reason: '迁出',
  });
  const item_id = await row('training_menu_item', { station_id: stations.N1, title: '剪枝', category: 'TECHNIQUE' });
  const wish = { item_id, priority: 'USUAL', state: 'REQUESTED' };
  await row('training_demand', { ...wish, station_id: stations.V2, people: 6, asked_on: '2025-04-20' });
  await row('training_demand', {
    ...wish,
    station_id: stations.V1,
    person_id: people.P3,
    people: 1,
    asked_on: '2025-05-01',
  });
}

async function makeJobs({ stations, people }: Fixture, programmes: Record<string, string>): Promise<void> {
  const station_id = stations.V4;
  const name = '示例厂';
  const employer_id = await row('employer', { station_id, name, pinyin: 'slc', initials: 'slc' });
  const of = { station_id, programme_id: programmes.JP };
  const away = await row('opening', { ...of, employer_id, kind: 'LABOUR_DISPATCH', title: '工人', headcount: 20 });
  const welfare = { kind: 'PUBLIC_WELFARE', work: 'SANITATION', monthly_pay: 60_000 };
  const post = await row('opening', { ...of, ...welfare, title: '保洁', headcount: 3 });
  for (const [grade, wage] of [
    ['TECHNICAL', 400_000],
    ['GENERAL', 300_000],
  ] as const)
    await row('wage_band', {
      station_id,
      opening_id: away,
      grade,
      wage_from: wage,
      wage_to: wage + 100_000,
      basis: 'QUOTED',
    });
  const batch = (number: number, day: string) =>
    row('dispatch_batch', {
      station_id,
      opening_id: away,
      employer_id,
      number,
      day,
      transport: 'FREE',
      state: 'DEPARTED',
    });
  const batches = [await batch(1, '2025-04-15'), await batch(2, '2025-06-10')];
  const member = (at: string, person: string, number: 1 | 2, ended_on: string | null = null) =>
    row('dispatch_member', {
      ...{
        station_id: stations[at],
        batch_id: batches[number - 1],
        opening_id: away,
        person_id: people[person],
        batch_number: number,
      },
      ...{ employer_name: name, grade: 'GENERAL', state: ended_on ? 'RETURNED' : 'DEPARTED', ended_on },
      departed_on: number === 1 ? '2025-04-15' : '2025-06-10',
    });
  await member('V1', 'P1', 1, '2025-06-01');
  const second = await member('V1', 'P2', 1);
  await member('V1', 'P1', 2);
  await member('V4', 'P6', 2);
  const done = { due_on: '2025-05-15', done_on: '2025-05-20', is_done: true, is_employed: true };
  await row('check_in', { station_id: stations.V1, member_id: second, batch_id: batches[0], months: 1, ...done });
  const holds = { station_id: stations.V2, opening_id: post, kind: 'PUBLIC_WELFARE', title: '保洁' };
  await row('placement', { ...holds, person_id: people.P4, valid_from: '2025-01-01' });
  await row('placement', { ...holds, person_id: people.P5, valid_from: '2025-01-01', valid_to: '2025-06-15' });
}

async function makeIndustry({ stations, households }: Fixture, programmes: Record<string, string>): Promise<void> {
  const item_id = await row('distribution_item', { name: '示例苗', pinyin: 'slm', initials: 'slm', units: ['PLANT'] });
  const give = (of: string, at: string, amount: number, on_day: string, reverses_id: string | null = null) =>
    row('distribution', {
      ...{
        station_id: stations[at],
        programme_id: programmes.IP,
        item_id,
        household_id: households[of],
        amount,
        unit: 'PLANT',
      },
      ...{ on_day, is_signed: true, reverses_id },
    });
  await give('H1', 'V1', 100, '2025-05-02');
  await give('H2', 'V2', 50, '2025-05-03');
  await give('H3', 'V4', 10, '2025-05-05', await give('H3', 'V4', 10, '2025-05-04'));
  const cooperative_id = await row('cooperative', {
    station_id: stations.N1,
    name: '示例社',
    pinyin: 'sls',
    initials: 'sls',
  });
  const terms = {
    ratio_entrusted: 2,
    ratio_returned: 1,
    years: 4,
    is_half_carried: true,
    is_principal_returned: false,
  };
  const contract = (of: string, at: string, more: object) =>
    row('livestock_contract', {
      ...{
        station_id: stations[at],
        household_id: households[of],
        programme_id: programmes.IP,
        cooperative_id,
        species: 'SHEEP',
      },
      ...{ ...terms, signed_on: '2024-12-01', ...more },
    });
  const raised = await contract('H1', 'V1', {
    mode: 'AGENT_RAISE',
    head: 8,
    starts_on: '2025-01-01',
    state: 'RUNNING',
  });
  const over = { mode: 'GROUP_PURCHASE', head: 5, starts_on: '2025-02-01', ended_on: '2025-05-31', state: 'COMPLETED' };
  await contract('H2', 'V2', over);
  const owed = { station_id: stations.V1, programme_id: programmes.IP, cooperative_id, no: 1, kind: 'DIVIDEND' };
  const due = { due_on: '2025-06-15', head_due: 4, head_delivered: 3 };
  const instalment_id = await row('livestock_instalment', { ...owed, contract_id: raised, ...due });
  await row('livestock_delivery', {
    station_id: stations.V1,
    instalment_id,
    kind: 'IN_KIND',
    head: 3,
    on_day: '2025-06-10',
  });
  const wish = { item_id, amount: 30, unit: 'PLANT' };
  await row('intention', { ...wish, station_id: stations.V2, household_id: households.H2, year: 2025 });
  await row('intention', { ...wish, station_id: stations.V1, household_id: households.H1, year: 2024 });
  await row('village_specialty', { station_id: stations.V2, year: 2025, state: 'ADOPTED' });
}

async function makeMoney({ stations, households, people }: Fixture, programmes: Record<string, string>): Promise<void> {
  const at = { station_id: stations.V2, programme_id: programmes.IP };
  await row('fund_line', { ...at, source: 'FISCAL_SPECIAL', amount: 300_000 });
  await row('fund_line', { ...at, source: 'COLLECTIVE', amount: 200_000 });
  await row('project_household', { ...at, household_id: households.H2, reached_on: '2025-05-01' });
  const left = { reached_on: '2025-04-01', ended_on: '2025-06-01', end_reason: '迁出' };
  await row('project_household', { ...at, household_id: households.H3, ...left });
  const plan_id = await row('dividend_plan', {
    ...{
      ...at,
      title: '分红',
      year: 2025,
      scope_id: stations.V2,
      rule: 'REGISTERED_NOT_EXITED',
      unit: 'PERSON',
      split: 'EQUAL',
    },
    ...{
      snapshot_on: '2025-04-01',
      due_on: '2025-12-31',
      expected_total: 15_000,
      total: 15_000,
      share_count: 2,
      extra_shares: 0,
    },
    state: 'DECLARED',
  });
  const share = (no: number, person: string, amount: number) =>
    row('dividend_share', {
      ...{
        station_id: stations.V2,
        plan_id,
        household_id: households.H2,
        person_id: people[person],
        no,
        payee: `人${person}`,
      },
      ...{ household_code: 'H-H2', amount },
    });
  const share_id = await share(1, 'P4', 10_000);
  await share(2, 'P5', 5_000);
  await row('dividend_payment', {
    station_id: stations.V2,
    plan_id,
    share_id,
    turn: 1,
    amount: 10_000,
    paid_on: '2025-06-20',
  });
  const lent = {
    amount: 2_000_000,
    lender: '示例社',
    state: 'GRANTED',
    applied_on: '2025-04-20',
    granted_on: '2025-05-01',
    due_on: '2026-05-01',
  };
  const loan_id = await row('loan', { station_id: stations.V1, household_id: households.H1, ...lent });
  for (const [amount, repaid_on] of [
    [500_000, '2025-06-01'],
    [100_000, '2025-07-05'],
  ] as const)
    await row('loan_repayment', { station_id: stations.V1, loan_id, amount, repaid_on });
}
