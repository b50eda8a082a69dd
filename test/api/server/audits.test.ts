import { beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { app } from '../../support/app.js';

let url = '';

beforeAll(async () => {
  const { server } = await app();
  url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
});

/** A browser's or a partner's fetch: the audit's own, with the header that a GET must carry. */
const fetchHere = (input: unknown, init?: RequestInit): Promise<Response> =>
  fetch(input as string, { ...init, headers: { 'apollo-require-preflight': '1', ...(init?.headers as object) } });

const audits = serverAudits({ url: () => url, fetchFn: fetchHere });

describe('GraphQL over HTTP', () => {
  test.each(audits.filter((audit) => audit.name.startsWith('MUST')).map((audit) => [audit.name, audit] as const))(
    '%s',
    async (_name, audit) => {
      const result = await audit.fn();
      expect('reason' in result ? result.reason : 'ok').toBe('ok');
    },
  );

  test('the specification’s audits are all there', () => {
    expect(audits.filter((audit) => audit.name.startsWith('MUST')).length).toBeGreaterThan(10);
  });
});
