import { type Fixture, row } from './rows.js';

export async function makeTraining(
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

export async function makeJobs({ stations, people }: Fixture, programmes: Record<string, string>): Promise<void> {
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

export async function makeIndustry(
  { stations, households }: Fixture,
  programmes: Record<string, string>,
): Promise<void> {
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

export async function makeMoney(
  { stations, households, people }: Fixture,
  programmes: Record<string, string>,
): Promise<void> {
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
