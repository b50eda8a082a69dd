import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPersonalKeys, type PersonalKeys, personalKeysFrom } from '../../../api/kernel/index.js';
import { addKey, readKeyFile, writeNewKeyFile } from '../../../api/start/personalKeys.js';
import { keysInUse, resealAll } from '../../../api/start/reseal.js';
import { actors } from '../../support/actors.js';
import { app, data } from '../../support/app.js';
import { cluster } from '../../support/cluster.js';
import { makeHousehold, makePerson } from '../../support/households.js';
import { stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const clerk = actors.clerk('chijin');
const phone = '13912345678';
const number = '99999919800101037X';

describe('the key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  const file = join(folder, 'keys.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is its owner’s alone to read, is never overwritten, and takes further keys while the index key stays', () => {
    writeNewKeyFile(file);
    expect(() => writeNewKeyFile(file)).toThrow(/EEXIST/);
    const before = readKeyFile(file);
    expect(addKey(file)).toBe('k2');
    expect(addKey(file)).toBe('k3');
    const after = readKeyFile(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect([...after.keys.keys()]).toEqual(['k1', 'k2', 'k3']);
    expect([after.current, after.index.equals(before.index)]).toEqual(['k3', true]);
    expect(after.keys.get('k1')?.equals(before.keys.get('k1') as Buffer)).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8')).current).toBe('k3');
  });
});

describe('a rotation', () => {
  let person = '';
  const reveal = `mutation ($id: ID!) {
    personReveal(id: $id, number: ID_NUMBER, reason: "核实（示例）") { revealed { value } } }`;
  /** The keys of the test with another that seals, as a second instance would find them in the file. */
  const rotated = (): PersonalKeys => {
    const old = personalKeysFrom(cluster().secret);
    const next = personalKeysFrom(`${cluster().secret} next`).keys.get('d1') as Buffer;
    return { ...old, current: 'k2', keys: new Map([...old.keys, ['k2', next]]) };
  };

  beforeAll(async () => {
    await app();
    const { id } = await makeHousehold(clerk, await stationId('620981102200'));
    person = (await makePerson(clerk, { householdId: id, relation: 'HEAD', name: '郑转', idNumber: number, phone })).id;
  });

  const stored = async () =>
    (
      await asOwner<{ id_number: string; phone: string; id_number_index: string }>(
        'select id_number, phone, id_number_index from person where id = $1',
        [person],
      )
    )[0];

  it('seals every value anew, finds people as before, and is audited without the numbers', async () => {
    const { orm } = await app();
    const before = await stored();
    openPersonalKeys(rotated());
    expect(await resealAll(orm, () => undefined, -1000)).toBeGreaterThan(0);
    const after = await stored();
    expect([after?.id_number.slice(0, 3), after?.phone.slice(0, 3)]).toEqual(['k2.', 'k2.']);
    expect(after?.id_number_index).toBe(before?.id_number_index);
    expect(new Set((await keysInUse(orm)).map(({ key }) => key))).toEqual(new Set(['k2']));
    expect((await data(clerk, reveal, { id: person })).personReveal.revealed.value).toBe(number);
    const { persons } = await data(clerk, `{ persons(where: { idNumber: "${number}" }) { nodes { id } } }`);
    expect(persons.nodes).toEqual([{ id: person }]);
    const audited = await asOwner<{ account: string }>(
      `select account from audit_entry where act = 'personalKeysRotate' and record_id = $1`,
      [person],
    );
    expect(audited).toEqual([{ account: 'installer@platform' }]);
    expect(await resealAll(orm, () => undefined, -1000)).toBe(0);
  });

  it('reaches an instance that runs: it reads the keys again when it meets one that it does not know', async () => {
    openPersonalKeys(personalKeysFrom(cluster().secret), rotated);
    expect((await data(clerk, reveal, { id: person })).personReveal.revealed.value).toBe(number);
  });
});
