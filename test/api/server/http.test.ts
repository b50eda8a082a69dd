import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { InjectOptions } from 'fastify';
import { app, restart } from '../../support/app.js';
import { cluster } from '../../support/cluster.js';

type Response = Awaited<ReturnType<Awaited<ReturnType<typeof app>>['server']['inject']>>;

async function send(options: InjectOptions): Promise<Response> {
  return (await app()).server.inject(options);
}

const post = (payload: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  send({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    payload: payload as object,
  });

const hello = { query: '{ __typename }' };

function codeOf(response: Response): string {
  return response.json().errors[0].extensions.code;
}

describe('what is malformed is refused as such', () => {
  test.each<[string, InjectOptions, number]>([
    ['broken JSON', { headers: { 'content-type': 'application/json' }, payload: '{"query":' }, 400],
    ['an empty body', { headers: { 'content-type': 'application/json' }, payload: '' }, 400],
    ['no body at all', {}, 400],
    ['JSON that is no object', { headers: { 'content-type': 'application/json' }, payload: '"x"' }, 400],
    ['a query that is no text', { payload: { query: 7 } }, 400],
    ['variables that are no object', { payload: { query: '{ __typename }', variables: '{}' } }, 400],
    ['plain text', { headers: { 'content-type': 'text/plain' }, payload: '{"query":"{ __typename }"}' }, 415],
    [
      'a form',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'query={__typename}' },
      415,
    ],
    ['a body of 600 KB', { payload: { query: 'x'.repeat(600_000) } }, 413],
    [
      'a poisoned prototype',
      { headers: { 'content-type': 'application/json' }, payload: '{"query":"{ __typename }","__proto__":{}}' },
      400,
    ],
  ])('%s', async (_what, options, status) => {
    const response = await send({ method: 'POST', url: '/graphql', ...options });
    expect(response.statusCode).toBe(status);
    expect(codeOf(response)).toBe('BAD_USER_INPUT');
    expect(response.json().errors[0].extensions.requestId).toBe(response.headers['x-request-id']);
  });

  test('other methods than GET and POST', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS'] as const) {
      const response = await send({ method, url: '/graphql' });
      expect(response.statusCode).toBe(405);
      expect(response.headers.allow).toBe('GET, POST');
    }
  });

  test('an address that is not there', async () => {
    const response = await send({ method: 'GET', url: '/api/v1/users' });
    expect(response.statusCode).toBe(404);
    expect(codeOf(response)).toBe('NOT_FOUND');
  });
});

describe('GET', () => {
  const get = (
    query: string,
    headers: Record<string, string> = { 'apollo-require-preflight': '1' },
  ): Promise<Response> => send({ method: 'GET', url: `/graphql?query=${encodeURIComponent(query)}`, headers });

  test('answers a query', async () => {
    expect((await get('{ __typename }')).json()).toEqual({ data: { __typename: 'Query' } });
  });

  test('never changes anything', async () => {
    const response = await get('mutation { signOut { errors { code } } }');
    expect(response.statusCode).toBe(405);
    expect(codeOf(response)).toBe('BAD_USER_INPUT');
  });

  test('is refused without a header that other sites cannot set', async () => {
    expect((await get('{ __typename }', {})).statusCode).toBe(400);
  });
});

describe('other sites', () => {
  test('may not send what a browser would send with the cookie', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1.evil.example']) {
      const response = await post(hello, { origin });
      expect(response.statusCode).toBe(403);
      expect(response.json().errors[0].extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'origin' });
    }
    expect((await post(hello, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await post(hello, { origin: 'http://localhost:80', host: 'localhost:80' })).statusCode).toBe(200);
  });

  test('are told of no shared origin', async () => {
    const preflight = await send({
      method: 'OPTIONS',
      url: '/graphql',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    const asked = await post(hello, { origin: 'https://evil.example' });
    for (const { headers } of [preflight, asked]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('headers', () => {
  test('keep answers out of stores, frames and other sites', async () => {
    const { headers } = await post(hello);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by'] ?? headers.server).toBeUndefined();
  });

  test('forbid inline scripts and name another nonce each time', async () => {
    const policies = [await post(hello), await post(hello)].map((r) => String(r.headers['content-security-policy']));
    expect(policies[0]).toMatch(/script-src 'self';/);
    expect(policies[0]).toMatch(/style-src 'self' 'nonce-[\w+/]{22}=='/);
    expect(policies[0]).toMatch(/frame-ancestors 'none'/);
    expect(policies[0]).not.toMatch(/unsafe|https?:|\*/);
    expect(policies[0]).not.toBe(policies[1]);
  });
});

describe('health', () => {
  test('lives and is ready', async () => {
    expect((await send({ method: 'GET', url: '/livez' })).statusCode).toBe(200);
    const ready = await send({ method: 'GET', url: '/readyz' });
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: 'ok' }]);
  });

  test('metrics are for scrapers on this machine alone', async () => {
    await post(hello);
    const local = await send({ method: 'GET', url: '/metrics' });
    expect(local.body).toMatch(/lianxin_request_seconds_count\{route="\/graphql",kind="query",status="200"\} [1-9]/);
    for (const options of [{ headers: { 'x-forwarded-for': '203.0.113.9' } }, { remoteAddress: '10.0.0.8' }]) {
      expect((await send({ method: 'GET', url: '/metrics', ...options })).statusCode).toBe(404);
    }
  });
});

describe('the console', () => {
  const folder = mkdtempSync(join(tmpdir(), 'console-'));
  const page = (url: string): Promise<Response> => send({ method: 'GET', url, headers: { accept: 'text/html,*/*' } });

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><div id="root"></div>');
    writeFileSync(join(folder, 'assets', 'main-a1b2c3.js'), 'export {};');
    writeFileSync(join(folder, 'assets', 'main-a1b2c3.js.map'), '{}');
    writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(folder, '..', 'beside.txt'), 'not for you');
    await restart({ consoleFolder: folder });
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
    rmSync(join(folder, '..', 'beside.txt'));
  });

  test('its page carries the nonce of its response, wherever a browser navigates', async () => {
    for (const url of ['/', '/index.html', '/stations/42', '/programmes?filter=%7B%7D']) {
      const response = await page(url);
      expect(response.statusCode).toBe(200);
      const nonce = /nonce-([^']+)'/.exec(String(response.headers['content-security-policy']))?.[1];
      expect(response.body).toContain(`content="${nonce}"`);
      expect(response.headers['cache-control']).toBe('no-store');
      expect(response.headers['content-type']).toMatch(/text\/html/);
    }
  });

  test('its hashed assets may be kept for ever, others not', async () => {
    expect((await page('/assets/main-a1b2c3.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await page('/favicon.svg')).headers['cache-control']).toBe('no-cache');
  });

  test('nothing else is served: no source map, no file beside it, no missing asset', async () => {
    const elsewhere = [
      '/assets/main-a1b2c3.js.map',
      '/assets/gone.js',
      '/../beside.txt',
      '/..%2fbeside.txt',
      '/%2e%2e/beside.txt',
    ];
    for (const url of [...elsewhere, '/package.json', '/.git/config', '/assets/']) {
      expect([url, (await page(url)).statusCode]).toEqual([url, 404]);
    }
  });
});

describe('the explorer', () => {
  test('is for people who are signed in', async () => {
    await restart();
    for (const url of ['/graphiql/', '/graphiql/index.html', '/graphiql/assets/x.js']) {
      const response = await send({ method: 'GET', url, headers: { accept: 'text/html' } });
      expect([response.statusCode, codeOf(response)]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  test('is not there in production', async () => {
    await restart({ isProduction: true });
    for (const url of ['/graphiql', '/graphiql/', '/graphiql/index.html']) {
      expect((await send({ method: 'GET', url, headers: { accept: 'text/html' } })).statusCode).toBe(404);
    }
  });
});

describe('behind TLS', () => {
  beforeAll(() => restart({ publicUrl: 'https://lianxin.example' }));

  test('the cookie is bound to the host, and browsers are told to stay with TLS', async () => {
    const query = 'mutation ($i: SignInInput!) { signIn(input: $i) { errors { code } } }';
    const variables = { i: { account: 'admin@620981', password: cluster().password } };
    const response = await post({ query, variables }, { origin: 'https://lianxin.example' });
    expect(String(response.headers['set-cookie'])).toMatch(
      /^__Host-lianxin=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(response.headers['strict-transport-security']).toMatch(/max-age=31536000/);
    expect((await post(hello, { origin: 'http://lianxin.example' })).statusCode).toBe(403);
  });
});

describe('a slow client', () => {
  test('that never ends its headers is cut off', async () => {
    const { server } = await restart();
    await server.listen({ port: 0, host: '127.0.0.1' });
    server.server.headersTimeout = 300;
    const { port } = server.server.address() as { port: number };
    const socket = connect(port, '127.0.0.1', () => socket.write('POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: '));
    const said = await new Promise<string>((resolve, reject) => {
      let text = '';
      socket.on('data', (chunk) => (text += String(chunk)));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(said).toMatch(/^HTTP\/1.1 408 /);
  }, 15_000);
});
