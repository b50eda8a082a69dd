import type { HandWritten } from '../peers/handWritten.js';
import { instant, list, money } from '../peers/handWritten.js';
import { nameOf, under } from '../statements.js';
import { insertRow } from './insertRow.js';
import { insertTraining, numbered } from './statements.js';

const steps = (fields: string) =>
  list(
    `json_build_object(${fields})`,
    `(select * from programme_step s where s.tenant_id = $1 and s.programme_id = p.id order by s.on_day, s.id limit 10) s`,
  );

const q3 = `with recursive ${under('$1', '$2', '$3')},
  found as materialized (select p.id, p.starts_on from programme p where p.tenant_id = $1 and p.station_id in (select id from under)),
  page as (select f.id, f.starts_on from found f order by f.starts_on desc, f.id desc limit 26),
  nodes as (select json_build_object('id', p.id, 'title', p.title, 'kind', p.kind, 'state', p.state, 'startsOn', p.starts_on, 'endsOn', p.ends_on, 'budget', ${money('p.budget')},
      'station', json_build_object('id', p.station_id, 'name', ${nameOf('$1', 'p.station_id', '$3')}),
      'steps', ${steps(`'act', s.act, 'from', s."from", 'to', s."to", 'on', s.on_day, 'by', s.by, 'comment', s.comment`)}) as node
    from (select * from page order by starts_on desc, id desc limit 25) g join programme p on p.tenant_id = $1 and p.id = g.id order by p.starts_on desc, p.id desc)
  select json_build_object('totalCount', (select count(*) from found), 'nodes', ${list('node', 'nodes')}, 'pageInfo', json_build_object('hasNextPage', (select count(*) > 25 from page)))`;

const q4 = (after: string) => `with page as (
    select * from programme p where p.tenant_id = $1 ${after} order by p.pinyin, p.id limit 21),
  nodes as (select json_build_object('id', p.id, 'title', p.title, 'kind', p.kind, 'state', p.state, 'stateSince', p.state_since, 'startsOn', p.starts_on, 'endsOn', p.ends_on,
      'budget', ${money('p.budget')}, 'version', p.version,
      'station', (select json_build_object('id', t.id, 'code', t.code, 'name', ${nameOf('$1', 't.id', '$2')}, 'level', t.level) from station t where t.tenant_id = $1 and t.id = p.station_id),
      'steps', ${steps(`'id', s.id, 'act', s.act, 'from', s."from", 'to', s."to", 'on', s.on_day, 'at', ${instant('s.at')}, 'by', s.by`)},
      'revisions', ${list(
        `json_build_object('id', r.id, 'no', r.no, 'state', r.state, 'inForceFrom', r.valid_from, 'title', r.title, 'budget', ${money('r.budget')}, 'reason', r.reason, 'enteredAt', ${instant('r.entered_at')},
          'station', json_build_object('id', r.station_id, 'name', ${nameOf('$1', 'r.station_id', '$2')}))`,
        `(select * from programme_revision r where r.tenant_id = $1 and r.programme_id = p.id order by r.no limit 10) r`,
      )}) as node
    from (select * from page order by pinyin, id limit 20) p order by p.pinyin, p.id)
  select json_build_object('nodes', ${list('node', 'nodes')}, 'pageInfo', json_build_object('hasNextPage', (select count(*) > 20 from page)))`;

const insert = insertTraining(numbered).replace(
  /select \* from kind$/,
  `select json_build_object('trainingProgramme', json_build_object('id', k.id, 'title', ${numbered('title')}, 'state', 'DRAFT', 'version', 1, 'startsOn', ${numbered('starts_on')}, 'budget', ${money(numbered('budget'))},
    'category', k.category, 'form', k.form, 'audience', k.audience,
    'station', (select json_build_object('id', s.id, 'code', s.code, 'name', ${nameOf(numbered('tenant'), 's.id', numbered('day'))}) from station s where s.tenant_id = ${numbered('tenant')} and s.id = ${numbered('station')}),
    'steps', json_build_array(json_build_object('act', 'CREATE', 'from', null, 'to', 'DRAFT', 'on', ${numbered('day')}, 'by', ${numbered('author_name')})),
    'revisions', json_build_array(json_build_object('no', 1, 'state', 'IN_FORCE', 'inForceFrom', ${numbered('day')}, 'title', ${numbered('title')}, 'budget', ${money(numbered('budget'))}))), 'errors', json_build_array()) from kind k`,
);

/** The statements over programmes that a careful hand writes. */
export const operations: Readonly<Record<'q3' | 'q4' | 'q4deep' | 'insert', HandWritten>> = {
  q3: {
    field: 'programmes',
    text: q3,
    values: ({ tenantId }, { within }, day) => [tenantId, within, day],
  },
  q4: { field: 'programmes', text: q4(''), values: ({ tenantId }, _input, day) => [tenantId, day] },
  q4deep: {
    field: 'programmes',
    text: q4('and (p.pinyin, p.id) > ($3, $4::uuid)'),
    values: ({ tenantId }, { pinyin, id }, day) => [tenantId, day, pinyin, id],
  },
  insert: { field: 'trainingProgrammeCreate', text: insert, isWrite: true, values: insertRow },
};
