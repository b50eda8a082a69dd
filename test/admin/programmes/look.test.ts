import { describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { expectNoSeriousFindings, expectNoSidewaysScroll, type Looking, strangers } from '../../support/browser.js';
import { consoleOrigin, openConsole, visit } from '../../support/console.js';
import { create } from '../../support/programmes.js';

const editor = actors.editor('training', 'chijin');
const kinds = { trainingProgrammes: 'training', jobProgrammes: 'jobs', industryProgrammes: 'industry' } as const;

/** The pages, each with a name that its h1 must hold once it is there. */
async function pages(): Promise<string[]> {
  const paths = ['/reports?unit=free&from=2017-01-01&to=2027-12-31', '/reports/rows?line=total', '/'];
  for (const [name, kind] of Object.entries(kinds)) {
    const made = await create(actors.editor(kind, 'chijin'), kind, '620981102', { title: `外观 ${kind}` });
    paths.push(`/${name}`, `/${name}/${made.id}/show`, `/${name}/create`);
    if (kind === 'training') paths.push(`/${name}/${made.id}`, `/${name}/${made.id}/amend`);
  }
  return paths;
}

const looks: [string, Looking][] = [
  ['zh light at a desk', { width: 'desk' }],
  ['zh light on a phone', { width: 'phone' }],
  ['en dark at a desk', { width: 'desk', locale: 'en', theme: 'dark' }],
];

describe('the pages of programmes and reports', () => {
  it.each(looks)(
    'have no serious finding of axe and do not scroll sideways: %s',
    async (_name, looking) => {
      const page = await openConsole(editor, '/', looking);
      const abroad = strangers(page, await consoleOrigin());
      for (const path of await pages()) {
        await visit(page, path);
        await page.waitForLoadState('networkidle');
        await page.locator('h1').first().waitFor();
        await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
        await expectNoSeriousFindings(page);
        await expectNoSidewaysScroll(page);
      }
      expect(abroad).toEqual([]);
    },
    90_000,
  );
});
