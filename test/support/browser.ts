import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';

/** The two widths at which every page is tried: an office desk and a phone. */
export const WIDTHS = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } } as const;

/** How a page is opened: width, language, light or dark. */
export interface Looking {
  width?: keyof typeof WIDTHS;
  locale?: 'zh-CN' | 'en';
  theme?: 'light' | 'dark';
}

const FLAGS = ['--no-sandbox', '--disable-setuid-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-zygote'];
const NSS = [
  '/usr/lib/x86_64-linux-gnu/libnss3.so',
  '/usr/lib/aarch64-linux-gnu/libnss3.so',
  '/usr/lib64/libnss3.so',
  '/usr/lib/libnss3.so',
];

/**
 * Starts a Chromium: the one at CHROMIUM_PATH, else that of the npm package, which brings its libraries along where the
 * machine has none. Works as root and where user namespaces are refused.
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? (await packagedChromium());
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/** Opens a fresh context (no session) in a width, a language and a brightness. */
export async function openContext(browser: Browser, looking: Looking = {}): Promise<BrowserContext> {
  const { width = 'desk', locale = 'zh-CN', theme = 'light' } = looking;
  const context = await browser.newContext({
    viewport: WIDTHS[width],
    locale,
    hasTouch: width === 'phone',
    isMobile: width === 'phone',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(
    ([language, brightness]) => {
      localStorage.setItem('lianxin.locale', String(language));
      localStorage.setItem('RaStorelianxin.theme', JSON.stringify(brightness));
    },
    [locale, theme],
  );
  await context.addInitScript(stillness);
  return context;
}

/** What moves into its place stands there at once: nothing is drawn on its way, and nothing is clicked or judged on it. */
function stillness(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after { animation: none !important; transition: none !important; }');
  document.adoptedStyleSheets.push(sheet);
}

/** Fails with every critical or serious finding of axe on the page as it stands, each with its rule and elements. */
export async function expectNoSeriousFindings(page: Page): Promise<void> {
  const findings = await seriousFindings(page);
  if (findings.length) throw new Error(`axe at ${page.url()}:\n${findings.join('\n')}`);
}

/** The critical and serious findings of axe on the page, one line each. */
export async function seriousFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource());
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    interface Axe {
      _audit: { rules: { id: string; impact: string }[] };
      run(options: object): Promise<{ violations: Violation[] }>;
    }
    interface Violation {
      id: string;
      impact: string;
      nodes: { html: string; failureSummary: string }[];
    }
    // A finding weighs what its rule weighs; the rules whose findings are left out anyway need not be run.
    const light = axe._audit.rules.filter(({ impact }) => impact === 'minor' || impact === 'moderate');
    const rules = Object.fromEntries(light.map(({ id }) => [id, { enabled: false }]));
    const { violations } = await axe.run({ resultTypes: ['violations'], rules });
    return violations
      .filter(({ impact }) => impact === 'critical' || impact === 'serious')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
      );
  });
}

/** Makes the window of a page as wide as another, with or without a finger, as if it had been opened there. */
export async function resize(page: Page, width: keyof typeof WIDTHS): Promise<void> {
  const mobile = width === 'phone';
  await page.setViewportSize(WIDTHS[width]);
  const devices = await page.context().newCDPSession(page);
  await devices.send('Emulation.setDeviceMetricsOverride', { ...WIDTHS[width], deviceScaleFactor: 1, mobile });
  await devices.send('Emulation.setTouchEmulationEnabled', { enabled: mobile });
}

/** How long a page may take to lay itself out anew, in milliseconds. */
const SETTLING = 5_000;

/**
 * Fails where the page scrolls sideways and goes on doing so: after a change of width or of data it lays itself out
 * anew a moment later, so it has some seconds to fit, and then must fit for four frames together.
 */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [scroll, client] = await page.evaluate(async (settling) => {
    const latest = performance.now() + settling;
    const { documentElement } = document;
    for (let fitting = 0; fitting < 4 && performance.now() < latest; ) {
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      fitting = documentElement.scrollWidth > documentElement.clientWidth ? 0 : fitting + 1;
    }
    return [documentElement.scrollWidth, documentElement.clientWidth] as const;
  }, SETTLING);
  if (scroll > client) throw new Error(`${page.url()} is ${scroll} px wide in a window of ${client} px.`);
}

/** Fails unless so many things come to be there within some seconds: what an act has changed, a page shows a moment later. */
export async function expectCount(things: Locator, count: number): Promise<void> {
  const latest = Date.now() + SETTLING;
  let found = await things.count();
  for (; found !== count && Date.now() < latest; found = await things.count()) await delay(50);
  if (found !== count) throw new Error(`There are ${found} of ${String(things)}, and not ${count}.`);
}

/** Saves a picture of the whole page under SCREENSHOTS (a folder) where that is set; answers its path. */
export async function screenshot(page: Page, name: string): Promise<string | undefined> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return undefined;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

/** Collects every request of the page that leaves `origin`; the list stays empty where the console keeps its word. */
export function strangers(page: Page, origin: string): string[] {
  const found: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) found.push(url);
  });
  return found;
}

async function packagedChromium(): Promise<string> {
  if (!NSS.some((path) => existsSync(path))) process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

let source: string | undefined;

function axeSource(): string {
  const require = createRequire(import.meta.url);
  source ??= readFileSync(join(dirname(require.resolve('axe-core/package.json')), 'axe.min.js'), 'utf8');
  return source;
}
