import type { EntityManager } from '@mikro-orm/postgresql';
import type { Message } from '../kernel/index.js';
import { arrayText } from './known.js';

/** A foreign key of some room's table that points at the register. */
interface Pointing {
  table: string;
  column: string;
  target: 'household' | 'person';
}

/** The register's own tables and the batches', which are looked at one by one. */
const own = ['household', 'household_place', 'household_status', 'membership', 'person', 'import_record'];

/** Read off the catalogue, so that a room which comes to hang on the register is found without being told of here. */
const pointing = `select t.relname as table, a.attname as column, f.relname as target
  from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
  join unnest(c.conkey, c.confkey) k (col, ref) on true
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.col
  join pg_attribute r on r.attrelid = c.confrelid and r.attnum = k.ref
  where c.contype = 'f' and f.oid in ('public.household'::regclass, 'public.person'::regclass) and r.attname = 'id'
    and t.relname <> all(?::text[]) order by 1, 2`;

/** What the tables are called that people meet; of any other it is said that there are records. */
const called: Readonly<Record<string, Message>> = {
  household_change: { zh: '户变动记录', en: 'changes of households' },
  enrolment: { zh: '培训报名', en: 'enrolments' },
  training_demand: { zh: '培训需求', en: 'training wishes' },
  know_how_holder: { zh: '科技明白人', en: 'know-how holders' },
  attendance: { zh: '出勤', en: 'attendance' },
  test_result: { zh: '水平测试成绩', en: 'test results' },
  check_in: { zh: '就业回访', en: 'check-ins' },
  job_seeker: { zh: '求职登记', en: 'people looking for work' },
  placement: { zh: '上岗', en: 'placements' },
  dispatch_member: { zh: '劳务输出', en: 'labour dispatches' },
  distribution: { zh: '发放', en: 'distributions' },
  dividend_share: { zh: '分红', en: 'dividends' },
  livestock_contract: { zh: '代养合同', en: 'livestock contracts' },
  intention: { zh: '种养意愿', en: 'intentions' },
  loan: { zh: '小额信贷', en: 'micro-loans' },
  project_household: { zh: '项目受益户', en: 'households of projects' },
  training_certificate: { zh: '培训证书', en: 'certificates' },
};
const others: Message = { zh: '其他业务记录', en: 'other records' };

/** What hangs on households and people of the register: `培训报名 3 条`. */
export async function hangingOn(
  em: EntityManager,
  tenantId: number,
  ids: Readonly<Record<Pointing['target'], readonly string[]>>,
): Promise<Message | null> {
  const tables = (await em.execute(pointing, [arrayText(own)])) as Pointing[];
  const found = new Map<Message, number>();
  for (const { table, column, target } of tables) {
    if (ids[target].length === 0) continue;
    const sql = `select count(*)::int as n from "${table}" where tenant_id = ? and "${column}" = any(?::uuid[])`;
    const [row] = (await em.execute(sql, [tenantId, arrayText(ids[target])])) as { n: number }[];
    const says = called[table] ?? others;
    if (row && row.n > 0) found.set(says, (found.get(says) ?? 0) + row.n);
  }
  if (found.size === 0) return null;
  return {
    zh: [...found].map(([says, n]) => `${says.zh} ${n} 条`).join('、'),
    en: [...found].map(([says, n]) => `${n} ${says.en}`).join(', '),
  };
}
