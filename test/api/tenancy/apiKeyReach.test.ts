import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';

const inAYear = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

const ids: Record<string, string> = {};
let partner: Actor;

/** Enters a programme of a kind in a town, as the town's editor of that kind. */
async function enter(
  kind: 'training' | 'industry',
  town: 'chijin' | 'huangzhawan',
  stationId: string,
): Promise<string> {
  const type = kind === 'training' ? 'Training' : 'Industry';
  const own =
    kind === 'training'
      ? { category: 'TECHNIQUE', form: 'LECTURE', audience: 'FARMERS' }
      : { category: 'CROPS_AND_LIVESTOCK', plannedHouseholds: 12 };
  const input = { stationId, title: `${kind} ${town}`, startsOn: '2026-03-01', endsOn: '2026-10-31', ...own };
  const answer = await data(
    actors.editor(kind, town),
    `mutation ($input: ${type}ProgrammeCreateInput!) { made: ${kind}ProgrammeCreate(input: $input) {
      ${kind}Programme { id } errors { path message } } }`,
    { input },
  );
  expect(answer.made.errors).toEqual([]);
  return answer.made[`${kind}Programme`].id;
}

beforeAll(async () => {
  const { stationTree } = await data(actors.admin(), '{ stationTree { children { station { id code } } } }');
  const idOf = (code: string): string =>
    stationTree.children.find((node: { station: { code: string } }) => node.station.code === code).station.id;
  const [chijin, huangzhawan] = [idOf('620981102'), idOf('620981105')];
  ids.mine = await enter('industry', 'chijin', chijin);
  ids.otherTown = await enter('industry', 'huangzhawan', huangzhawan);
  ids.otherKind = await enter('training', 'chijin', chijin);
  const input = { name: '产业协作方', scopes: ['INDUSTRY'], stationIds: [chijin], expiresOn: inAYear };
  const query = `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { secret errors { message } } }`;
  partner = actors.partner((await data(actors.admin(), query, { input })).apiKeyCreate.secret);
});

describe('a key scoped to industry of one town', () => {
  test('reads those programmes, with the town they belong to', async () => {
    const { industryProgrammes } = await data(
      partner,
      '{ industryProgrammes(first: 100) { nodes { id station { name code } } totalCount } }',
    );
    const found = industryProgrammes.nodes.find((node: { id: string }) => node.id === ids.mine);
    expect(found.station).toEqual({ name: '赤金镇', code: '620981102' });
    expect(industryProgrammes.totalCount).toBe(industryProgrammes.nodes.length);
    const towns = industryProgrammes.nodes.map((node: { station: { code: string } }) => node.station.code.slice(0, 9));
    expect(new Set(towns)).toEqual(new Set(['620981102']));
    const { industryProgramme } = await data(partner, 'query ($id: ID!) { industryProgramme(id: $id) { title } }', {
      id: ids.mine,
    });
    expect(industryProgramme).toEqual({ title: 'industry chijin' });
  });

  test('reads nothing of another kind or town, by list or by id', async () => {
    const { programmes } = await data(partner, '{ programmes(first: 100) { nodes { id kind station { code } } } }');
    expect(programmes.nodes.map((node: { id: string }) => node.id)).toContain(ids.mine);
    for (const node of programmes.nodes) {
      expect([node.kind, node.station.code.slice(0, 9)]).toEqual(['INDUSTRY', '620981102']);
    }
    const byId = 'query ($id: ID!) { found: industryProgramme(id: $id) { title } }';
    for (const id of [ids.otherTown, ids.otherKind]) {
      const answer = await ask(partner, byId, { id });
      expect([answer.data?.found ?? null, codes(answer).filter((code) => code !== 'NOT_FOUND')]).toEqual([null, []]);
    }
  });

  test.each([
    '{ trainingProgrammes { totalCount } }',
    '{ jobProgrammes { totalCount } }',
    '{ stationTree { station { code } } }',
    '{ stations { totalCount } }',
    '{ users { totalCount } }',
    '{ apiKeys { id } }',
    '{ auditEntries { totalCount } }',
  ])('may not ask %s', async (query) => {
    const answer = await ask(partner, query);
    expect(codes(answer)).toEqual(['FORBIDDEN']);
    expect(answer.errors?.[0]?.extensions?.reason).toBe('scope');
  });

  test('is refused on the next request once it is revoked', async () => {
    const keys = await data(actors.admin(), '{ apiKeys { id version name } }');
    const key = keys.apiKeys.find((each: { name: string }) => each.name === '产业协作方');
    const query = `mutation ($id: ID!, $version: Int!) { apiKeyRevoke(id: $id, version: $version, reason: "合作结束") { errors { code } } }`;
    await data(actors.admin(), query, { id: key.id, version: key.version });
    const answer = await ask(partner, '{ industryProgrammes { totalCount } }');
    expect([answer.status, codes(answer)]).toEqual([401, ['UNAUTHENTICATED']]);
  });
});
