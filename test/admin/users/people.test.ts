import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import { expectCount } from '../../support/browser.js';
import { openConsole, visit } from '../../support/console.js';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const dialog = (page: Page) => page.getByRole('dialog');

/** The id of a demo person, as the administrator sees it. */
async function idOf(account: string): Promise<string> {
  const { users } = await data(actors.admin(), '{ users(first: 100) { nodes { id account } } }');
  return users.nodes.find((user: { account: string }) => user.account === account).id;
}

/** Creates a person over the console and answers the password that it shows. */
async function create(page: Page, local: string, name: string): Promise<string> {
  await visit(page, '/users/create');
  await page.getByLabel(/^账号/).fill(local);
  await page.getByLabel(/^姓名/).fill(name);
  await button(page, '保存').click();
  const password = await dialog(page).getByLabel('初始密码').inputValue();
  await button(page, '已记下，关闭').click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return password;
}

describe('a county administrator in the console', () => {
  it('creates a person, grants a role, and the person must change the password at the first sign-in', async () => {
    const page = await openConsole(actors.admin());
    const password = await create(page, 'li.wei', '李伟');
    await button(page, '授予角色').click();
    await dialog(page).getByRole('combobox').click();
    await page.getByRole('option', { name: '督查员' }).click();
    await dialog(page).getByLabel('终止日').fill('2020-01-01');
    await dialog(page).locator('[type=submit]').click();
    await dialog(page).getByText('终止日须晚于起始日。').waitFor();
    await dialog(page).getByLabel('终止日').fill('');
    await dialog(page).locator('[type=submit]').click();
    await page.getByText('督查员 · 玉门市').waitFor();
    expect(await page.content()).not.toContain(password);

    const own = await openConsole(actors.person('li.wei@620981', password), '/users');
    await own.getByText('首次登录请先修改密码').waitFor();
    expect(own.url()).toContain('/#/account');
    await own.getByLabel('当前密码').fill(password);
    await own.getByLabel('新密码', { exact: true }).fill('chunfeng-huayu-2026');
    await own.getByLabel('再输一次新密码').fill('chunfeng-huayu-2026');
    await button(own, '修改密码').click();
    await own.getByText('首次登录请先修改密码').waitFor({ state: 'detached' });
    await visit(own, '/users');
    await own.getByRole('link', { name: 'office.chijin@620981' }).waitFor();
  });

  it('is told beside the field that an account is taken', async () => {
    const page = await openConsole(actors.admin(), '/users/create');
    await page.getByLabel(/^账号/).fill('clerk.chijin');
    await page.getByLabel(/^姓名/).fill('重名');
    await button(page, '保存').click();
    await page.locator('.MuiFormControl-root', { hasText: '本县已有这个账号。' }).getByLabel(/^账号/).waitFor();
  });

  it('ends a role from today with a reason, and it moves to those that ended', async () => {
    const page = await openConsole(actors.admin(), `/users/${await idOf('volunteer.chijin@620981')}/show`);
    await button(page, /^终止: 志愿者/).click();
    await dialog(page).getByLabel('原因').fill('轮换');
    await dialog(page).locator('[type=submit]').click();
    await page.getByRole('heading', { name: '已终止' }).waitFor();
    const { user } = await data(actors.admin(), 'query ($id: ID!) { user(id: $id) { grants { isInForce } } }', {
      id: await idOf('volunteer.chijin@620981'),
    });
    expect(user.grants).toEqual([{ isInForce: false }]);
  });

  it('switches an account off with a reason and on again', async () => {
    const page = await openConsole(actors.admin(), `/users/${await idOf('helper.chijin@620981')}/show`);
    await button(page, '停用').click();
    await dialog(page).getByRole('button', { name: '停用', disabled: true }).waitFor();
    await dialog(page).getByLabel(/^原因/).fill('借调');
    await dialog(page).getByRole('button', { name: '停用' }).click();
    await button(page, '启用').click();
    await dialog(page).getByRole('button', { name: '启用' }).click();
    await button(page, '停用').waitFor();
  });

  it('sees both sides when somebody else saved first, and chooses', async () => {
    const id = await idOf('team.chijin@620981');
    const page = await openConsole(actors.admin(), `/users/${id}`);
    await page.getByLabel(/^姓名/).fill('我改的名字');
    const ask = 'query ($id: ID!) { user(id: $id) { version name } }';
    const { user } = await data(actors.admin(), ask, { id });
    await data(
      actors.admin(),
      'mutation ($id: ID!, $version: Int!) { userUpdate(id: $id, version: $version, input: { name: "别人改的名字" }) { errors { message } } }',
      { id, version: user.version },
    );
    await button(page, '保存').click();
    await dialog(page).getByText('别人改的名字').waitFor();
    await dialog(page).getByText('我改的名字').click();
    await button(page, '采用所选，回到表单').click();
    await button(page, '保存').click();
    await page.getByRole('heading', { level: 1, name: '我改的名字' }).waitFor();
    expect((await data(actors.admin(), ask, { id })).user.name).toBe('我改的名字');
  });

  it('resets a password, which is shown once and works', async () => {
    const page = await openConsole(actors.admin(), `/users/${await idOf('shop.chijin@620981')}/show`);
    await button(page, '重置密码').click();
    await dialog(page).getByRole('button', { name: '重置密码' }).click();
    const password = await dialog(page).getByLabel('初始密码').inputValue();
    await button(page, '已记下，关闭').click();
    expect(await page.content()).not.toContain(password);
    const own = await openConsole(actors.person('shop.chijin@620981', password));
    await own.getByText('首次登录请先修改密码').waitFor();
  });

  it('asks why somebody may not, and why somebody may', async () => {
    const page = await openConsole(actors.admin(), `/users/${await idOf('clerk.chijin@620981')}/show`);
    await page.getByLabel('权限', { exact: true }).click();
    await page.getByRole('option', { name: '维护阵地' }).click();
    await button(page, '查看理由').click();
    await page.getByText('不可以', { exact: true }).waitFor();
    await page.getByText(/担任县级管理员者才有/).waitFor();
    await page.getByLabel('权限', { exact: true }).click();
    await page.getByRole('option', { name: '查看阵地' }).click();
    await button(page, '查看理由').click();
    await page.getByText('可以：在赤金镇任所办事员。').waitFor();
  });
});

describe('an office director in the console', () => {
  it('sees the people of the own town and of nobody else', async () => {
    const page = await openConsole(actors.office('chijin'), '/users');
    await page.getByRole('link', { name: 'clerk.chijin@620981' }).waitFor();
    const accounts = await page.getByRole('link', { name: /@620981$/ }).allTextContents();
    expect(accounts.length).toBeGreaterThan(5);
    expect(accounts.filter((account) => !account.includes('.chijin@'))).toEqual([]);
    await visit(page, `/users/${await idOf('clerk.huangzhawan@620981')}/show`);
    await page.getByText('没有这条记录，或者它不在您的范围内。').waitFor();
  });

  it('is offered only the roles that an office director may give, and is told why somebody above is out of reach', async () => {
    const page = await openConsole(actors.office('chijin'), `/users/${await idOf('training.chijin@620981')}/show`);
    await button(page, '授予角色').click();
    await dialog(page).getByRole('combobox').click();
    await page.getByRole('option').first().waitFor();
    const offered = await page.getByRole('option').allTextContents();
    expect(offered.sort()).toEqual(['所办事员', '帮扶责任人', '服务队队长', '积分超市管理员'].sort());
    await page.keyboard.press('Escape');
    await dialog(page).getByRole('button', { name: '取消' }).click();
    await button(page, '重置密码').click();
    await dialog(page).getByRole('button', { name: '重置密码' }).click();
    await dialog(page).getByText('此人任培训专干，须由其上级管理员维护。').waitFor();
  });

  it('finds people by filters that stand in the address', async () => {
    const filter = encodeURIComponent(JSON.stringify({ role: ['HELPER'] }));
    const page = await openConsole(actors.office('huangzhawan'), `/users?filter=${filter}`);
    await page.getByText('现任角色: 帮扶责任人').waitFor();
    await page.getByRole('link', { name: 'helper.huangzhawan@620981' }).waitFor();
    await expectCount(page.getByRole('link', { name: /@620981$/ }), 1);
  });
});
