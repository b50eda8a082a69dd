import { describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { expectCount } from '../../support/browser.js';
import { cluster } from '../../support/cluster.js';
import { openConsole } from '../../support/console.js';
import { act, create, done, read, update } from '../../support/programmes.js';

const CHIJIN = '620981102';
const editor = actors.editor('training', 'chijin');
const office = actors.office('chijin');
describe('the pages of programmes', () => {
  it('offer a training editor nothing to do in jobs, and say why', async () => {
    const job = await create(actors.editor('jobs', 'chijin'), 'jobs', CHIJIN, { title: '公益岗' });
    const page = await openConsole(editor, '/jobProgrammes');
    await page.getByRole('link', { name: '公益岗', exact: true }).waitFor();
    await expectCount(page.getByRole('button', { name: '新建' }), 0);
    await page.getByRole('link', { name: '公益岗', exact: true }).click();
    await page
      .getByText(/您在此处没有“编辑就业项目”的权限/)
      .first()
      .waitFor();
    await expectCount(page.getByRole('button', { name: '提交' }), 0);
    const form = await openConsole(editor, '/jobProgrammes/create');
    await form.getByText(/缺少权限：编辑就业/).waitFor();
    await expectCount(form.getByRole('button', { name: '保存' }), 0);
    expect(await read(editor, 'jobs', job.id)).toMatchObject({ state: 'DRAFT' });
  });

  it('show two edits of one version side by side and take the one that is chosen', async () => {
    const made = await create(editor, 'training', CHIJIN, { title: '原来的名称' });
    const page = await openConsole(editor, `/trainingProgrammes/${made.id}`);
    await page.getByLabel('名称').fill('我的名称');
    await page.getByLabel('负责人').fill('李安（示例）');
    done(await update(editor, 'training', made, { title: '先保存的名称' }));
    await page.getByRole('button', { name: '保存' }).click();
    const dialog = page.getByRole('dialog', { name: '有人先保存了' });
    await dialog.getByText('先保存的名称').waitFor();
    await expectCount(dialog.getByText('原来的名称'), 1);
    await dialog.getByLabel('我的名称').check();
    await dialog.getByRole('button', { name: /采用所选/ }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { level: 1, name: '我的名称' }).waitFor();
    expect(await read(editor, 'training', made.id)).toMatchObject({ title: '我的名称' });
  });

  it('keep the draft of a form when the session ends, and save it after signing in again', async () => {
    const made = await create(editor, 'training', CHIJIN, { title: '会话中断' });
    const page = await openConsole(editor, `/trainingProgrammes/${made.id}`);
    await page.getByLabel('名称').fill('会话中断后保存');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '保存' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('登录已结束，请重新登录').waitFor();
    const account = dialog.getByLabel('账号');
    if (await account.isEditable()) await account.fill(String(editor.account));
    await dialog.getByLabel('密码').fill(cluster().password);
    await dialog.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '会话中断后保存' }).waitFor();
    expect(await read(editor, 'training', made.id)).toMatchObject({ title: '会话中断后保存' });
  });

  it('amend what was approved with a reason, and show the change that waits', async () => {
    const made = await create(editor, 'training', CHIJIN, { title: '要变更的项目', budget: '1000.00' });
    const submitted = done(await act(editor, 'training', 'Submit', made));
    done(await act(office, 'training', 'Approve', submitted));
    const page = await openConsole(editor, `/trainingProgrammes/${made.id}/show`);
    await page.getByText('现在不能办的事项及原因').click();
    await page.getByText(/批准后的内容只能通过“变更”修改/).waitFor();
    await page.getByRole('link', { name: '变更' }).click();
    await page.getByLabel('变更事由').fill('增加一个村');
    await page.getByLabel('预算（元）').fill('1500');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('region', { name: '第 2 版改动' }).getByText('1,500 元').waitFor();
    expect(await read(editor, 'training', made.id)).toMatchObject({ budget: '1000.00', pendingRevision: { no: 2 } });
    const director = await openConsole(office, `/trainingProgrammes/${made.id}/show`);
    await director.getByRole('button', { name: '批准变更' }).click();
    await director.getByRole('dialog').getByRole('button', { name: '批准变更' }).click();
    await director
      .getByText(/第 2 版/)
      .first()
      .waitFor();
    await director.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await read(editor, 'training', made.id)).toMatchObject({ budget: '1500.00', pendingRevision: null });
  });

  it('discard a draft only after asking', async () => {
    const made = await create(editor, 'training', CHIJIN, { title: '不要了的草稿' });
    const page = await openConsole(editor, `/trainingProgrammes/${made.id}/show`);
    await page.getByRole('button', { name: '删除草稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    expect(await read(editor, 'training', made.id)).not.toBeNull();
    await page.getByRole('button', { name: '删除草稿' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除草稿' }).click();
    await page.getByRole('heading', { level: 1, name: '培训项目' }).waitFor();
    expect(await read(editor, 'training', made.id)).toBeNull();
  });
});
