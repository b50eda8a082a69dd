import { actorOf, askerOf, type Context, isNowhere } from '../access/index.js';
import { all, heldAt, type Reads, type Row, rows, type Sql, sql } from '../reading/index.js';
import { Person } from './person.js';

/** How many doubles are shown at once; more are shown when these are settled. */
export const mostDoubles = 100;

const wall = heldAt('household.read');

/** People who share name and day of birth with somebody else within reach. An identity number is nobody's twice: the database says so. */
export const doubles: Reads = rows(
  () => Person,
  (row) => all([isDouble(row), wall.sql(row)]),
  [
    ['name', 'asc'],
    ['birthDay', 'asc'],
    ['id', 'asc'],
  ],
);

function isDouble(row: Row): Sql {
  const person = row.scope.table(Person);
  const [name, birthDay] = [person.column('name'), person.column('birthDay')];
  const within = all([sql`${person.pin}`, sql`${birthDay} is not null`, wall.sql(person)]);
  const ids = sql`(select array(select unnest(ids) from (
    select array_agg(${person.column('id')} order by ${person.column('id')}) as ids, ${name} as n, ${birthDay} as b
    from ${person.from} where ${within} group by ${name}, ${birthDay} having count(*) > 1
    order by ${name}, ${birthDay} limit 50) u0 limit 100))`;
  return sql`${row.column('id')} = any(${row.scope.once('doubles', () => ids)}::uuid[])`;
}

/** The same by the unit of work. */
export async function doublesOf(ctx: Context): Promise<Person[]> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const reach = askerOf(ctx).reachOf('household.read');
  if (isNowhere(reach)) return [];
  const at = reach === '*' ? '' : ' and station_id = any(?::uuid[])';
  const sqlText = `select unnest(ids) as id from (
    select array_agg(id order by id) as ids, name, birth_day from person where tenant_id = ? and birth_day is not null${at}
    group by name, birth_day having count(*) > 1 order by name, birth_day limit ${mostDoubles / 2}) u limit ${mostDoubles}`;
  const values = reach === '*' ? [tenantId] : [tenantId, `{${[...reach].join(',')}}`];
  const found = (await em.execute(sqlText, values)) as { id: string }[];
  const where = { tenantId, id: { $in: found.map(({ id }) => id) } };
  return em.find(Person, where, { orderBy: { name: 'asc', birthDay: 'asc', id: 'asc' } });
}
