import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { OrmClient } from '../../../api/database/ormClient.js';
import { actors } from '../../support/actors.js';
import { ask, codes, data, forgetSessions } from '../../support/app.js';
import { inputs, stationId } from '../../support/programmes.js';
import { asOwner } from '../../support/sql.js';

const editor = actors.editor('training', 'chijin');
const account = String(editor.account);

const createText = `mutation ($input: TrainingProgrammeCreateInput!) { trainingProgrammeCreate(input: $input) {
  errors { code } trainingProgramme { id title version station { name } steps { act } revisions { no } } } }`;

const create = async (title: string) => {
  const input = { ...inputs.training, stationId: await stationId('620981102'), title };
  return ask(editor, createText, { input });
};
const rowsOf = (title: string) =>
  asOwner(
    `select 'programme' as kept from programme where title = $1
     union all select 'audit' from audit_entry where after::text like '%' || $1 || '%'`,
    [title],
  );

/** So that the process remembers who asks, and has that confirmed together with the next question. */
beforeEach(async () => {
  forgetSessions();
  await data(editor, '{ me { user { name } } }');
});

describe('a create by somebody who is remembered', () => {
  test('takes three round trips: look, write, read and commit', async () => {
    const sent = jest.spyOn(OrmClient.prototype as never as { send(all: { text: string }[]): unknown }, 'send');
    const answer = await create('三个来回');
    const trips = sent.mock.calls.map(([all]) => all.map(({ text }) => /^\W*(\w+)/.exec(text)?.[1]));
    sent.mockRestore();
    expect(answer.errors).toBeUndefined();
    expect(trips).toEqual([
      ['begin', 'select', 'select'],
      ['insert', 'insert', 'insert', 'insert', 'sent'],
      ['select', 'commit'],
    ]);
    expect(await rowsOf('三个来回')).toContainEqual({ kept: 'programme' });
  });

  test('keeps nothing when their session has ended elsewhere', async () => {
    await asOwner('delete from session where user_id = (select id from account where login = $1)', [account]);
    expect(codes(await create('会话已终'))).toContain('UNAUTHENTICATED');
    expect(await rowsOf('会话已终')).toEqual([]);
  });

  test('keeps nothing when their right was taken away elsewhere', async () => {
    const holder = '(select id from account where login = $1)';
    await asOwner(`update "grant" set valid_to = valid_from where user_id = ${holder}`, [account]);
    expect(codes(await create('权限已收'))).toEqual(['FORBIDDEN']);
    expect(await rowsOf('权限已收')).toEqual([]);
    await asOwner(`update "grant" set valid_to = null where user_id = ${holder}`, [account]);
    expect((await create('权限又有')).errors).toBeUndefined();
    expect(await rowsOf('权限又有')).toContainEqual({ kept: 'programme' });
  });
});
