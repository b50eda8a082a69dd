import { describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { data } from '../../support/app.js';
import {
  expectNoSeriousFindings,
  expectNoSidewaysScroll,
  type Looking,
  screenshot,
  WIDTHS,
} from '../../support/browser.js';
import { openConsole, visit } from '../../support/console.js';

/** The pages of these areas, by what stands on them once they are there. */
const pages = async (): Promise<[string, string, string | RegExp][]> => {
  const { users } = await data(actors.admin(), '{ users(where: { search: "office.chijin" }) { nodes { id name } } }');
  const [{ id, name }] = users.nodes;
  return [
    ['users', '/users', 'office.chijin@620981'],
    ['users-show', `/users/${id}/show`, name],
    ['users-edit', `/users/${id}`, '保存'],
    ['users-create', '/users/create', '保存'],
    ['apiKeys', '/apiKeys', '还没有接口密钥。'],
    ['apiKeys-create', '/apiKeys/create', '每分钟额度（点）'],
    ['auditEntries', '/auditEntries', '载入示例数据'],
    ['securityEvents', '/securityEvents', 'admin@620981'],
    ['auditSeals', '/auditSeals', '重新校验'],
  ];
};

describe.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])(
  'accounts, keys and audit at the width of a %s',
  (width) => {
    it('do not scroll sideways and have no serious finding of axe', async () => {
      const looking: Looking = { width };
      const page = await openConsole(actors.admin(), '/', looking);
      for (const [name, path, sign] of await pages()) {
        await visit(page, path);
        await page.getByText(sign).first().waitFor();
        await expectNoSidewaysScroll(page);
        await expectNoSeriousFindings(page);
        await screenshot(page, `${name}-${width}`);
      }
    }, 120_000);
  },
);

describe('accounts, keys and audit in English', () => {
  it('leave no key untranslated', async () => {
    const page = await openConsole(actors.admin(), '/', { locale: 'en' });
    for (const [name, path] of await pages()) {
      await visit(page, path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const text = await page.locator('main').innerText();
      expect(text.match(/\b(resources|enums|lianxin|ra)\.\w+(\.\w+)*/g) ?? []).toEqual([]);
      await screenshot(page, `${name}-en`);
    }
  }, 60_000);
});
