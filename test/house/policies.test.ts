import { beforeAll, describe, expect, test } from '@jest/globals';
import type pg from 'pg';
import { appRole, weaknessOfRole } from '../../api/database/index.js';
import { app } from '../support/app.js';
import { asApplication, asOwner, refusalOf } from '../support/sql.js';

/**
 * All that the application role may do, table by table; a table that is not named here gives it nothing. Records end, they do not
 * vanish: only the draft of a programme can be deleted, and what an import brought while it is taken back. What is written once has no
 * `update`.
 */
const rights: Readonly<Record<string, readonly string[]>> = {
  tenant: ['insert', 'select'],
  station: ['insert', 'select', 'update'],
  station_name: ['insert', 'select', 'update'],
  station_parent: ['insert', 'select', 'update'],
  user: ['insert', 'select', 'update'],
  grant: ['insert', 'select', 'update'],
  idempotency_key: ['insert', 'select', 'update'],
  audit_entry: ['insert', 'select'],
  audit_seal: ['insert', 'select'],
  security_event: ['select'],
  programme: ['delete', 'insert', 'select', 'update'],
  training_programme: ['insert', 'select', 'update'],
  job_programme: ['insert', 'select', 'update'],
  industry_programme: ['insert', 'select', 'update'],
  programme_revision: ['delete', 'insert', 'select', 'update'],
  programme_step: ['delete', 'insert', 'select'],
  household_change: ['insert', 'select', 'update'],
  consultation: ['insert', 'select'],
  public_notice: ['insert', 'select'],
  fund_line: ['insert', 'select', 'update'],
  project_household: ['insert', 'select', 'update'],
  dividend_plan: ['insert', 'select', 'update'],
  dividend_share: ['insert', 'select', 'update'],
  dividend_payment: ['insert', 'select'],
  loan: ['insert', 'select', 'update'],
  loan_repayment: ['insert', 'select'],
  employer: ['insert', 'select'],
  agreement: ['insert', 'select'],
  opening: ['insert', 'select', 'update'],
  wage_band: ['insert', 'select', 'update'],
  dispatch_batch: ['insert', 'select', 'update'],
  dispatch_member: ['insert', 'select', 'update'],
  check_in: ['insert', 'select', 'update'],
  placement: ['insert', 'select', 'update'],
  job_seeker: ['insert', 'select', 'update'],
  distribution_item: ['insert', 'select'],
  distribution_sheet: ['insert', 'select'],
  distribution: ['insert', 'select'],
  survival_check: ['insert', 'select'],
  intention: ['insert', 'select', 'update'],
  village_specialty: ['insert', 'select', 'update'],
  specialty_item: ['insert', 'select'],
  cooperative: ['insert', 'select'],
  livestock_contract: ['insert', 'select', 'update'],
  livestock_instalment: ['insert', 'select', 'update'],
  livestock_delivery: ['insert', 'select'],
  training_provider: ['insert', 'select', 'update'],
  teacher: ['insert', 'select', 'update'],
  course: ['insert', 'select', 'update'],
  class_group: ['insert', 'select'],
  course_session: ['insert', 'select', 'update'],
  enrolment: ['insert', 'select', 'update'],
  attendance: ['insert', 'select', 'update'],
  training_menu_item: ['insert', 'select', 'update'],
  training_demand: ['insert', 'select', 'update'],
  know_how_holder: ['insert', 'select', 'update'],
  level_test: ['insert', 'select', 'update'],
  level_band: ['insert', 'select', 'update'],
  test_result: ['insert', 'select', 'update'],
  training_certificate: ['insert', 'select'],
  household: ['delete', 'insert', 'select', 'update'],
  household_place: ['delete', 'insert', 'select', 'update'],
  household_status: ['delete', 'insert', 'select', 'update'],
  person: ['delete', 'insert', 'select', 'update'],
  membership: ['delete', 'insert', 'select', 'update'],
  import_batch: ['insert', 'select', 'update'],
  import_correction: ['insert', 'select', 'update'],
  import_mapping: ['insert', 'select', 'update'],
  import_record: ['insert', 'select', 'update'],
  import_sheet: ['insert', 'select', 'update'],
  edition: ['insert', 'select'],
  edition_figures: ['insert', 'select'],
  edition_comment: ['insert', 'select'],
  brief: ['insert', 'select', 'update'],
  report_form: ['insert', 'select', 'update'],
};

/** Tables that nobody reads but the functions of `gate`. */
const closed = ['account', 'session', 'api_key'];

interface Table {
  name: string;
  hasTenant: boolean;
  hasId: boolean;
  hasStation: boolean;
  isSecured: boolean;
  owner: string;
  rights: string[];
}

const tablesSql = `
  select c.relname as name, c.relrowsecurity as "isSecured", pg_get_userbyid(c.relowner) as owner,
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') as "hasTenant",
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'id') as "hasId",
    exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'station_id') as "hasStation",
    array(select lower(p) from unnest(array['INSERT', 'SELECT', 'UPDATE', 'REFERENCES']) p
      where has_any_column_privilege($1, c.oid, p)
      union select lower(p) from unnest(array['DELETE', 'TRUNCATE', 'TRIGGER']) p where has_table_privilege($1, c.oid, p)
      order by 1) as rights
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`;

let tables: Table[] = [];
let yumen = 0;
let cenxi = 0;

beforeAll(async () => {
  tables = await asOwner<Table>(tablesSql, [appRole]);
  const ids = await asOwner<{ id: number }>(
    `select id from tenant where code in ('620981', '450481') order by code desc`,
  );
  [yumen, cenxi] = ids.map((row) => row.id) as [number, number];
});

/** Asks each table in turn, and answers what each said. */
async function each<T>(
  wanted: readonly Table[],
  client: pg.Client,
  ask: (table: Table) => Promise<T>,
): Promise<Record<string, T>> {
  const said: Record<string, T> = {};
  for (const table of wanted) said[table.name] = await ask(table);
  expect(client).toBeDefined();
  return said;
}

function all<T>(wanted: readonly Table[], value: T): Record<string, T> {
  return Object.fromEntries(wanted.map((table) => [table.name, value]));
}

async function count(client: pg.Client, table: Table, where = 'true'): Promise<number> {
  const { rows } = await client.query(`select count(*)::int as n from "${table.name}" where ${where}`);
  return (rows[0] as { n: number }).n;
}

const readable = (): Table[] => tables.filter((table) => table.rights.includes('select'));

describe('the application role', () => {
  test('is no superuser, owns nothing, belongs to no other role and cannot pass row security', async () => {
    const { appUrl, ownerUrl } = await app();
    const [role] = await asOwner(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
         (select count(*)::int from pg_class where relowner = r.oid) as owned,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships
       from pg_roles r where rolname = $1`,
      [appRole],
    );
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      owned: 0,
      memberships: 0,
    });
    expect(await weaknessOfRole(appUrl)).toBeNull();
    expect(await weaknessOfRole(ownerUrl)).toMatch(/superuser/);
  });

  test('holds the rights of the list and no other', () => {
    const held = Object.fromEntries(tables.filter((t) => t.rights.length > 0).map((t) => [t.name, t.rights]));
    expect(held).toEqual(rights);
  });

  test('may not make anything in the schemas, and everybody else may do nothing', async () => {
    const [may] = await asOwner(
      `select has_schema_privilege($1, 'public', 'create') as "inPublic", has_schema_privilege($1, 'gate', 'create') as "inGate"`,
      [appRole],
    );
    expect(may).toEqual({ inPublic: false, inGate: false });
    const open = await asOwner(
      `select table_schema, table_name, privilege_type from information_schema.role_table_grants
       where grantee = 'PUBLIC' and table_schema in ('public', 'gate')`,
    );
    expect(open).toEqual([]);
  });

  test('asks the gate by functions that nobody can bend', async () => {
    const functions = await asOwner<{ name: string; isDefiner: boolean; pinned: string; isOpen: boolean }>(
      `select proname as name, prosecdef as "isDefiner", coalesce(array_to_string(proconfig, ';'), '') as pinned,
         proacl is null or exists (select 1 from aclexplode(proacl) a where a.grantee = 0) as "isOpen"
       from pg_proc where pronamespace = 'gate'::regnamespace`,
    );
    expect(functions.length).toBeGreaterThan(10);
    const loose = functions.filter((f) => f.isOpen || (f.isDefiner && f.pinned !== 'search_path=public, pg_temp'));
    expect(loose).toEqual([]);
    const elsewhere = await asOwner(
      `select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where prosecdef and n.nspname <> 'gate'`,
    );
    expect(elsewhere).toEqual([]);
  });
});

describe('row security', () => {
  test('is enabled on every table of tenants that the application touches, with USING and WITH CHECK for each right', async () => {
    const policies = await asOwner<{ tablename: string; cmd: string; qual: string | null; with_check: string | null }>(
      `select tablename, cmd, qual, with_check from pg_policies`,
    );
    const touched = tables.filter((table) => table.rights.length > 0);
    expect(touched.filter((table) => !table.isSecured).map((table) => table.name)).toEqual([]);
    for (const { name, rights: held } of touched) {
      const own = policies.filter((policy) => policy.tablename === name);
      const covers = (right: string, side: 'qual' | 'with_check'): boolean =>
        own.some((p) => ['ALL', right.toUpperCase()].includes(p.cmd) && p[side]?.includes('app.tenant'));
      const wanted = held.flatMap((right): [string, 'qual' | 'with_check'][] => {
        if (right === 'insert') return [[right, 'with_check']];
        return right === 'update'
          ? [
              [right, 'qual'],
              [right, 'with_check'],
            ]
          : [[right, 'qual']];
      });
      const bare = name === 'tenant' ? [] : wanted.filter(([right, side]) => !covers(right, side));
      expect([name, bare]).toEqual([name, []]);
    }
  });

  test('a table with a tenant that is not secured gives the application nothing', () => {
    const open = tables.filter((table) => table.hasTenant && !table.isSecured);
    expect(open.filter((table) => table.rights.length > 0 || !closed.includes(table.name))).toEqual([]);
  });

  test('without a context no table shows a row', async () => {
    await asApplication(null, async (client) => {
      expect(await each(readable(), client, (table) => count(client, table))).toEqual(all(readable(), 0));
    });
  });

  test('accounts, sessions, keys and the list of migrations are not readable at all', async () => {
    const unreadable = tables.filter((table) => !table.rights.includes('select'));
    expect(unreadable.map((table) => table.name)).toEqual(expect.arrayContaining(['account', 'session']));
    await asApplication({ tenant: yumen, stations: '*' }, async (client) => {
      const said = await each(unreadable, client, (t) => refusalOf(client, `select * from "${t.name}"`));
      expect(said).toEqual(all(unreadable, expect.stringMatching(/^42501 permission denied/)));
    });
  });

  test('in one county’s context no row of another is seen', async () => {
    const wanted = readable().filter((table) => table.hasTenant);
    await asApplication({ tenant: yumen, stations: '*' }, async (client) => {
      const seen = await each(wanted, client, (table) => count(client, table, `tenant_id <> ${yumen}`));
      expect(seen).toEqual(all(wanted, 0));
      expect(await count(client, { name: 'station' } as Table)).toBe(72);
    });
  });

  test('a row for another county is refused by the database', async () => {
    const wanted = tables.filter((table) => table.hasTenant && table.rights.includes('insert'));
    await asApplication({ tenant: yumen, stations: '*' }, async (client) => {
      const said = await each(wanted, client, (table) => {
        const columns = table.hasId ? '(tenant_id, id) values ($1, gen_random_uuid())' : '(tenant_id) values ($1)';
        return refusalOf(client, `insert into "${table.name}" ${columns}`, [cenxi]);
      });
      expect(said).toEqual(all(wanted, expect.stringMatching(/^42501 new row violates row-level security/)));
    });
  });

  test('a row cannot be handed to another county, nor one of another county changed', async () => {
    const wanted = tables.filter((table) => table.hasTenant && table.rights.includes('update'));
    await asApplication({ tenant: yumen, stations: '*' }, async (client) => {
      for (const table of wanted) {
        const { rowCount } = await client.query(
          `update "${table.name}" set tenant_id = tenant_id where tenant_id = $1`,
          [cenxi],
        );
        expect([table.name, rowCount]).toEqual([table.name, 0]);
        if ((await count(client, table)) === 0) continue;
        const said = await refusalOf(client, `update "${table.name}" set tenant_id = $1`, [cenxi]);
        expect([table.name, said]).toEqual([table.name, expect.stringMatching(/^42501 new row violates row-level/)]);
      }
    });
  });

  /** What a station above offers and has not ended is read by those under it, who enter their people into it. */
  const above = `and not (station_id = any(gate.above())`;
  const ofOpen = `and (select true from programme p where p.id = programme_id))`;
  const offered: Readonly<Record<string, string>> = {
    programme: ` ${above} and state in ('APPROVED', 'RUNNING'))`,
    course: ` ${above} ${ofOpen}`,
    opening: ` ${above} ${ofOpen}`,
    class_group: ` ${above})`,
    course_session: ` ${above})`,
    wage_band: ` ${above})`,
    employer: ` ${above})`,
    dispatch_batch: ` ${above} and state = 'PLANNED')`,
  };

  test('rows of stations that are not reached are not seen, but for what is offered from above', async () => {
    const [town] = await asOwner<{ id: string }>(`select id from station where code = '620981102'`);
    const templates = ['training_menu_item', 'brief', 'report_form'];
    const looked = ['station', 'station_name', 'station_parent', 'user', 'grant', ...templates];
    const wanted = readable().filter((table) => table.hasTenant && table.hasStation && !looked.includes(table.name));
    await asApplication({ tenant: yumen, stations: String(town?.id) }, async (client) => {
      const outside = (table: Table): Promise<number> =>
        count(client, table, `station_id is distinct from '${town?.id}'${offered[table.name] ?? ''}`);
      expect(await each(wanted, client, outside)).toEqual(all(wanted, 0));
      expect(await count(client, { name: 'programme' } as Table, `station_id <> '${town?.id}'`)).toBeGreaterThan(0);
    });
  });

  test('only a draft can be deleted, with what hangs on it, and of the register what an import brought', async () => {
    const deletable = tables.filter((table) => table.rights.includes('delete'));
    const narrowed = await asOwner<{ tablename: string }>(
      `select tablename from pg_policies where cmd = 'DELETE' and permissive = 'RESTRICTIVE' order by 1`,
    );
    expect(narrowed.map((policy) => policy.tablename)).toEqual(deletable.map((table) => table.name));
    const kept = await asOwner(
      `select distinct state from programme where tenant_id = $1 and state <> 'DRAFT' order by state`,
      [yumen],
    );
    expect(kept.length).toBeGreaterThan(3);
    await asApplication({ tenant: yumen, stations: '*' }, async (client) => {
      for (const table of ['programme_step', 'programme_revision', 'programme']) {
        await client.query(`delete from ${table}`);
      }
      const { rows } = await client.query(`select distinct state from programme order by state`);
      expect(rows).toEqual(kept);
    });
  });

  test('a table that lacked it would be found', async () => {
    await asOwner(
      `create table planted (tenant_id int not null, id uuid); grant select, delete on planted to ${appRole}`,
    );
    try {
      const found = (await asOwner<Table>(tablesSql, [appRole])).find((table) => table.name === 'planted');
      expect(found).toMatchObject({ isSecured: false, hasTenant: true, rights: ['delete', 'select'] });
    } finally {
      await asOwner('drop table planted');
    }
  });
});
