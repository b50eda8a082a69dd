import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { ACTS } from '../../../admin/audit/audited.js';
import { EVENTS } from '../../../admin/audit/entry.js';
import { words } from '../../../admin/words/zh-CN/index.js';
import { actors } from '../../support/actors.js';
import { ask, data } from '../../support/app.js';
import { expectCount } from '../../support/browser.js';
import { openConsole, visit } from '../../support/console.js';

const schema = buildSchema(readFileSync(join(process.cwd(), 'schema.graphql'), 'utf8'));

/** Renames a demo person over the API, which leaves one row in the audit. */
async function rename(account: string, name: string): Promise<void> {
  const { users } = await data(actors.admin(), '{ users(first: 100) { nodes { id account version } } }');
  const { id, version } = users.nodes.find((user: { account: string }) => user.account === account);
  const update =
    'mutation ($id: ID!, $version: Int!, $name: String!) { userUpdate(id: $id, version: $version, input: { name: $name }) { errors { message } } }';
  await data(actors.admin(), update, { id, version, name });
}

describe('the audit in the console', () => {
  it('shows the change just made first, with its fields before and after and the request to quote', async () => {
    await rename('clerk.chijin@620981', '新名字');
    const page = await openConsole(actors.admin(), '/auditEntries');
    const first = page.getByRole('row').nth(1);
    await first.getByText('修改账号').waitFor();
    await first.getByText('账号 · 新名字').waitFor();
    await first.getByRole('link').click();
    const panel = page.getByRole('dialog', { name: '变更详情' });
    await panel.getByRole('row', { name: /姓名.*（示例）.*新名字/ }).waitFor();
    await panel.getByText('admin@620981（账号）').waitFor();
    await panel.getByRole('button', { name: '复制' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('keeps its filters in the address and finds by who, act and station', async () => {
    await rename('clerk.huangzhawan@620981', '另一名字');
    const { stations } = await data(actors.admin(), '{ stations(where: { search: "赤金镇" }) { nodes { id } } }');
    const filter = { search: 'admin@620981', act: ['userUpdate'], within: stations.nodes[0].id };
    const page = await openConsole(
      actors.admin(),
      `/auditEntries?filter=${encodeURIComponent(JSON.stringify(filter))}`,
    );
    await page.getByText('动作: 修改账号').waitFor();
    await page.getByText('阵地（含下级）: 赤金镇').waitFor();
    await page
      .getByRole('row', { name: /修改账号/ })
      .first()
      .waitFor();
    const rows = await page.getByRole('row', { name: /@/ }).allTextContents();
    expect(rows.filter((row) => !row.includes('赤金镇') || !row.includes('修改账号'))).toEqual([]);
    expect(rows.join()).not.toContain('另一名字');
  });

  it('shows a refused sign-in among the security events', async () => {
    const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }';
    await ask(actors.anonymous, query, { input: { account: 'leader@620981', password: 'wrong-wrong-wrong' } });
    const page = await openConsole(actors.admin(), '/securityEvents');
    await page.getByRole('row', { name: /登录被拒.*leader@620981/ }).waitFor();
  });

  it('says by icon and word whether the record is whole, to those who may check the whole county', async () => {
    const page = await openConsole(actors.admin(), '/auditSeals');
    await page.getByRole('heading', { name: /变更记录完好|还没有封存过/ }).waitFor();
    const town = await openConsole(actors.office('chijin'), '/auditSeals');
    await town.getByText('校验封存须有全县的审计查看权限。').waitFor();
    await visit(town, '/auditEntries');
    await town
      .getByRole('row', { name: /赤金镇/ })
      .first()
      .waitFor();
    await expectCount(town.getByRole('row', { name: /黄闸湾镇/ }), 0);
  });

  it('names every act that leaves a change, and every kind of event, in words', () => {
    const silent = ['signIn', 'signOut', 'sessionEnd', 'sessionsEndOthers'];
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter((name) => !silent.includes(name));
    expect(mutations.filter((name) => !ACTS.includes(name))).toEqual([]);
    expect(ACTS.filter((act) => !(act in words.enums.AuditAct))).toEqual([]);
    const kinds = schema.getType('SecurityEventKind')?.toConfig() as unknown as { values: Record<string, object> };
    expect(Object.keys(kinds.values).sort()).toEqual([...EVENTS].sort());
  });
});
