import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { today } from '../../../api/kernel/index.js';
import { schema } from '../../../api/schema.js';
import { fallbacks } from '../../house/fallbacks.js';
import { around, type Reply } from './answers.js';
import { type Asker, makeAskers } from './askers.js';
import { difference, reply, type Servers, startBoth } from './asking.js';
import { type Ground, type Question, question, whole } from './corpus.js';
import { Coverage } from './coverage.js';
import { holdStill } from './frozen.js';
import { readPool } from './pool.js';
import { Random } from './random.js';
import { shrink } from './shrink.js';
import { Tally } from './tally.js';
import { enrich } from './world.js';

/** How many questions must count; `npm test -- --long` asks ten times as many. */
const promised = process.env.LONG ? 20_000 : 2_000;
/** At most so many are asked to reach that number, however many fall back. */
const patience = promised * 3;
const atOnce = 4;
/** A run ends when it has found so many differences, or so many that are not alike once they are made small. */
const mostFound = 40;
const mostShown = 8;
const seed = process.env.SEED ?? String(Math.floor(Math.random() * 1e9));

jest.setTimeout(process.env.LONG ? 3_600_000 : 600_000);

let servers: Servers;
let ground: Ground;
let askers: Asker[];

beforeAll(async () => {
  await enrich();
  askers = await makeAskers();
  servers = await startBoth();
  ground = { schema: schema(), pool: await readPool(schema()) };
  await holdStill(askers);
});

afterAll(async () => servers?.resolvers.close());

/**
 * Compared as nulls alone: the recipes' people who work belong to no household, their deliveries are in kind, their payments and notices
 * are without fault, their files without a wrong cell. The rooms' own tests read values there, by the compiler.
 */
const blank: ReadonlySet<string> = new Set(
  ['Household.dispatches', 'Household.placements', 'DispatchMember.endedOn', 'LivestockDelivery.value']
    .concat(['DividendPayment.reason', 'DividendPayment.reverses', 'PublicNotice.settlement'])
    .concat([
      'ImportBatch.sameAs',
      'ImportRow.changes',
      'ImportFault.column',
      'ImportFault.value',
      'ImportFault.suggestion',
    ]),
);

/** Left to resolvers; why, says the list. */
const uncompiled: ReadonlySet<string> = new Set(Object.keys(fallbacks));
const roots = Object.keys(schema().getQueryType()?.getFields() ?? {});

interface Asked {
  asker: Asker;
  question: Question;
}

/** Everything of every root field by those who see most, whatever the seed, and some root fields by everybody. */
function systematic(): Asked[] {
  const most = ['county administrator', 'centre director', 'office clerk', 'operator'].map(named);
  const everything = most.flatMap((asker) =>
    roots.flatMap((root) =>
      [1, 2, 3].map((turn) => ({
        asker,
        question: whole(
          ground,
          `${root} ${asker.name} ${turn}`,
          asker.county,
          root,
          turn < 3 ? { except: uncompiled } : {},
        ),
      })),
    ),
  );
  const everybody = askers.flatMap((asker) =>
    new Random(`${seed} ${asker.name}`)
      .some(roots, 16)
      .map((root) => ({ asker, question: question(ground, `${seed} ${asker.name} ${root}`, asker.county, [root]) })),
  );
  return [...particular(), ...everything, ...everybody];
}

const hangingOnHouseholds = `{ households(first: 100) { nodes {
  dispatches { id endedOn } placements { id }
  enrolments(first: 2) { edges { node { id } } } dividendShares(first: 2) { edges { node { id } } } } } }`;
const hangingOnPlans = `{ dividendPlans(first: 20) { nodes { shares(first: 5) { edges { node {
  id weight household { id } person { id } plan { id }
  payments { id amount on reason enteredBy createdAt reverses { id } } } } } } } }`;

const figures = 'lines { label cells { metric split splitName value compared } } total { cells { value compared } }';
const reports = [
  'metrics: [HOUSEHOLDS_COUNT, HOUSEHOLDS_PEOPLE], split: STATUS, compare: PREVIOUS',
  'metrics: [TRAINING_SESSIONS], by: VILLAGE, compare: PLAN',
].map(
  (asked) => `{ report(${asked}, period: { year: ${today().slice(0, 4)} }) {
    split compare comparedFrom comparedTo comparedAsOf metrics { plan } ${figures} } }`,
);

/** What chance would hardly bring about. */
function particular(): Asked[] {
  const [admin, other] = [named('county administrator'), named('administrator of another county')];
  const [county] = ground.pool.counties[admin.county]?.ids.station ?? [];
  const ask = (asker: Asker, query: string): Asked => ({ asker, question: { query, variables: {}, language: 'zh' } });
  return [
    ask(
      admin,
      `{ explainAccess(account: "${admin.actor.account}", permission: USER_READ, stationId: "${county}") { grant { id } } }`,
    ),
    ask(admin, `{ stationActPreview(id: "${county}", act: CLOSE, from: "${today()}") { refusal } }`),
    ask(admin, '{ users(first: 100) { nodes { grants { validTo reason } } } }'),
    ask(other, '{ auditCheck { brokenAt } }'),
    ask(named('operator'), '{ tenants { id } }'),
    ask(named('centre director'), hangingOnHouseholds),
    ask(named('centre director'), hangingOnPlans),
    ask(
      named('inspector'),
      '{ openings(first: 100) { nodes { skills wageBands { id grade wageFrom wageTo basis } } } }',
    ),
    ask(
      named('centre director'),
      '{ industryProgrammes(first: 100) { nodes { projectHouseholds { id household { id } } } } }',
    ),
    ask(admin, '{ securityEvents(first: 100, where: { kind: { in: [FORBIDDEN] } }) { nodes { detail } } }'),
    ask(named('inspector'), '{ jobSeekers(first: 100) { nodes { skills } } }'),
    ...['programmes', 'trainingProgrammes', 'jobProgrammes', 'industryProgrammes'].map((list) =>
      ask(named('centre director'), `{ ${list}(first: 100) { nodes { pendingRevision { no } } } }`),
    ),
    ask(named('centre director'), '{ households(first: 100) { nodes { changes { undoneAt undoneBy } } } }'),
    ...reports.map((query) => ask(named('centre director'), query)),
  ];
}

/** Whatever chance brings, endlessly: mostly by those who see much, and mostly what the asker may ask at all. */
function* random(open: ReadonlyMap<Asker, readonly string[]>): Generator<Asked> {
  const seeing = askers.filter(({ name }) => /administrator|director|inspector|key of a town|two|another/.test(name));
  for (let number = 1; ; number += 1) {
    const by = new Random(`${seed} asker ${number}`);
    const asker = by.pick(by.chance(0.6) ? seeing : askers);
    const mine = open.get(asker) ?? [];
    const names = mine.length > 1 && by.chance(0.9) ? mine : roots;
    yield { asker, question: question(ground, `${seed} ${number}`, asker.county, names) };
  }
}

/** The root fields that each asker is not refused at once. */
async function openRoots(): Promise<Map<Asker, string[]>> {
  const open = new Map<Asker, string[]>();
  for (const asker of askers) {
    for (const root of roots) {
      const { body } = await reply(
        servers.compiled,
        asker,
        whole(ground, `${seed} open`, asker.county, root, { most: 2 }),
      );
      if (!/"code":"(FORBIDDEN|UNAUTHENTICATED)"/.test(body)) open.set(asker, [...(open.get(asker) ?? []), root]);
    }
  }
  return open;
}

function named(name: string): Asker {
  const found = askers.find((asker) => asker.name === name);
  if (!found) throw new Error(`Nobody asks as ${name}.`);
  return found;
}

/** A difference: what makes it like others, and how to ask it again. */
interface Finding {
  form: string;
  says: string;
}

/** Asks both servers, and says what is wrong with the answers in a way that can be read. */
async function compare(number: number, { asker, question }: Asked, tally: Tally): Promise<Finding | null> {
  const day = today();
  const replies: [Reply, Reply] = [
    await tally.timed('compiled', () => reply(servers.compiled, asker, question)),
    await tally.timed('resolvers', () => reply(servers.resolvers, asker, question)),
  ];
  tally.count(replies, question);
  const found = await difference(servers, asker, question, replies);
  const isBroken = replies.some(({ body }) => body.includes('"code":"INTERNAL"'));
  if ((!found && !isBroken) || day !== today()) return null;
  const small = await shrink(ground.schema, question, async (smaller) => {
    const again: [Reply, Reply] = [
      await reply(servers.compiled, asker, smaller),
      await reply(servers.resolvers, asker, smaller),
    ];
    if (isBroken) return again.some(({ body }) => body.includes('"code":"INTERNAL"'));
    return (await difference(servers, asker, smaller, again)) !== null;
  });
  const { query, ...rest } = small;
  const [left, right] = around([
    await reply(servers.compiled, asker, small),
    await reply(servers.resolvers, asker, small),
  ]);
  const says = `seed ${seed}, number ${number}, asked by ${asker.name} (${asker.actor.account ?? 'key or nobody'})
${query}
${JSON.stringify(rest)}
compiled:  ${left}
resolvers: ${right}
${isBroken ? 'The server broke on this.' : ''}`;
  return { form: query.replaceAll(/"[^"]*"|\d+|\s+/g, ' '), says };
}

describe(`${promised} questions to the compiler and to resolvers, seed ${seed}`, () => {
  const findings = new Map<string, Finding & { times: number }>();
  let tally: Tally;
  let coverage: Coverage;

  test('are answered alike, value by value', async () => {
    coverage = new Coverage(ground.schema);
    tally = new Tally(coverage);
    const [known, chance] = [systematic().values(), random(await openRoots())];
    let [number, found] = [0, 0];
    const work = async (): Promise<void> => {
      while (found < mostFound && findings.size < mostShown) {
        const first = known.next().value;
        if (!first && (tally.counted >= promised || tally.asked >= patience)) break;
        number += 1;
        const asked = first ?? (chance.next().value as Asked);
        const finding = await compare(number, asked, tally);
        if (!finding) continue;
        found += 1;
        findings.set(finding.form, { ...finding, times: (findings.get(finding.form)?.times ?? 0) + 1 });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    process.stdout.write(`${tally.report(seed)}\n`);
    expect([...findings.values()].map(({ says, times }) => `${times} times: ${says}`).join('\n\n')).toBe('');
  });

  test('are as many as promised, without those that fell back', () => {
    expect(tally.counted).toBeGreaterThanOrEqual(promised);
  });

  test('reach every field that the compiler reads', () => {
    expect(coverage.reachable(uncompiled).filter((field) => !coverage.answered.has(field))).toEqual([]);
  });

  test('find a value in every such field', () => {
    const empty = coverage.reachable(uncompiled).filter((field) => !coverage.filled.has(field));
    expect(empty.filter((field) => !blank.has(field))).toEqual([]);
  });
});
