import { beforeAll, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { app, useRecords } from '../../support/app.js';
import { screenshot } from '../../support/browser.js';
import { openConsole, visit } from '../../support/console.js';

beforeAll(async () => {
  useRecords();
  await app();
}, 180_000);

const JAN =
  'metrics=TRAINING_PERSON_TIMES,TRAINING_PERSONS,TRAINING_HOUSEHOLD_COVERAGE&unit=month&from=2019-01-01&asOf=2019-01-31';

it('looks', async () => {
  for (const [locale, width] of [
    ['zh-CN', 'desk'],
    ['zh-CN', 'phone'],
    ['en', 'desk'],
    ['en', 'phone'],
  ] as const) {
    const page = await openConsole(actors.director('653123'), '/', { locale, width });
    const shot = async (name: string, path: string) => {
      await visit(page, path);
      await page.waitForTimeout(500);
      await screenshot(page, `${name}-${locale}-${width}`);
    };
    await shot('home', '/');
    await shot('first', '/reports');
    await shot('jan', `/reports?${JAN}`);
    await shot('compare', `/reports?${JAN}&compare=PREVIOUS&by=VILLAGE`);
    await shot('split', '/reports?metrics=PROGRAMMES_COUNT,PROGRAMMES_BUDGET&split=STATE&unit=upTo&to=2020-12-31');
    await shot('units', '/reports?metrics=INDUSTRY_DISTRIBUTED&unit=upTo&to=2020-12-31&compare=YEAR_BEFORE');
    await shot('share', '/reports?metrics=HOUSEHOLDS_COUNT&view=share&by=VILLAGE');
    await shot('line', `/reports?metrics=TRAINING_PERSON_TIMES&unit=month&from=2019-06-01&view=line`);
    await shot('rows', `/reports/rows?${JAN}&of=TRAINING_PERSONS&line=total`);
    await shot(
      'rowsq',
      `/reports/rows?metrics=INDUSTRY_PROJECT_FUNDS&unit=upTo&to=2020-12-31&of=INDUSTRY_PROJECT_FUNDS&line=total`,
    );
    await shot('print', `/print/report?${JAN}`);
    await shot('printwide', `/print/report?${JAN}&compare=PREVIOUS&by=VILLAGE`);
    if (width === 'desk' && process.env.SCREENSHOTS) {
      await page.pdf({ path: `${process.env.SCREENSHOTS}/wide-${locale}.pdf`, preferCSSPageSize: true });
      await visit(page, `/print/report?${JAN}`);
      await page.pdf({ path: `${process.env.SCREENSHOTS}/tall-${locale}.pdf`, preferCSSPageSize: true });
      await visit(page, '/reports');
      await page.getByRole('button', { name: locale === 'en' ? 'Choose metrics…' : '选择指标…' }).click();
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/dialog-${locale}.png` });
    }
    await page.context().close();
  }
}, 240_000);
