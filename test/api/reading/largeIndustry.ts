import { type Grown, nth } from './nth.js';

/** The last plans are the first ones of their list, and so large that a page of their shares is a small part. */
const large = 5;

/** What industry keeps: a distribution, a wish and a share of each household, a contract and a loan of every other one. */
export function industryOf(grown: Grown): string {
  return [givenOut(grown), livestock(grown), dividends(grown)].join('\n');
}

function givenOut({ tenantId }: Grown): string {
  return `
create temp table run as
  select row_number() over (order by i)::int as n, id from draft where kind = 'INDUSTRY';
create temp table runs as select count(*)::int as count from run;
insert into distribution_item (tenant_id, id, name, pinyin, initials, units)
  select ${tenantId}, pg_temp.nth(i), name || '示例苗' || i, py || 'shilimiao' || i, left(py, 1) || 'slm' || i, array['PLANT'] from generate_series(1, 2000) i
  join (values (0, '金', 'jinsha'), (1, '柳', 'liuhe'), (2, '花', 'huahai'), (3, '昌', 'changma')) w(k, name, py) on k = i % 4;
insert into distribution (tenant_id, id, station_id, programme_id, item_id, household_id, amount, unit, on_day, is_signed, created_at)
  select ${tenantId}, pg_temp.nth(i), station_id, r.id, pg_temp.nth(case when i % 4 = 1 then 1 else 2 + i % 1999 end),
    household_id, 20, case when i % 400 = 0 then 'MU' when i % 10 = 0 then 'HEAD' else 'PLANT' end, day, true, made
  from family cross join runs join run r on r.n = case when i % 4 = 0 then 1 else 2 + i % (count - 1) end order by i;
insert into intention (tenant_id, id, station_id, household_id, item_id, year, amount, unit, created_at)
  select ${tenantId}, pg_temp.nth(i), station_id, household_id, pg_temp.nth(case when i % 4 = 1 then 1 else 2 + i % 1999 end), case when i % 500 = 0 then 2018 else 2019 + (i / 3) % 8 end, 20, 'PLANT', made
  from family order by i;
insert into village_specialty (tenant_id, id, station_id, year, state)
  select ${tenantId}, pg_temp.nth(no * 100 + y), id, 2000 + y, 'ADOPTED' from place cross join generate_series(18, 27) y where level = 'VILLAGE';
insert into loan (tenant_id, id, station_id, household_id, amount, lender, state, applied_on, granted_on, due_on, created_at)
  select ${tenantId}, pg_temp.nth(i), station_id, household_id, 5000000, '示例银行', state, day, case when is_granted then day end, case when is_granted then day + 365 end, made
  from family cross join lateral (select case when (i / 2) % 50 = 0 then 'APPLIED' when (i / 2) % 50 = 1 then 'WITHDRAWN' when day > '2025-06-01' or (i / 2) % 100 = 2 then 'GRANTED' else 'REPAID' end as state) s
  cross join lateral (select state in ('GRANTED', 'REPAID') as is_granted) g where i % 2 = 0 order by i;`;
}

function livestock({ tenantId }: Grown): string {
  return `
insert into cooperative (tenant_id, id, station_id, name, pinyin, initials)
  select ${tenantId}, pg_temp.nth(c), p.id, name || '示例社' || c, py || 'shilishe' || c, left(py, 1) || 'sls' || c from generate_series(1, 2000) c
  join place p on p.no = 14 + (c * 7) % 72
  join (values (0, '金', 'jinsha'), (1, '柳', 'liuhe'), (2, '花', 'huahai'), (3, '昌', 'changma')) w(k, name, py) on k = c % 4;
create temp table lent as
  select i, station_id, household_id, day, made, r.id as programme_id, pg_temp.nth(case when i % 8 = 0 then 1 else 2 + i % 1999 end) as cooperative_id
  from family cross join runs join run r on r.n = case when i % 8 = 0 then 1 else 2 + i % (count - 1) end where i % 2 = 0;
insert into livestock_contract (tenant_id, id, station_id, household_id, programme_id, cooperative_id, mode, species, head, starts_on, ratio_entrusted, ratio_returned,
    years, is_half_carried, is_principal_returned, state, signed_on, created_at)
  select ${tenantId}, pg_temp.nth(i), station_id, household_id, programme_id, cooperative_id, case when i % 40 = 0 then 'GROUP_PURCHASE' else 'AGENT_RAISE' end, 'SHEEP', 10, day, 10, 2,
    3, false, true, state, case when state not in ('WILLING', 'CHECKED') then day end, made
  from lent cross join lateral (select (array['WILLING', 'BREACHED', 'CHECKED', 'SIGNED', 'RUNNING', 'RUNNING', 'RUNNING', 'COMPLETED', 'COMPLETED', 'COMPLETED'])[1 + (i / 2) % 10] as state) s order by i;
insert into livestock_instalment (tenant_id, id, station_id, contract_id, programme_id, cooperative_id, no, kind, due_on, head_due, head_delivered, created_at)
  select ${tenantId}, pg_temp.nth(i + no), station_id, pg_temp.nth(i), programme_id, cooperative_id, no, 'DIVIDEND', day + 180 * no, 2,
    case when day + 180 * no < date '2026-06-01' and (i / 2) % 100 > 0 then 2 else 0 end, made
  from lent cross join generate_series(0, 1) no order by i, no;
insert into livestock_delivery (tenant_id, id, station_id, instalment_id, kind, head, on_day)
  select ${tenantId}, id, station_id, id, 'IN_KIND', head_delivered, due_on from livestock_instalment where tenant_id = ${tenantId} and head_delivered > 0 order by id;`;
}

function dividends({ tenantId, rows }: Grown): string {
  const plans = rows / 20;
  return `
insert into dividend_plan (tenant_id, id, station_id, programme_id, title, year, scope_id, rule, unit, split, snapshot_on, due_on, expected_total, total, share_count,
    extra_shares, state, created_at)
  select ${tenantId}, pg_temp.nth(d), p.id, r.id, '示例分红' || d, case when d > ${plans - large} then 2027 else 2019 + d / 1300 end, p.id, 'REGISTERED', 'HOUSEHOLD', 'EQUAL', '2026-01-01', '2026-06-01',
    100, 100, 10, 0, case when d % 100 = 0 then 'CANCELLED' when d % 20 = 1 then 'ESTIMATED' when d % 20 = 2 then 'PUBLISHED' else 'RECONCILED' end, timestamptz '2019-01-01' + d * interval '6 hours'
  from generate_series(1, ${plans}) d join run r on r.n = d * 3 join place p on p.no = 14 + (d * 7) % 72 order by d;
insert into dividend_share (tenant_id, id, station_id, plan_id, household_id, no, payee, household_code, amount, created_at)
  select ${tenantId}, pg_temp.nth(i), station_id, pg_temp.nth(case when i <= ${rows / 8} then ${plans - large + 1} + i % ${large} else 1 + i % ${plans - large} end), household_id, i, '示例', code, 100, made
  from family order by i;`;
}

/** What the lists of industry are asked with: what nothing or little has, and what much has. */
export function industryKnown({
  programmes,
}: {
  programmes: readonly string[];
}): Readonly<Record<string, readonly unknown[]>> {
  const programme = [{ in: [programmes[1]] }, { in: [programmes[0]] }];
  const some = [{ in: [nth(7)] }, { in: [nth(1)] }];
  const asOf = ['2019-06-01', '2026-07-01'];
  const loans = [{ in: ['APPLIED'] }, { in: ['GRANTED'] }, { in: ['REPAID'] }];
  const contracts = [{ in: ['BREACHED'] }, { in: ['RUNNING', 'COMPLETED'] }];
  const days = [{ from: '2019-06-01', to: '2019-06-30' }, { from: '2026-06-01' }, { to: '2026-07-01' }];
  return {
    programme,
    item: some,
    cooperative: some,
    unit: [{ in: ['MU'] }, { in: ['HEAD'] }, { in: ['PLANT'] }],
    on: days,
    dueOn: days,
    asOf,
    overdueOn: asOf,
    year: [2018, 2027, 2022],
    isOverdue: [true, false],
    isVillageProject: [true, false],
    mode: [{ in: ['GROUP_PURCHASE'] }, { in: ['AGENT_RAISE'] }],
    'dividendPlans.state': [{ in: ['CANCELLED'] }, { in: ['ESTIMATED', 'PUBLISHED'] }, { in: ['RECONCILED'] }],
    'livestockContracts.state': contracts,
    'Household.livestockContracts.state': contracts,
    'loans.state': loans,
    'Household.loans.state': loans,
  };
}
