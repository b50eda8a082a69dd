import { describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { expectCount } from '../../support/browser.js';
import { openConsole } from '../../support/console.js';
import { idOf, stationOf } from './stations.js';

const station = 'query ($id: ID!, $asOf: Date) { station(id: $id, asOf: $asOf) { name parent { name } closedOn } }';

async function openStation(code: string, looking = {}): Promise<Page> {
  const page = await openConsole(actors.admin(), `/stations/${await idOf(code)}`, looking);
  await page.getByRole('tab', { name: '概况' }).waitFor();
  return page;
}

async function asked(code: string, asOf?: string) {
  return (await data(actors.admin(), station, { id: await idOf(code), asOf })).station;
}

/** What the preview says at a label. */
const preview = (dialog: Locator, label: string) =>
  dialog.getByText(label, { exact: true }).locator('xpath=following-sibling::dd').innerText();

const field = (dialog: Locator, label: string) => dialog.getByLabel(new RegExp(`^${label}`));
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('renaming', () => {
  test('a village from a later day shows what it touches and what will be', async () => {
    const page = await openStation('620981105202');
    await page.getByRole('button', { name: '更名' }).click();
    const dialog = page.getByRole('dialog');
    const act = dialog.getByRole('button', { name: '更名' });
    expect(await preview(dialog, '人员')).toBe('4');
    expect(await preview(dialog, '下级单位')).toBe('0');
    await dialog.getByRole('button', { name: '更名', disabled: true }).waitFor();
    await field(dialog, '新名称').fill('黄闸湾新村');
    await field(dialog, '生效日').fill(ahead(30));
    await field(dialog, '原因').fill('玉政发〔2026〕12号');
    await act.click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/已登记：.*起更名为“黄闸湾新村”。/).waitFor();
    expect((await asked('620981105202')).name).toBe('黄闸湾村');
    expect((await asked('620981105202', ahead(30))).name).toBe('黄闸湾新村');
    await page.getByRole('tab', { name: '变更历史' }).click();
    await page.getByText('尚未生效').waitFor();
    await page.getByText('事由：玉政发〔2026〕12号').waitFor();
  });

  test('to the name it has already is refused at the field', async () => {
    const page = await openStation('620981102');
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    await field(dialog, '原因').fill('试');
    await dialog.getByRole('button', { name: '更名' }).click();
    await dialog.getByText('与现名相同。').waitFor();
    expect(await field(dialog, '新名称').getAttribute('aria-invalid')).toBe('true');
    await field(dialog, '新名称').fill('赤金新镇');
    expect(await field(dialog, '新名称').getAttribute('aria-invalid')).toBe('false');
  });

  test('begins with F2 in the tree, and somebody else’s change in between is shown before going on', async () => {
    const page = await openStation('620981101');
    await page.getByRole('treeitem', { name: /^花海镇/ }).focus();
    const { id, version, name } = await stationOf('620981103');
    await page.keyboard.press('F2');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(name).first().waitFor();
    await preview(dialog, '人员');
    const rename =
      'mutation ($id: ID!, $version: Int!, $input: StationRenameInput!) { stationRename(id: $id, version: $version, input: $input) { errors { message } } }';
    const input = { name: '花海二镇', from: ahead(0), reason: '抢先' };
    expect((await data(actors.admin(), rename, { id, version, input })).stationRename.errors).toEqual([]);
    await field(dialog, '新名称').fill('花海三镇');
    await field(dialog, '生效日').fill(ahead(2));
    await field(dialog, '原因').fill('后来');
    await dialog.getByRole('button', { name: '更名' }).click();
    await dialog.getByText('您打开之后，别人先改了这个单位。').waitFor();
    await dialog.getByText(/admin@620981 办理了更名.*花海二镇.*抢先/).waitFor();
    await dialog.getByRole('button', { name: '看过了，按现在的情况继续' }).click();
    await dialog.getByRole('button', { name: '更名' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await asked('620981103')).name).toBe('花海二镇');
    expect((await asked('620981103', ahead(2))).name).toBe('花海三镇');
  });
});

describe('moving', () => {
  test('a village to another town: only towns can be chosen, the tree follows, yesterday keeps its place', async () => {
    const page = await openStation('620981102200');
    const { name } = await stationOf('620981102200');
    await page.getByRole('button', { name: '划转' }).click();
    const dialog = page.getByRole('dialog', { name: /^划转/ });
    await dialog.getByRole('button', { name: /新上级/ }).click();
    const picker = page.getByRole('dialog', { name: /新上级/ });
    await picker.getByRole('treeitem', { name: /^玉门市/ }).waitFor();
    await picker.getByRole('searchbox').fill('hzw');
    await picker.getByText('找到 2 个').waitFor();
    await picker.getByRole('treeitem', { name: /^黄闸湾村/ }).click();
    expect(await picker.isVisible()).toBe(true);
    await picker
      .getByText('黄闸湾镇')
      .or(picker.locator('mark').filter({ hasText: '黄闸湾' }))
      .first()
      .click();
    await picker.waitFor({ state: 'detached' });
    await field(dialog, '原因').fill('区划调整');
    await dialog.getByRole('button', { name: '划转', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('navigation', { name: '路径' }).getByText('黄闸湾镇').waitFor();
    expect((await asked('620981102200')).parent.name).toBe('黄闸湾镇');
    expect((await asked('620981102200', ahead(-1))).parent.name).toBe('赤金镇');
    const under = page.getByRole('treeitem', { name: /^黄闸湾镇/ });
    await under.getByRole('treeitem', { name }).waitFor();
  });
});

describe('ending a station', () => {
  test('a merge into a station that did not stand then is refused with the reason before it is sent', async () => {
    const page = await openStation('620981106');
    await page.getByRole('button', { name: '撤并' }).click();
    await page.getByRole('menuitem', { name: '并入其他单位…' }).click();
    const dialog = page.getByRole('dialog', { name: /并入其他单位$/ });
    await dialog.getByRole('button', { name: /并入哪个单位/ }).click();
    const picker = page.getByRole('dialog', { name: /并入哪个单位/ });
    await picker
      .getByRole('treeitem', { name: /^柳河镇/ })
      .locator('.MuiTreeItem-label')
      .first()
      .click();
    await field(dialog, '原因').fill('撤并');
    await field(dialog, '生效日').fill('2015-12-31');
    await dialog.getByText('承接单位当日不在用。').waitFor();
    await dialog.getByRole('button', { name: '并入', exact: true, disabled: true }).waitFor();
    expect((await asked('620981106')).closedOn).toBeNull();
  });

  test('a town with villages closes only with a successor; then it is in the list of the closed', async () => {
    const page = await openStation('620981108');
    const { name } = await stationOf('620981108');
    await page.getByRole('button', { name: '撤并' }).click();
    await page.getByRole('menuitem', { name: '撤销…' }).click();
    const dialog = page.getByRole('dialog', { name: /^撤销/ });
    await dialog.getByText(/还有 \d+ 个下级单位/).waitFor();
    await dialog.getByRole('button', { name: /承接单位/ }).click();
    const picker = page.getByRole('dialog', { name: /承接单位/ });
    await picker
      .getByRole('treeitem', { name: /^柳河镇/ })
      .locator('.MuiTreeItem-label')
      .first()
      .click();
    await dialog.getByText(/还有 \d+ 个下级单位/).waitFor({ state: 'detached' });
    await field(dialog, '原因').fill('撤乡并镇');
    await dialog.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText(/该单位已于 .* 撤销。/).waitFor();
    await expectCount(page.getByRole('button', { name: '更名' }), 0);
    await page.getByRole('link', { name: '已撤销单位' }).click();
    await page.getByRole('cell', { name: '柳河镇' }).waitFor();
    await page.getByRole('link', { name }).click();
    await page.getByText('承接单位：').waitFor();
  });
});

describe('adding a station', () => {
  test('with a code that is not its parent’s is refused at the field; put right, it opens', async () => {
    const page = await openStation('620981105', { width: 'phone' });
    await page.getByRole('button', { name: '新设下级' }).click();
    const dialog = page.getByRole('dialog');
    await field(dialog, '名称').fill('新湾村');
    await field(dialog, '代码').fill('620981999299');
    await field(dialog, '原因').fill('新设');
    await dialog.getByRole('button', { name: '新设', exact: true }).click();
    await dialog.getByText('须以上级代码 620981105 开头。').waitFor();
    expect(await field(dialog, '代码').getAttribute('aria-invalid')).toBe('true');
    await field(dialog, '代码').fill('620981105299');
    await dialog.getByRole('button', { name: '新设', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '新湾村' }).waitFor();
    expect((await asked('620981105299')).parent.name).toBe('黄闸湾镇');
  });
});
