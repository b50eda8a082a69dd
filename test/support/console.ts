import type { AddressInfo } from 'node:net';
import { afterAll, afterEach } from '@jest/globals';
import type { Browser, Page, Request } from 'playwright-core';
import type { Actor } from './actors.js';
import { app } from './app.js';
import { type Looking, openContext, startBrowser } from './browser.js';
import { cluster } from './cluster.js';

let origin: Promise<string> | null = null;
let browser: Promise<Browser> | null = null;

/** Where this test file's server listens, with the built console at its root. */
export function consoleOrigin(): Promise<string> {
  origin ??= listen();
  return origin;
}

/** Opens an address of the console (`/stations`) in somebody's name, in a window of its own; a stranger meets the sign-in form. */
export async function openConsole(actor: Actor, path = '/', looking: Looking = {}): Promise<Page> {
  browser ??= startBrowser();
  const [at, context] = await Promise.all([consoleOrigin(), openContext(await browser, looking)]);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  countRequests(page);
  if (actor.account) await signIn(page, at, actor.account, actor.password ?? cluster().password);
  await visit(page, path);
  return page;
}

/** Goes to an address of the console in the same window and waits until it has asked what it asks. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${await consoleOrigin()}/#${path}`);
  await untilCalm(page);
}

const underWay = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page): void {
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on('request', (request) => requests.add(request));
  const isOver = (request: Request) => void requests.delete(request);
  page.on('requestfinished', isOver);
  page.on('requestfailed', isOver);
}

/** Waits until a page has drawn itself three times over without a request under way; Playwright's own idleness takes half a second more. */
export async function untilCalm(page: Page): Promise<void> {
  const requests = underWay.get(page);
  const latest = Date.now() + 10_000;
  for (let calm = 0; calm < 3; calm = requests?.size ? 0 : calm + 1) {
    if (Date.now() > latest) throw new Error(`${page.url()} still asks after ten seconds.`);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 40))));
  }
}

async function listen(): Promise<string> {
  const { server } = await app();
  await server.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

async function signIn(page: Page, at: string, account: string, password: string): Promise<void> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { message } } }';
  const answer = await page.request.post(`${at}/graphql`, {
    data: { query, variables: { input: { account, password } } },
  });
  const { data } = (await answer.json()) as { data?: { signIn: { errors: { message: string }[] } } };
  if (!data || data.signIn.errors.length) throw new Error(`${account} cannot sign in: ${await answer.text()}`);
}

/** Windows are shut after each test, so that none works on behind the next. */
afterEach(async () => {
  for (const context of (await browser)?.contexts() ?? []) await context.close();
});

afterAll(async () => {
  await (await browser)?.close();
});
