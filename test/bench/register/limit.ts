import { type HandWritten, list } from '../peers/handWritten.js';
import { nameOf, under } from '../statements.js';
import { insertRow } from './insertRow.js';
import { insertHousehold, numbered } from './statements.js';

const personOf = (id: string) =>
  `(select json_build_object('id', n.id, 'name', n.name, 'sex', n.sex, 'birthDay', n.birth_day) from person n where n.tenant_id = $1 and n.id = ${id})`;

const q3 = `with recursive ${under('$1', '$2', '$3')},
  found as materialized (select h.id, h.pinyin from household h where h.tenant_id = $1 and not h.is_closed and h.station_id in (select id from under)),
  page as (select f.id, f.pinyin from found f order by f.pinyin, f.id limit 26),
  nodes as (select json_build_object('id', h.id, 'code', h.code, 'headName', h.head_name, 'address', h.address,
      'station', json_build_object('id', h.station_id, 'name', ${nameOf('$1', 'h.station_id', '$3')}),
      'memberships', ${list(
        `json_build_object('relation', m.relation, 'validFrom', m.valid_from, 'person', ${personOf('m.person_id')})`,
        `(select * from membership m where m.tenant_id = $1 and m.household_id = h.id order by m.valid_from, m.id) m`,
      )}) as node
    from (select * from page order by pinyin, id limit 25) g join household h on h.tenant_id = $1 and h.id = g.id order by h.pinyin, h.id)
  select json_build_object('totalCount', (select count(*) from found), 'nodes', ${list('node', 'nodes')}, 'pageInfo', json_build_object('hasNextPage', (select count(*) > 25 from page)))`;

const q4 = (after: string) => `with page as (
    select * from course c where c.tenant_id = $1 ${after} order by c.starts_on desc, c.id desc limit 21),
  nodes as (select json_build_object('id', c.id, 'title', c.title, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'capacity', c.capacity, 'version', c.version,
      'station', (select json_build_object('id', t.id, 'code', t.code, 'name', ${nameOf('$1', 't.id', '$2')}, 'level', t.level) from station t where t.tenant_id = $1 and t.id = c.station_id),
      'enrolments', json_build_object('nodes', ${list(
        `json_build_object('id', e.id, 'no', e.no, 'state', e.state, 'stateSince', e.state_since, 'person', ${personOf('e.person_id')},
          'household', (select json_build_object('id', h.id, 'code', h.code, 'headName', h.head_name) from household h where h.tenant_id = $1 and h.id = e.household_id))`,
        `(select * from enrolment e where e.tenant_id = $1 and e.course_id = c.id order by e.no, e.id limit 10) e`,
      )})) as node
    from (select * from page order by starts_on desc, id desc limit 20) c order by c.starts_on desc, c.id desc)
  select json_build_object('nodes', ${list('node', 'nodes')}, 'pageInfo', json_build_object('hasNextPage', (select count(*) > 20 from page)))`;

const name = nameOf(numbered('tenant'), 's.id', numbered('day'));
const insert = insertHousehold(numbered).replace(
  /select \* from made$/,
  `select json_build_object('household', json_build_object('id', k.id, 'code', k.code, 'address', k.address, 'headName', k.head_name, 'version', k.version, 'isClosed', k.is_closed,
    'station', json_build_object('id', s.id, 'code', s.code, 'name', ${name}),
    'places', json_build_array(json_build_object('validFrom', ${numbered('day')}, 'reason', null, 'place', json_build_object('id', s.id, 'name', ${name})))), 'errors', json_build_array())
   from made k join station s on s.tenant_id = ${numbered('tenant')} and s.id = k.station_id`,
);

/** The statements over the register that a careful hand writes. */
export const operations: Readonly<Record<'q3' | 'q4' | 'q4deep' | 'insert', HandWritten>> = {
  q3: { field: 'households', text: q3, values: ({ tenantId }, { within }, day) => [tenantId, within, day] },
  q4: { field: 'courses', text: q4(''), values: ({ tenantId }, _input, day) => [tenantId, day] },
  q4deep: {
    field: 'courses',
    text: q4('and (c.starts_on, c.id) < ($3::date, $4::uuid)'),
    values: ({ tenantId }, { starts_on: startsOn, id }, day) => [tenantId, day, startsOn, id],
  },
  insert: { field: 'householdCreate', text: insert, isWrite: true, values: insertRow },
};
