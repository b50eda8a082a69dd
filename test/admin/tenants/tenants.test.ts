import { describe, expect, test } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { expectCount } from '../../support/browser.js';
import { openConsole } from '../../support/console.js';

describe('the operator’s counties', () => {
  test('are listed, and another is opened by its code; its first password is shown once and works', async () => {
    const page = await openConsole(actors.operator(), '/tenants');
    await page.getByRole('cell', { name: '玉门市' }).waitFor();
    await expectCount(page.getByRole('row'), 1 + 5);
    await page.getByRole('button', { name: '开通县（市、区）' }).click();
    const code = page.getByLabel(/^行政区划代码/);
    await code.fill('620000');
    await page.getByLabel(/^管理员姓名/).fill('王新');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('不是县级行政区划代码（六位）。').waitFor();
    expect(await code.getAttribute('aria-invalid')).toBe('true');
    await code.fill('620981');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('这个县已经开通。').waitFor();
    await code.fill('620921');
    await page.getByRole('button', { name: '保存' }).click();
    const dialog = page.getByRole('dialog', { name: '金塔县已开通' });
    expect(await dialog.getByLabel('账号').inputValue()).toBe('admin@620921');
    const password = await dialog.getByLabel('初始密码').inputValue();
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(true);
    await dialog.getByRole('button').last().click();
    await page.getByRole('cell', { name: '金塔县' }).waitFor();
    expect(await page.content()).not.toContain(password);
    const there = await openConsole(actors.person('admin@620921', password), '/');
    await there.getByText('首次登录请先修改密码').waitFor();
  });

  test('are nothing to a county’s own administrator', async () => {
    const page = await openConsole(actors.admin(), '/tenants');
    await page.getByText('您没有权限').waitFor();
    await expectCount(page.getByRole('navigation').getByRole('link', { name: '县（市、区）' }), 0);
  });
});
