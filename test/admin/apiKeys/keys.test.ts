import { describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes } from '../../support/app.js';
import { openConsole } from '../../support/console.js';

const question = '{ programmes(first: 100) { nodes { kind station { name } } } }';

describe('a partner key in the console', () => {
  it('is made for one town, shown once, works, and is refused once it is revoked with a reason', async () => {
    const page = await openConsole(actors.admin(), '/apiKeys/create');
    await page.getByLabel(/^使用方/).fill('市级平台');
    await page.getByLabel('产业').check();
    await page.getByRole('button', { name: /^阵地（含下级）/ }).click();
    await page.getByLabel('按名称、拼音、首字母或代码查找').fill('cjz');
    await page.getByRole('treeitem', { name: '赤金镇' }).getByText('赤金镇', { exact: true }).click();
    await page.getByRole('button', { name: '保存' }).click();
    const dialog = page.getByRole('dialog');
    const secret = await dialog.getByLabel('密钥', { exact: true }).inputValue();
    expect(secret).toMatch(/^lx_/);
    expect(await dialog.getByRole('region', { name: '第一次请求的例子' }).innerText()).toContain(`Bearer ${secret}`);
    const seen = await ask(actors.partner(secret), question);
    expect(seen.errors).toBeUndefined();
    const found = seen.data.programmes.nodes as { kind: string; station: { name: string } }[];
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['INDUSTRY']));
    expect(found.some(({ station }) => station.name === '黄闸湾镇')).toBe(false);

    await dialog.getByRole('button', { name: '已记下，关闭' }).click();
    await page.getByRole('cell', { name: '市级平台', exact: true }).waitFor();
    expect(await page.content()).not.toContain(secret);
    await page.getByRole('button', { name: '吊销: 市级平台' }).click();
    await dialog.getByLabel(/^原因/).fill('合作结束');
    await dialog.getByRole('button', { name: '吊销' }).click();
    await page.getByText('已吊销', { exact: true }).waitFor();
    expect(codes(await ask(actors.partner(secret), question))).toEqual(['UNAUTHENTICATED']);
  });

  it('is not made without a scope and a station; the form says so on the fields', async () => {
    const page = await openConsole(actors.admin(), '/apiKeys/create');
    await page.getByLabel(/^使用方/).fill('无范围');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('fieldset', { hasText: '可读范围' }).getByText('必填', { exact: true }).waitFor();
    await page.locator('.MuiFormHelperText-root.Mui-error').nth(1).waitFor();
  });

  it('is not for those who may not manage keys, who are told what is missing', async () => {
    const page = await openConsole(actors.office('chijin'), '/apiKeys');
    await page.getByText('缺少权限：管理接口密钥。').waitFor();
  });
});
