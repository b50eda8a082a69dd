import { describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { openConsole } from '../../support/console.js';

const YEAR = 'unit=free&from=2017-01-01&to=2027-12-31';
describe('the cross-town report', () => {
  it('opens the rows behind a figure, as many as the figure says, and the record behind a row', async () => {
    const page = await openConsole(actors.director(), `/reports?${YEAR}&kind=TRAINING`);
    const row = page.getByRole('row', { name: /^赤金镇/ });
    const figure = row.getByRole('link').last();
    const count = Number(await figure.innerText());
    expect(count).toBeGreaterThan(0);
    await figure.click();
    await page.getByText(`共 ${count} 个项目`).waitFor();
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(count);
    const title = await rows.first().getByRole('link').innerText();
    await rows.first().getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.goBack();
    await page.getByRole('navigation', { name: '路径' }).getByRole('link', { name: '跨镇项目统计' }).click();
    await page.getByRole('row', { name: /^赤金镇/ }).waitFor();
    expect(page.url()).toContain('kind=TRAINING');
    expect(page.url()).not.toContain('line=');
  });

  it('shows in its total what the server counts', async () => {
    const query = `{ crossTownReport(period: { from: "2017-01-01", to: "2027-12-31" }) { total { cells { count } } } }`;
    const { crossTownReport } = await data(actors.director(), query);
    const wanted = crossTownReport.total.cells.reduce((sum: number, cell: { count: number }) => sum + cell.count, 0);
    const page = await openConsole(actors.director(), `/reports?${YEAR}`);
    await page.getByText(`共 ${wanted} 个项目`).waitFor();
    const total = page.getByRole('row', { name: /^合计/ });
    expect(Number(await total.getByRole('link').last().innerText())).toBe(wanted);
    await page.locator('canvas').first().waitFor();
    expect(await page.locator('canvas').count()).toBe(1);
  });

  it('tells a county leader, who sees sums only, and leads nowhere', async () => {
    const page = await openConsole(actors.leader(), `/reports?${YEAR}`);
    await page.getByText('您可以看合计；项目明细不在您的权限内。').waitFor();
    const table = page.getByRole('region', { name: '明细表' });
    expect(await table.getByRole('link').count()).toBe(0);
  });

  it('keeps what it was asked for in the URL', async () => {
    const page = await openConsole(actors.director(), '/reports?unit=month&from=2026-11-01&to=2026-11-30');
    await page.getByText('2026年11月', { exact: true }).waitFor();
    await page.getByRole('button', { name: '往前' }).click();
    await page.getByText('2026年10月', { exact: true }).waitFor();
    expect(page.url()).toContain('from=2026-10-01');
    await page.getByRole('combobox', { name: '类别' }).click();
    await page.getByRole('option', { name: '就业' }).click();
    await page.waitForURL(/kind=JOB/);
  });

  it('says on its field of words that a future day cannot be reported', async () => {
    const page = await openConsole(actors.director(), `/reports?${YEAR}&asOf=2099-01-01`);
    await page.getByRole('alert').getByText('截至日不得晚于今天。').waitFor();
  });
});
