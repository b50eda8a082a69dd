import { describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';
import { schema } from '../../../api/schema.js';
import { rootsAlone } from './alone.js';
import { type Reply, said } from './answers.js';
import { type Question, question, whole } from './corpus.js';
import type { Pool, Values } from './pool.js';
import { shrink } from './shrink.js';

const values = (code: string): Values => ({
  ids: {
    station: ['a', 'b'],
    notable: ['a'],
    programme: ['c'],
    user: ['d'],
    audit: ['e'],
    TRAINING: ['c'],
    JOB: ['c'],
  },
  codes: [code],
  accounts: [`admin@${code}`],
  words: ['赤金镇', 'chijinzhen', 'cjz'],
  marks: { stations: [{ cursor: 'x', orderBy: { field: 'CODE', direction: 'DESC' } }] },
});
const pool: Pool = { counties: { '1': values('1'), '2': values('2') }, acts: ['stationMove'], records: ['Station'] };
const ground = { schema: schema(), pool };
const roots = Object.keys(schema().getQueryType()?.getFields() ?? {});
const plain = (query: string): Question => ({ query, variables: {}, language: 'zh' });

describe('the corpus', () => {
  test('is the same for the same seed, and another for another', () => {
    const asked = (seed: string) => [1, 2, 3, 4].map((n) => question(ground, `${seed} ${n}`, '1', roots));
    expect(asked('a')).toEqual(asked('a'));
    expect(asked('b')).not.toEqual(asked('a'));
  });

  test('is of valid documents but for values that no type takes', () => {
    const asked = Array.from({ length: 300 }, (_, n) => question(ground, `valid ${n}`, '1', roots));
    const says = asked.flatMap(({ query }) => validate(schema(), parse(query)).map(({ message }) => message));
    expect(
      says.filter(
        (one) => !/A date is written|An amount is a text|A decimal is a text|does not exist in .* enum/.test(one),
      ),
    ).toEqual([]);
    expect(says.length).toBeLessThan(15);
  });

  test('asks for everything under every root field', () => {
    for (const root of roots) {
      const { query } = whole(ground, root, '1', root);
      expect(validate(schema(), parse(query)).map(({ message }) => message)).toEqual([]);
    }
  });
});

describe('two answers', () => {
  const reply = (body: string, status = 200): Reply => ({ status, body, fellBack: [] });
  const error = (letter: string, path = 'a', id = letter.repeat(36)) =>
    `{"message":"Tell ${id}","path":["${path}"],"extensions":{"code":"INTERNAL","requestId":"${id}"}}`;

  test.each([
    ['white space', '{"data":{"a":[1,"b"]}}', ' { "data" : { "a" : [ 1 , "b" ] } }\n'],
    ['how a text is escaped', '{"data":{"a":"麦/"}}', '{"data":{"a":"\\u9ea6\\/"}}'],
    ['the request', `{"errors":[${error('x')}],"data":null}`, `{"errors":[${error('y')}],"data":null}`],
    [
      'which error came first',
      `{"errors":[${error('x')},${error('x', 'b')}],"data":null}`,
      `{"errors":[${error('y', 'b')},${error('y')}],"data":null}`,
    ],
  ])('are the same in spite of %s', (_what, left, right) => {
    expect(said(reply(left))).toEqual(said(reply(right)));
  });

  test.each([
    ['the order of keys', '{"data":{"a":1,"b":2}}', '{"data":{"b":2,"a":1}}'],
    ['the order of rows', '{"data":{"a":[1,2]}}', '{"data":{"a":[2,1]}}'],
    ['a key that comes twice', '{"data":{"a":1}}', '{"data":{"a":1,"a":1}}'],
    ['null and nothing', '{"data":{"a":null}}', '{"data":{}}'],
    ['a number and a text', '{"data":{"a":1}}', '{"data":{"a":"1"}}'],
    ['white space in a text', '{"data":{"a":"b c"}}', '{"data":{"a":"bc"}}'],
    ['an error', '{"data":null}', `{"errors":[${error('x')}],"data":null}`],
    ['an error’s path', `{"errors":[${error('x')}],"data":null}`, `{"errors":[${error('x', 'b')}],"data":null}`],
    ['a request’s id that is data', '{"data":{"requestId":"x"}}', '{"data":{"requestId":"y"}}'],
    ['the cost', '{"data":{},"extensions":{"cost":1}}', '{"data":{},"extensions":{"cost":2}}'],
    ['errors before data', `{"errors":[${error('x')}],"data":null}`, `{"data":null,"errors":[${error('x')}]}`],
  ])('differ by %s', (_what, left, right) => {
    expect(JSON.stringify(said(reply(left)))).not.toBe(JSON.stringify(said(reply(right))));
  });

  test('differ by their status', () => {
    expect(said(reply('{}'))).not.toEqual(said(reply('{}', 400)));
  });
});

describe('a question that is answered differently', () => {
  test('is shown without what does not matter', async () => {
    const long = plain(`query ($n: Int, $id: ID!) {
      stations(first: $n) { nodes { ...S parent { id code } } totalCount } station(id: $id) { id } }
      fragment S on Station { id code path { name code } }`);
    const small = await shrink(schema(), long, async ({ query }) => query.includes('name'));
    expect(small.query.replace(/\s+/g, ' ')).toBe(
      'query ($n: Int) { stations(first: $n) { nodes { ...S } } } fragment S on Station { path { name } }',
    );
  });

  test('is asked root by root where several may fail', () => {
    const two = plain(`{ me { user { id } } ...Q @include(if: true) } fragment Q on Query { t: tenants { ...R } }
      fragment R on Tenant { ...S } fragment S on Tenant { id }`);
    expect(rootsAlone(two).map(({ query }) => query.replace(/\s+/g, ' '))).toEqual([
      '{ me { user { id } } }',
      '{ ... on Query @include(if: true) { t: tenants { ...R } } } fragment R on Tenant { ...S } fragment S on Tenant { id }',
    ]);
  });
});
