import { describe, expect, test } from '@jest/globals';
import { type Actor, actors } from '../../support/actors.js';
import { ask, data } from '../../support/app.js';
import { asOwner } from '../../support/sql.js';

const query = `query ($where: SecurityEventFilter) {
  securityEvents(where: $where, first: 100) { nodes { kind account station { code } client } }
}`;

interface Event {
  kind: string;
  account: string | null;
  station: { code: string } | null;
}

async function events(actor: Actor, where: Record<string, unknown> = {}): Promise<Event[]> {
  return (await data(actor, query, { where })).securityEvents.nodes as Event[];
}

async function signIn(account: string, password: string): Promise<void> {
  const mutation = 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }';
  const { data: answer } = await ask(actors.anonymous, mutation, { input: { account, password } });
  expect(answer.signIn.errors).toEqual([{ code: 'WRONG_PASSWORD' }]);
}

describe('the security log', () => {
  test('tells of sign-ins and of refused ones, with where the person works', async () => {
    await signIn('clerk.chijin@620981', 'wrong');
    const refused = await events(actors.admin(), { account: 'clerk.chijin@620981' });
    expect(refused).toEqual([
      {
        kind: 'SIGN_IN_REFUSED',
        account: 'clerk.chijin@620981',
        station: { code: '620981102' },
        client: 'lightMyRequest',
      },
    ]);
    expect(await events(actors.admin(), { account: 'admin@', kind: { in: ['SIGNED_IN'] } })).not.toEqual([]);
  });

  test('is read by the director for the town, and by another county not at all', async () => {
    await signIn('clerk.huangzhawan@620981', 'wrong');
    const seen = await events(actors.office('chijin'));
    expect(seen.map((event) => event.account)).toContain('office.chijin@620981');
    expect(seen.filter((event) => !event.station?.code.startsWith('620981102'))).toEqual([]);
    expect((await events(actors.admin('450481'))).filter((event) => event.account?.endsWith('@620981'))).toEqual([]);
  });

  test('keeps an unknown account of the county, and drops what is no account', async () => {
    await signIn('nobody@620981', 'wrong');
    await signIn('MyPassw0rd-typed-too-early', 'wrong');
    expect(await events(actors.inspector(), { account: 'nobody@' })).toMatchObject([{ station: null }]);
    const rows = await asOwner(`select tenant_id, account from security_event where tenant_id is null`);
    expect(rows).toEqual([{ tenant_id: null, account: null }]);
  });

  test('tells of one account’s refusals thirty times a minute at most', async () => {
    const rename =
      'mutation { stationRename(id: "x", version: 1, input: { name: "x", from: "2020-01-01", reason: "x" }) { errors { code } } }';
    for (let i = 0; i < 40; i += 1) await ask(actors.leader(), rename);
    const { length } = await events(actors.admin(), { account: 'leader@', kind: { in: ['FORBIDDEN'] } });
    expect(length).toBeGreaterThanOrEqual(30);
    expect(length).toBeLessThan(40);
  });
});
