import { addDays, today } from '../../../api/kernel/index.js';
import { recordRecipes } from '../../house/isolation.recipes.js';
import { operations } from '../../house/operations.js';
import { Place } from '../../house/place.js';
import { type Actor, actors } from '../../support/actors.js';
import { ask, data } from '../../support/app.js';
import { type Made, make } from '../../support/make.js';
import { act, amend, approved, create, done, type Kind } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';
import { fillBlanks } from './blanks.js';
import { enrichRegister } from './register.js';

const reason = '示例事由';

/** A county as the world is enriched in it: a town with the demo's people, and the word in their accounts. */
interface County {
  code: string;
  word: string;
  town: string;
}

const counties: readonly County[] = [
  { code: '620981', word: 'chijin', town: '620981102' },
  { code: '450481', word: 'daye', town: '450481108' },
];

/** What the demo does not have: moved, renamed, merged and closed stations, every state of a programme, people who left. */
export async function enrich(): Promise<void> {
  for (const county of counties) {
    await changeTree(county);
    await changePeople(county);
    for (const kind of ['training', 'jobs', 'industry'] as const) await walkProgrammes(county, kind);
    await enrichRegister(county.code, county.word, [await idOf(county.town), await villageOf(county)]);
  }
  await refuse();
  for (const { town } of counties) await leaveRecords(await Place.at(town));
  await fillBlanks();
}

/** Acts after which a record can be worked on no more; they come last, so that the others still find it open. */
const ending = /(Close|Cancel|Decline|End|Withdraw|Undo|Reverse|Return|Merge|Retire|Complete|Commit|Apply|Place)s?$/;

/**
 * Every act of the rooms of records done for once, as the house's recipes do it: one record of each kind, changed, ended and reversed.
 * What one act has left may refuse the next; the house's tests see to the recipes, and the coverage of the corpus to what is missing.
 */
async function leaveRecords(place: Place): Promise<void> {
  const byName = new Map(operations().map((operation) => [operation.name, operation]));
  const inOrder = Object.entries(recordRecipes).sort(([a], [b]) => Number(ending.test(a)) - Number(ending.test(b)));
  for (const [name, cases] of inOrder) {
    const operation = byName.get(name);
    for (const one of cases) {
      const by = one.by(place);
      const variables = await Promise.resolve(one.ask(place, by)).catch(() => null);
      if (variables && operation?.isMutation) await ask(by, operation.document, variables);
    }
  }
}

async function stationAct(by: Actor, name: string, on: Made, input: Record<string, unknown>): Promise<Made> {
  const said = await data(
    by,
    `mutation ($id: ID!, $version: Int!, $input: Station${name}Input!) {
       station${name}(id: $id, version: $version, input: $input) { station { id version } errors { path message } } }`,
    { id: on.id, version: on.version, input: { ...input, reason } },
  );
  const { station, errors } = said[`station${name}`];
  if (!station) throw new Error(`station${name}: ${JSON.stringify(errors)}`);
  return station;
}

async function openVillage(county: County, code: string, name: string, openedOn: string): Promise<Made> {
  const by = actors.admin(county.code);
  const parentId = await idOf(county.town);
  const said = await data(
    by,
    `mutation ($input: StationCreateInput!) {
       stationCreate(input: $input) { station { id version } errors { path message } } }`,
    { input: { parentId, code, name, openedOn, reason, settlement: 'VILLAGE' } },
  );
  if (!said.stationCreate.station) throw new Error(JSON.stringify(said.stationCreate.errors));
  return said.stationCreate.station;
}

async function idOf(code: string): Promise<string> {
  const [row] = await asOwner<{ id: string }>('select id from station where code = $1', [code]);
  if (!row) throw new Error(`There is no station ${code}.`);
  return row.id;
}

async function villageOf({ town }: County): Promise<string> {
  const sql = `select id from station where code like $1 and level = 'VILLAGE' and closed_on is null order by code limit 1`;
  const [row] = await asOwner<{ id: string }>(sql, [`${town}%`]);
  if (!row) throw new Error(`${town} has no village.`);
  return row.id;
}

async function otherTown({ code, town }: County): Promise<string> {
  const sql = `select id from station where code like $1 and level = 'TOWNSHIP' and code <> $2 order by code limit 1`;
  const [row] = await asOwner<{ id: string }>(sql, [`${code}%`, town]);
  if (!row) throw new Error(`${code} has no other town.`);
  return row.id;
}

/** Villages of their own, so that the demo's people stay where they are. */
async function changeTree(county: County): Promise<void> {
  const { code, town, word } = county;
  const by = actors.admin(code);
  const day = (count: number): string => addDays(today(), count);
  const village = (n: number, openedOn = '2019-03-01') =>
    openVillage(county, `${town}78${n}`, `示例${'甲乙丙丁戊己庚辛'[n]}村`, openedOn);
  const [moved, renamed, merged, closed, handed] = [
    await village(0),
    await village(1),
    await village(2),
    await village(3),
    await village(4),
  ];
  await village(5, day(-3));
  await village(6, day(40));
  const again = await stationAct(by, 'Move', moved, { parentId: await otherTown(county), from: day(-60) });
  await stationAct(by, 'Rename', again, { name: '示例新甲村', from: day(-20) });
  const twice = await stationAct(by, 'Rename', renamed, { name: '示例"乙"\\村🌾', from: '2022-02-02' });
  await stationAct(by, 'Rename', twice, { name: '示例将来乙村', from: day(30) });
  await make.person(by, merged.id, 'STATION_LEAD');
  const editor = actors.editor('training', word, code);
  await create(editor, 'training', merged.id, { title: '并村前的培训' });
  await stationAct(by, 'Merge', merged, { intoId: renamed.id, from: day(-5) });
  await stationAct(by, 'Close', closed, { from: day(-100) });
  await create(editor, 'training', handed.id, { title: '移交的培训' });
  await stationAct(by, 'Close', handed, { handOverToId: moved.id, from: day(0) });
}

async function changePeople(county: County): Promise<void> {
  const by = actors.admin(county.code);
  const stationId = await idOf(county.town);
  await make.disabled(by, await make.person(by, stationId, 'OFFICE_CLERK'));
  const leaver = await make.person(by, stationId, 'HELPER');
  await endGrant(by, leaver.grant);
  const input = { userId: leaver.id, role: 'SHOPKEEPER', stationId, validFrom: addDays(today(), 20) };
  await data(by, 'mutation ($input: GrantCreateInput!) { grantCreate(input: $input) { errors { message } } }', {
    input: { ...input, validTo: addDays(today(), 50) },
  });
}

/** Ends a grant as of today. */
async function endGrant(by: Actor, { id, version }: Made): Promise<void> {
  await data(
    by,
    `mutation ($id: ID!, $version: Int!, $input: GrantEndInput!) {
       grantEnd(id: $id, version: $version, input: $input) { errors { message } } }`,
    { id, version, input: { on: today(), reason } },
  );
}

/** Leaves an account without any role. */
export async function endGrantsOf(account: string): Promise<void> {
  const by = actors.admin(account.split('@')[1] ?? '');
  const sql = `select g.id, g.version from "grant" g join "user" u on u.tenant_id = g.tenant_id and u.id = g.user_id
    where u.account = $1 and g.valid_to is null`;
  for (const grant of await asOwner<Made>(sql, [account])) await endGrant(by, grant);
}

const texts = ['', ' "引号"', " 'O''Neil'", ' \\反斜杠\\u0041', ' 🌾麦', ' <b>&amp;</b>', ' %_', ' ÀÉ'];

/** One programme in each state, and amendments that wait, were approved, and were returned. */
async function walkProgrammes({ code, word, town }: County, kind: Kind): Promise<void> {
  const [editor, office] = [actors.editor(kind, word, code), actors.office(word, code)];
  const step = async (on: Made, name: string): Promise<Made> => {
    const by = ['Approve', 'Return', 'Accept', 'Stop'].includes(name) ? office : editor;
    return done(await act(by, kind, name, on, '"意见"\\'));
  };
  const walks = [[], ['Submit'], ['Submit', 'Return'], ['Submit', 'Approve', 'Start']]
    .concat([
      ['Submit', 'Approve', 'Start', 'Finish'],
      ['Submit', 'Approve', 'Start', 'Finish', 'Accept'],
    ])
    .concat([['Submit', 'Approve', 'Stop']]);
  for (const [index, walk] of walks.entries()) {
    let made: Made = await create(editor, kind, town, { title: `示例${index}${texts[index] ?? ''}` });
    for (const name of walk) made = await step(made, name);
  }
  await create(editor, kind, town, { title: '空草稿', plan: null, budget: null, fundSource: null, responsible: null });
  for (const outcome of ['', 'Approve', 'Return']) {
    const made = await approved(editor, office, kind, town);
    const input = { budget: '99.01', title: `变更${outcome}`, endsOn: addDays(today(), 90), startsOn: today() };
    const waiting = done(await amend(editor, kind, made, input));
    if (outcome) await step(waiting, outcome);
  }
}

/** Refusals that the security log keeps. */
async function refuse(): Promise<void> {
  const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { message } } }';
  for (const account of ['admin@620981', 'leader@450481', 'nobody@620981']) {
    await ask(actors.anonymous, signIn, { input: { account, password: 'wrong' } });
  }
  const approve = 'mutation { trainingProgrammeApprove(id: "x", version: 1) { errors { message } } }';
  for (const by of [actors.leader(), actors.clerk('chijin'), actors.clerk('daye', '450481')]) await ask(by, approve);
  await ask({ key: 'lx_unknown_0123456789' }, '{ me { user { id } } }');
}
