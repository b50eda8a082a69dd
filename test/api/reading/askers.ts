import { type Actor, actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { giveRole } from '../../support/database.js';
import { make } from '../../support/make.js';
import { asOwner } from '../../support/sql.js';
import { endGrantsOf } from './world.js';

/** Somebody who asks, and the code of the county whose records are their own. */
export interface Asker {
  name: string;
  actor: Actor;
  county: string;
}

const [yumen, daye] = ['620981', '450481'];
const scopes = ['STATIONS', 'TRAINING', 'JOBS', 'INDUSTRY', 'REPORTS'];

/** Every role of the demo, two grants in two towns, none, nobody, a first password, another county, and keys of each scope. */
export async function makeAskers(): Promise<Asker[]> {
  await giveRole('jobs.chijin@620981', 'OFFICE_CLERK', '620981105');
  await endGrantsOf('volunteer.huangzhawan@620981');
  const people: [string, Actor][] = [
    ['operator', actors.operator()],
    ['county administrator', actors.admin()],
    ['centre director', actors.director()],
    ['county leader', actors.leader()],
    ['inspector', actors.inspector()],
    ['finance reviewer', actors.finance()],
    ['county training editor', actors.countyEditor('training')],
    ['county jobs editor', actors.countyEditor('jobs')],
    ['county industry editor', actors.countyEditor('industry')],
    ['town training editor', actors.editor('training', 'chijin')],
    ['jobs editor in one town and clerk in another', actors.editor('jobs', 'chijin')],
    ['town industry editor', actors.editor('industry', 'chijin')],
    ['office director', actors.office('chijin')],
    ['office director of another town', actors.office('huangzhawan')],
    ['office clerk', actors.clerk('chijin')],
    ['shopkeeper', actors.person('shop.chijin@620981')],
    ['station lead', actors.station('chijin')],
    ['helper', actors.helper('chijin')],
    ['team leader', actors.person('team.chijin@620981')],
    ['volunteer', actors.volunteer('chijin')],
    ['somebody without a grant', actors.volunteer('huangzhawan')],
    ['somebody with a first password', await newcomer()],
    ['stranger', actors.anonymous],
  ];
  const abroad: [string, Actor][] = [
    ['administrator of another county', actors.admin(daye)],
    ['office director of another county', actors.office('daye', daye)],
  ];
  const keys = await partners();
  return [
    ...[...people, ...keys].map(([name, actor]) => ({ name, actor, county: yumen })),
    ...abroad.map(([name, actor]) => ({ name, actor, county: daye })),
  ];
}

async function newcomer(): Promise<Actor> {
  const [town] = await asOwner<{ id: string }>("select id from station where code = '620981102'");
  const query = `mutation ($input: UserCreateInput!) {
    userCreate(input: $input) { user { account } password errors { message } } }`;
  const input = { account: 'newcomer', name: '新人', stationId: town?.id };
  const { userCreate } = await data(actors.admin(), query, { input });
  await giveRole(userCreate.user.account, 'OFFICE_DIRECTOR', '620981102');
  return actors.person(userCreate.user.account, userCreate.password);
}

/** A key of each scope for the county, of all scopes for a town, and one that was revoked. */
async function partners(): Promise<[string, Actor][]> {
  const [county, town] = await asOwner<{ id: string }>(
    "select id from station where code in ('620981', '620981102') order by code",
  );
  const stationIds = [county?.id];
  const expiresOn = `${new Date().getFullYear() + 1}-06-30`;
  const made: [string, Actor][] = [];
  for (const scope of scopes) {
    const { secret } = await make.key(actors.admin(), { name: scope, scopes: [scope], stationIds, expiresOn });
    made.push([`key for ${scope}`, actors.partner(secret)]);
  }
  const all = await make.key(actors.admin(), { name: '镇', scopes, stationIds: [town?.id], expiresOn });
  const { id, version } = await make.key(actors.admin(), { name: '已吊销', scopes, stationIds, expiresOn });
  await data(
    actors.admin(),
    'mutation ($id: ID!, $version: Int!) { apiKeyRevoke(id: $id, version: $version, reason: "示例") { errors { message } } }',
    { id, version },
  );
  // A run asks more in a minute than a key may be given; how a budget is spent has tests of its own.
  await asOwner('update api_key set budget_per_minute = 2000000000');
  return [...made, ['key of a town', actors.partner(all.secret)]];
}
