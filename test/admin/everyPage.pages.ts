import { areas } from '../../admin/areas.js';
import type { Area } from '../../admin/parts/area.js';
import { TABS } from '../../admin/stations/place.js';
import { type Actor, actors } from '../support/actors.js';
import { data } from '../support/app.js';
import { checked, imported, upload, xlsxOf } from '../support/exchange.js';
import { makeClosed, makeFamily, makeHousehold, makePerson, makeStatus } from '../support/households.js';
import { industryRecords, makeIntention } from '../support/industry.js';
import { make, programmeInput } from '../support/make.js';
import { act, approved, create, done, type Kind } from '../support/programmes.js';
import { dividendInput, doneOf, makeLoan, tryDividend } from '../support/projects.js';
import { enrol, makeCourse, makePeople, makeSessions, makeTraining, staffOf, take } from '../support/training.js';
import { editionPages } from './editions/editions.pages.js';
import { jobPages } from './jobs/jobs.pages.js';
import { idOf } from './stations/stations.js';
import { learningPages } from './training/learning.pages.js';

/** One page as one person meets it. */
export interface Visit {
  name: string;
  by: Actor;
  path: string;
  /** A page that is tried in English and in the dark as well. */
  isMain?: boolean;
  /** What the page is, where it is not simply there. */
  is?: 'refused' | 'nowhere' | 'warned';
}

/** What an area says of its pages beside what `admin/areas.ts` says: who opens them, and of which record. */
export interface Entry {
  by: Actor;
  /** The record of its show, edit and further pages. */
  id?: string;
  /** Further addresses, by name; they stand for routes with a star. */
  more?: Record<string, string>;
  /** Who opens a page that `by` may not. */
  others?: Record<string, Actor>;
}

const editorOf = (kind: Kind) => actors.editor(kind, 'chijin');

/** Every page of the console, each with somebody who may open it. */
export async function everyPage(): Promise<Visit[]> {
  const entries = await entriesOf();
  const missing = areas.filter(({ name }) => !entries[name]).map(({ name }) => name);
  if (missing.length) throw new Error(`No person is named to open ${missing.join(', ')}: add them to entriesOf.`);
  return [...areas.flatMap((area) => pagesOf(area, entries[area.name] as Entry)), ...(await pagesOfNoArea())];
}

function pagesOf(area: Area, { by, id = '', more = {}, others = {} }: Entry): Visit[] {
  const four = { list: '', create: '/create', edit: `/${id}`, show: `/${id}/show` } as const;
  const paths: Record<string, string> = {};
  for (const [action, rest] of Object.entries(four)) {
    if (area[action as keyof typeof four]) paths[action] = `/${area.name}${rest}`;
  }
  for (const { path } of area.routes ?? []) {
    const last = path.split('/').at(-1) as string;
    if (last !== '*') paths[last] = `/${path.replace(':id', id)}`;
  }
  // A sheet of a month is of a record of its own, which its area names under `more`.
  for (const { path } of area.prints ?? [])
    if (!path.includes(':month')) paths[path.split('/:')[0] ?? path] = `/${path.replace(':id', id)}`;
  return Object.entries({ ...paths, ...more }).map(([page, path]) => ({
    name: `${area.name}-${page.replaceAll('/', '-')}`,
    by: others[page] ?? by,
    path,
    isMain: MAIN.includes(`${area.name}-${page}`),
  }));
}

const MAIN = [
  'stations-tree',
  'households-show',
  'trainingProgrammes-list',
  'trainingProgrammes-edit',
  'reports-list',
  'reports-print/report',
  'editions-list',
  'editions-show',
  'editions-print/edition',
  'briefs-list',
  'briefs-edit',
  'briefs-show',
  'reportForms-list',
  'reportForms-show',
];

async function entriesOf(): Promise<Record<string, Entry>> {
  const admin = actors.admin();
  const station = await idOf('620981102');
  const { users } = await data(admin, '{ users(where: { search: "office.chijin" }) { nodes { id } } }');
  const shared = await sharedOut();
  const jobs = await jobPages();
  const jobProgrammes = await programmes('jobProgrammes', 'jobs');
  const tabs = TABS.map((tab) => [tab, `/stations/${station}?tab=${tab}`]);
  return {
    stations: {
      by: admin,
      more: { tree: '/stations', past: `/stations/${station}?asOf=2020-01-01`, ...Object.fromEntries(tabs) },
    },
    ...(await register()),
    importBatches: await importPages(station),
    trainingProgrammes: await programmes('trainingProgrammes', 'training'),
    ...(await learningPages()),
    jobProgrammes: { ...jobProgrammes, more: { ...jobProgrammes.more, ...jobs.ofProgrammes } },
    ...jobs.ofAreas,
    industryProgrammes: await programmes('industryProgrammes', 'industry'),
    dividendPlans: {
      by: editorOf('industry'),
      id: shared.dividend,
      more: { notice: `/print/dividendPlans/${shared.dividend}` },
    },
    loans: { by: editorOf('industry'), id: shared.loan },
    courses: await courses(),
    trainingCoverage: { by: editorOf('training') },
    villageProjectReport: { by: editorOf('industry') },
    ...(await industryPages()),
    reports: reportPages(),
    ...(await editionPages(await idOf('620981'))),
    users: { by: admin, id: users.nodes[0].id },
    auditEntries: { by: admin },
    securityEvents: { by: admin },
    apiKeys: { by: admin },
    tenants: { by: actors.operator() },
  };
}

/** The report builder with each of its charts, and what lies behind a figure. */
function reportPages(): Entry {
  const of = 'metrics=STATIONS_COUNT,PROGRAMMES_COUNT,HOUSEHOLDS_COUNT&unit=upTo&to=2026-06-30';
  const more = {
    rows: `/reports/rows?${of}&of=STATIONS_COUNT&line=total`,
    shares: `/reports?${of}&view=share&compare=YEAR_BEFORE`,
    course: '/reports?metrics=PROGRAMMES_COUNT&unit=quarter&from=2026-01-01&view=line&split=KIND',
    paper: `/print/report?${of}&compare=YEAR_BEFORE`,
  };
  return { by: actors.leader(), more, others: { rows: actors.director() } };
}

/** Distributions, intentions, and a contract whose instalments are set, of their editor. */
async function industryPages(): Promise<Record<string, Entry>> {
  const by = editorOf('industry');
  const { contract, household, item } = await industryRecords(by, await idOf('620981102'));
  await makeIntention(by, {
    householdId: household,
    itemId: item,
    year: 2026,
    quantity: { amount: '5', unit: 'PLANT' },
  });
  return { distributions: { by }, intentions: { by }, livestockContracts: { by, id: contract } };
}

/** A loan and a dividend of Chijin, made with what they hang on. */
async function sharedOut(): Promise<{ loan: string; dividend: string }> {
  const by = editorOf('industry');
  const [clerk, village] = [actors.clerk('chijin'), await idOf('620981102200')];
  const household = await makeHousehold(clerk, village);
  await makePerson(clerk, { householdId: household.id, relation: 'HEAD', name: '李安' });
  const { id } = await makeLoan(by, household.code);
  let made = await make.programme(by, 'industry', programmeInput('industry', village));
  for (const step of ['Submit', 'Approve', 'Start'])
    made = await make.step(step === 'Approve' ? actors.office('chijin') : by, 'industry', step, made);
  const dividend = doneOf(await tryDividend(by, dividendInput(made.id, village)));
  return { loan: id, dividend: dividend.id };
}

/** A household with a status and people in it, and one that was struck off. */
async function register(): Promise<Record<string, Entry>> {
  const by = actors.clerk('chijin');
  const village = await idOf('620981102200');
  const family = await makeFamily(by, village);
  await makeStatus(by, family.id);
  const closed = await makeHousehold(by, village);
  await makeClosed(by, closed);
  const member = `/persons/create?householdId=${family.id}`;
  return {
    households: { by, id: family.id, more: { closed: `/households/${closed.id}/show` } },
    persons: { by, id: family.members[0]?.id ?? '', more: { member } },
  };
}

/** A draft of its editor, one that waits for the office director, one that was approved, and the demo's under way. */
async function programmes(area: string, kind: Kind): Promise<Entry> {
  const by = editorOf(kind);
  const office = actors.office('chijin');
  const draft = await create(by, kind, '620981102', { title: '冬闲牛羊养殖实用技术现场教学（示例）' });
  const waiting = done(await act(by, kind, 'Submit', await create(by, kind, '620981102', { title: '等所长批准' })));
  const found = await data(by, `{ ${area}(where: { state: { in: [RUNNING] } }, first: 1) { nodes { id } } }`);
  const [running] = found[area].nodes as { id: string }[];
  const { id } = await approved(by, office, kind, '620981102');
  const more = {
    waiting: `/${area}/${waiting.id}/show`,
    approved: `/${area}/${id}/show`,
    amend: `/${area}/${id}/amend`,
    ...(running && { running: `/${area}/${running.id}/show` }),
  };
  return { by, id: draft.id, more, others: { waiting: office } };
}

/** A course of a village with people on its list, and a session whose roster is open. */
async function courses(): Promise<Entry> {
  const { editor, office, clerk } = staffOf('chijin');
  const village = await idOf('620981102200');
  const { id: programmeId } = await makeTraining(editor, office, village);
  const course = await makeCourse(editor, programmeId, { title: '设施蔬菜栽培（示例）', capacity: 4 });
  const people = await makePeople(clerk, village, 5);
  await enrol(clerk, { courseId: course.id, personIds: people.map(({ id }) => id) });
  const [session] = await makeSessions(editor, course.id, ['2026-03-05', '2026-03-12'], { place: '村委会' });
  await take(clerk, { sessionId: session.id, presentIds: people.slice(0, 2).map(({ id }) => id) });
  return { by: editor, id: course.id, more: { roster: `/courses/${course.id}/sessions/${session.id}` } };
}

/** A file that was checked, one whose columns are still to be named, and one that was written. */
async function importPages(station: string): Promise<Entry> {
  const by = actors.clerk('chijin');
  const row = { 户编号: 'PAGE-1', 所在村居: '620981102200', 与户主关系: '户主', 姓名: '单明' };
  const wrong = { ...row, 户编号: 'PAGE-2', 电话: '12' };
  const { id } = await checked(by, station, [row, wrong]);
  const written = await imported(by, station, [{ ...row, 户编号: 'PAGE-3' }, wrong]);
  const raw = await upload(by, station, await xlsxOf([wrong]));
  return { by, id, more: { columns: `/importBatches/${raw.id}/show`, written: `/importBatches/${written.id}/show` } };
}

async function pagesOfNoArea(): Promise<Visit[]> {
  const homes = {
    admin: actors.admin(),
    editor: editorOf('training'),
    office: actors.office('chijin'),
    leader: actors.leader(),
    operator: actors.operator(),
  };
  const isMain = true;
  return [
    ...Object.entries(homes).map(([role, by]) => ({ name: `home-${role}`, by, path: '/', isMain: role === 'editor' })),
    { name: 'sign-in', by: actors.anonymous, path: '/', isMain },
    { name: 'first-password', by: await newcomer(), path: '/', is: 'warned' },
    { name: 'account', by: actors.admin(), path: '/account' },
    { name: 'not-found', by: actors.admin(), path: '/nowhere', is: 'nowhere' },
    { name: 'no-permission', by: editorOf('training'), path: '/apiKeys', is: 'refused' },
    { name: 'no-permission-create', by: editorOf('training'), path: '/jobProgrammes/create', is: 'refused' },
  ];
}

/** Somebody whose first password is still the one that the administrator was shown. */
async function newcomer(): Promise<Actor> {
  const input = { account: 'newcomer', name: '李新（示例）', stationId: await idOf('620981102') };
  const { userCreate } = await data(
    actors.admin(),
    'mutation ($input: UserCreateInput!) { userCreate(input: $input) { password user { account } errors { message } } }',
    { input },
  );
  return actors.person(userCreate.user.account, userCreate.password);
}
