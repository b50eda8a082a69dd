import { describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { expectCount } from '../../support/browser.js';
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

  it('shows a county leader five figures as the server counts them, with the change since last month, each leading to its report', async () => {
    const [year, month] = [new Date().getFullYear(), new Date().getMonth()];
    const before = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
    const of = `metrics: [PROGRAMMES_COUNT], period: { year: ${year} }`;
    const query = `{ now: report(${of}) { total { cells { value } } }
      before: report(${of}, asOf: "${before}") { total { cells { value } } } }`;
    const { now, before: then } = await data(actors.leader(), query);
    const count = Number(now.total.cells[0].value);
    expect(count).toBeGreaterThan(0);
    const page = await openConsole(actors.leader());
    const tiles = page.getByRole('region', { name: '主要数字' }).getByRole('listitem');
    await tiles.nth(4).waitFor();
    await expectCount(tiles, 5);
    const tile = tiles.filter({ hasText: '项目数' });
    const change = count - Number(then.total.cells[0].value);
    const told = change === 0 ? '与上月末持平' : `比上月末 ${change > 0 ? '+' : '−'}${Math.abs(change)}`;
    await tile.getByText(told, { exact: true }).waitFor();
    await expectCount(page.getByRole('heading', { name: '今天要办' }), 0);
    await tile.getByRole('link', { name: String(count), exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '统计报表' }).waitFor();
    await page.getByText(`项目数：合计 ${count} 个。`).waitFor();
  });

  it('shows an editor of one kind of work the figures of that work', async () => {
    const page = await openConsole(actors.countyEditor('jobs'));
    const tiles = page.getByRole('region', { name: '主要数字' }).getByRole('listitem');
    await tiles.nth(4).waitFor();
    const names = await tiles.allInnerTexts();
    expect(names.filter((name) => /在岗人数|岗位名额|劳务输出人数|在外务工人数|务工回访/.test(name))).toHaveLength(5);
  });
});
