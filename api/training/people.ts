import { actorOf, askerOf, type Context, reachOf } from '../access/index.js';
import { Person, personList } from '../households/index.js';
import { notFound } from '../kernel/index.js';
import { conditionsOf, isUuid } from '../reading/index.js';
import { directory, withinReach } from '../tenancy/index.js';
import type { Course } from './course.js';
import type { PeopleChoiceInput } from './roster.js';
import { checkLength } from './rosterRows.js';

/** People by id, in the order given; NOT_FOUND when one of them is out of the asker's reach. */
export async function peopleByIds(ctx: Context, ids: readonly string[]): Promise<Person[]> {
  const noun = { zh: '人员', en: 'person' };
  if (!ids.every(isUuid)) throw notFound(noun);
  const found = ids.length === 0 ? [] : await people(ctx, { id: { $in: [...ids] } });
  const byId = new Map(found.map((person) => [person.id, person]));
  return [...new Set(ids.map((id) => id.toLowerCase()))].map((id) => {
    const person = byId.get(id);
    if (!person) throw notFound(noun);
    return person;
  });
}

/** Everybody of some names who lives or works where a course is given. */
export async function peopleByNames(ctx: Context, course: Course, names: readonly string[]): Promise<Person[]> {
  if (names.length === 0) return [];
  const under = [...(await directory(ctx)).subtree(course.station.id)];
  const station = { tenantId: course.tenantId, id: { $in: under } };
  return people(ctx, { name: { $in: [...new Set(names)] }, station });
}

/** People by where they live and what their households are today, by name. */
export async function peopleByChoice(ctx: Context, choice: PeopleChoiceInput): Promise<Person[]> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const reach = await withinReach(ctx, reachOf(actorOf(ctx), 'household.read'), choice.within);
  const status = choice.status ?? null;
  const sql = `select p.id from person p where p.tenant_id = ? and p.station_id = any(?::uuid[])
    and case when ? then p.is_cadre else p.household_id is not null end
    and (?::text is null or exists (select 1 from household_status s where s.tenant_id = p.tenant_id and s.household_id = p.household_id
      and s.status = ? and s.valid_from <= ? and (s.valid_to is null or s.valid_to > ?)))`;
  const stations = `{${[...(reach as ReadonlySet<string>)].join(',')}}`;
  const values = [tenantId, stations, choice.isCadre ?? false, status, status, ctx.today, ctx.today];
  const rows = (await em.execute(sql, values)) as { id: string }[];
  if (rows.length === 0) return [];
  checkLength(rows.length);
  return people(ctx, { id: { $in: rows.map((row) => row.id) } });
}

async function people(ctx: Context, where: object): Promise<Person[]> {
  const walls = await conditionsOf(personList, askerOf(ctx), null);
  const asked = { $and: [{ tenantId: actorOf(ctx).tenantId }, where, ...walls] };
  return (await ctx.em()).find(Person, asked as never, { orderBy: { pinyin: 'asc', id: 'asc' } } as never) as Promise<
    Person[]
  >;
}
