import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { codes, data } from '../../support/app.js';
import { makeHousehold } from '../../support/households.js';
import { type Made, make, programmeInput } from '../../support/make.js';
import { stationId } from '../../support/programmes.js';
import { actOn, doneOf, faultsOf } from '../../support/projects.js';

const editor = actors.editor('industry', 'chijin');
const office = actors.office('chijin');
let village = '';

beforeAll(async () => {
  village = await stationId('620981102200');
});

const project = (more: object = {}) =>
  make.programme(editor, 'industry', { ...programmeInput('industry', village), isVillageProject: true, ...more });

const meet = (id: string, more: object = {}, by = editor) =>
  actOn(by, 'consultationCreate', 'consultation { id isAgreed }', {
    input: [
      'ConsultationCreateInput!',
      {
        programmeId: id,
        kind: 'VILLAGERS',
        on: '2026-01-10',
        attendance: 88,
        resolution: '同意',
        isAgreed: true,
        ...more,
      },
    ],
  });

const publish = (id: string, more: object = {}) =>
  actOn(editor, 'publicNoticeCreate', 'publicNotice { id objections }', {
    input: [
      'PublicNoticeCreateInput!',
      { programmeId: id, from: '2026-01-12', to: '2026-01-21', objections: 0, ...more },
    ],
  });

const fund = (made: Made, lines: object[]) =>
  actOn(editor, 'fundLinesSet', 'industryProgramme { id version fundLines { source amount } }', {
    ...{ id: ['ID!', made.id], version: ['Int!', made.version], lines: ['[FundLineInput!]!', lines] },
  });

const lines = (...amounts: string[]) =>
  amounts.map((amount, i) => ({ source: ['FISCAL_SPECIAL', 'SELF_RAISED'][i] ?? 'OTHER', amount }));

const step = (name: string, made: Made, by = editor) =>
  actOn(by, `industryProgramme${name}`, 'industryProgramme { id version state }', {
    ...{ id: ['ID!', made.id], version: ['Int!', made.version] },
  });

const read = async (id: string) =>
  (
    await data(
      editor,
      `query ($id: ID!) { industryProgramme(id: $id) { id version state constructionSteps { stage on missing }
         nextSteps { act isOpen reason } projectHouseholds { id endedOn household { code } } } }`,
      { id },
    )
  ).industryProgramme;

const reached = (programme: { constructionSteps: { stage: string; on: string | null }[] }) =>
  programme.constructionSteps.filter((one) => one.on).map((one) => one.stage);

describe('a village project', () => {
  it('is consulted on, funded and published before it is approved, and goes on to use without a step left out', async () => {
    const made = await project();
    expect(faultsOf(await step('Submit', made))).toEqual([['WRONG_STATE', null]]);
    const submit = (await read(made.id)).nextSteps.find((one: { act: string }) => one.act === 'SUBMIT');
    expect(submit).toMatchObject({ isOpen: false, reason: '村级项目须先有一次会议议定通过，才能提交。' });
    doneOf(await meet(made.id, { isAgreed: false }));
    expect(reached(await read(made.id))).toEqual([]);
    doneOf(await meet(made.id));
    expect(faultsOf(await step('Submit', made))).toEqual([['WRONG_STATE', null]]);
    doneOf(await fund(made, lines('10000.00', '7500.00')));
    const submitted = doneOf(await step('Submit', made));
    expect(faultsOf(await step('Approve', submitted, office))).toEqual([['WRONG_STATE', null]]);
    doneOf(await publish(made.id));
    let at = doneOf(await step('Approve', submitted, office));
    expect(reached(await read(made.id))).toEqual(['CONSULTED', 'PUBLISHED', 'APPROVED']);
    expect(faultsOf(await step('Finish', at))).toEqual([['WRONG_STATE', null]]);
    for (const name of ['Start', 'Finish']) at = doneOf(await step(name, at));
    doneOf(await step('Accept', at, office));
    const steps = (await read(made.id)).constructionSteps;
    expect(steps.map((one: { missing: string | null }) => one.missing)).toEqual([null, null, null, null, null, null]);
  });

  it('takes no notice before a meeting agreed, none that still hangs out, and no objection left unsettled', async () => {
    const { id } = await project();
    expect(faultsOf(await publish(id))).toEqual([['WRONG_STATE', 'input.from']]);
    doneOf(await meet(id, { on: '2026-01-15' }));
    expect(faultsOf(await publish(id))).toEqual([['WRONG_STATE', 'input.from']]);
    const later = { from: '2026-01-15', to: '2099-01-01', objections: 2 };
    expect(faultsOf(await publish(id, later))).toEqual([
      ['OUT_OF_RANGE', 'input.to'],
      ['REQUIRED', 'input.settlement'],
    ]);
    expect(faultsOf(await publish(id, { from: '2026-01-20', to: '2026-01-19' }))).toEqual([['INVALID', 'input.to']]);
    expect(faultsOf(await meet(id, { attendance: 0, resolution: ' ', on: '2099-01-01' }))).toEqual([
      ['OUT_OF_RANGE', 'input.on'],
      ['OUT_OF_RANGE', 'input.attendance'],
      ['REQUIRED', 'input.resolution'],
    ]);
    const plain = await make.programme(editor, 'industry', programmeInput('industry', village));
    expect(faultsOf(await meet(plain.id))).toEqual([['WRONG_STATE', null]]);
  });

  it('has fund lines that are its budget, each source once, and not thrown away with its draft', async () => {
    const made = await project();
    expect(faultsOf(await fund(made, lines('10000.00', '7000.00')))).toEqual([['INVALID', 'lines']]);
    const twice = [...lines('17000.00'), ...lines('500.00')];
    expect(faultsOf(await fund(made, twice))).toEqual([['TAKEN', 'lines.1.source']]);
    doneOf(await fund(made, lines('10000.00', '7500.00')));
    const [line] = doneOf(await fund(made, lines('17500.00'))).fundLines;
    expect(line).toEqual({ source: 'FISCAL_SPECIAL', amount: '17500.00' });
    expect(faultsOf(await step('Discard', made))).toEqual([['WRONG_STATE', null]]);
    expect(codes(await fund({ ...made, version: 9 }, lines('17500.00')))).toEqual(['STALE']);
  });

  it('reaches households by their numbers: all of a paste, or none', async () => {
    const made = await project();
    doneOf(await meet(made.id));
    doneOf(await fund(made, lines('17500.00')));
    doneOf(await publish(made.id));
    const [one, other] = await Promise.all([1, 2].map(() => makeHousehold(actors.clerk('chijin'), village)));
    const add = (...named: (string | undefined)[]) =>
      actOn(editor, 'projectHouseholdsAdd', 'industryProgramme { projectHouseholds { id household { code } } }', {
        ...{ id: ['ID!', made.id], codes: ['[String!]!', named] },
      });
    expect(faultsOf(await add(one?.code))).toEqual([['WRONG_STATE', 'id']]);
    doneOf(await step('Approve', doneOf(await step('Submit', made)), office));
    expect(faultsOf(await add(one?.code, 'nobody', one?.code))).toEqual([
      ['INVALID', 'codes.1'],
      ['TAKEN', 'codes.2'],
    ]);
    expect((await read(made.id)).projectHouseholds).toEqual([]);
    const both = await Promise.all([add(one?.code, other?.code), add(one?.code, other?.code)]);
    expect(both.filter((answer) => answer.data.answer.record)).toHaveLength(1);
    const [first] = (await read(made.id)).projectHouseholds;
    const end = () =>
      actOn(editor, 'projectHouseholdEnd', 'projectHousehold { endedOn }', {
        ...{ id: ['ID!', first.id], reason: ['String!', '登记有误'] },
      });
    expect(doneOf(await end()).endedOn).not.toBeNull();
    expect(faultsOf(await end())).toEqual([['WRONG_STATE', 'id']]);
    doneOf(await add(first.household.code));
  });

  it('is hidden from a sibling town and another county, and fenced from editors of other kinds', async () => {
    const { id } = await project();
    expect(codes(await meet(id, {}, actors.editor('industry', 'huangzhawan')))).toEqual(['NOT_FOUND']);
    expect(codes(await meet(id, {}, actors.editor('industry', 'daye', '450481')))).toEqual(['NOT_FOUND']);
    expect(codes(await meet(id, {}, actors.editor('jobs', 'chijin')))).toEqual(['FORBIDDEN']);
    expect(codes(await meet(id, {}, actors.clerk('chijin')))).toEqual(['FORBIDDEN']);
  });
});
