import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Page } from '../parts/Page.js';
import { NoPermission } from '../parts/refusals.js';
import { Loading } from '../parts/states.js';
import { may, type Permission } from '../provider/me.js';
import { useMe } from '../provider/useMe.js';

interface GuardProps {
  permissions: Permission[];
  name?: string;
  children: ReactNode;
}

/** Shows a page to those who hold one of the permissions; to others, which one is missing. The server refuses on its own. */
export function Guard({ permissions, name, children }: GuardProps) {
  const translate = useTranslate();
  const me = useMe();
  const [first] = permissions;
  if (me === undefined) return <Loading />;
  if (!first || may(me, permissions)) return <>{children}</>;
  const title = name ? translate(`resources.${name}.menu`) : translate('lianxin.state.noPermission');
  return (
    <Page title={title}>
      <NoPermission missing={{ permission: first }} />
    </Page>
  );
}
