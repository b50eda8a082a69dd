import { describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { openConsole } from '../../support/console.js';
import { act, create, done } from '../../support/programmes.js';

const editor = actors.editor('training', 'chijin');

describe('the home page', () => {
  it('shows the office director what waits for them, verb first, and leads there', async () => {
    const made = await create(editor, 'training', '620981102', { title: '等所长批准' });
    done(await act(editor, 'training', 'Submit', made));
    const page = await openConsole(actors.office('chijin'));
    await page.getByRole('link', { name: /^批准\s*等所长批准/ }).click();
    await page.getByRole('heading', { level: 1, name: '等所长批准' }).waitFor();
    await page.getByRole('button', { name: '批准', exact: true }).waitFor();
  });

  it('shows the office director the amendments that wait as well', async () => {
    const { programmes } = await data(
      actors.office('chijin'),
      '{ programmes(where: { hasPendingRevision: true }) { nodes { title nextSteps { act isOpen } } } }',
    );
    expect(programmes.nodes.length).toBeGreaterThan(0);
    const page = await openConsole(actors.office('chijin'));
    await page.getByRole('link', { name: programmes.nodes[0].title }).waitFor();
  });

  it('tells an editor whose draft is not complete to go on with it', async () => {
    await create(editor, 'training', '620981102', { title: '还没写完', plan: null });
    const page = await openConsole(editor);
    await page.getByRole('link', { name: /^修改\s*还没写完/ }).waitFor();
  });

  it('shows a county leader this year’s figures as the server counts them, each leading to the report', async () => {
    const year = new Date().getFullYear();
    const query = `{ crossTownReport(period: { from: "${year}-01-01", to: "${year}-12-31" }) {
      total { cells { kind state count } } } }`;
    const { crossTownReport } = await data(actors.leader(), query);
    const running = crossTownReport.total.cells.find(
      (cell: { kind: string; state: string }) => cell.kind === 'JOB' && cell.state === 'RUNNING',
    );
    expect(running.count).toBeGreaterThan(0);
    const page = await openConsole(actors.leader());
    const figure = page.getByRole('row', { name: /^就业/ }).getByRole('cell').nth(2).getByRole('link');
    expect(Number(await figure.innerText())).toBe(running.count);
    expect(await page.getByRole('heading', { name: '今天要办' }).count()).toBe(0);
    await figure.click();
    await page.getByRole('heading', { level: 1, name: '跨镇项目统计' }).waitFor();
    expect(page.url()).toContain('kind=JOB');
  });
});
