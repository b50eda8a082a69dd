import type { AuthProvider } from 'react-admin';
import { RequestError } from './errors.js';
import { fetchMe, forgetMe, may, type Permission, reachPath, signIn, signOut } from './me.js';

/** For one resource: the permissions that open each action; any of them is enough. An action that is not listed needs those of `list`. */
export type Rights = Partial<Record<'list' | 'show' | 'create' | 'edit', Permission[]>>;

/**
 * The auth provider over `signIn`, `signOut` and `me`; what may be done comes from `me.abilities`, never from role names.
 * Only a person's own sign-out (`isAsked`) ends the session on the server; a page that merely found no session does not. Neither
 * leads elsewhere: the gate shows the sign-in form at the same address.
 */
export function authProviderOf(rights: Record<string, Rights>): AuthProvider {
  return {
    login: async ({ account, password }: { account: string; password: string }) => {
      await signIn(account, password);
    },
    logout: async (params?: { isAsked?: boolean }) => {
      if (params?.isAsked) await signOut();
      else forgetMe();
      return false;
    },
    checkAuth: async () => {
      const me = await fetchMe();
      if (!me) throw new RequestError('ra.auth.auth_check_error', { code: 'UNAUTHENTICATED' });
    },
    checkError: async (error: unknown) => {
      if (error instanceof RequestError && error.code === 'FORBIDDEN') await fetchMe(true).catch(() => undefined);
      if (error instanceof RequestError && error.code === 'UNAUTHENTICATED') throw error;
    },
    getIdentity: async () => {
      const me = await fetchMe();
      return { id: me?.user.id ?? '', fullName: me?.user.name ?? '' };
    },
    getPermissions: async () => (await fetchMe())?.abilities ?? [],
    canAccess: async ({ resource, action, record }) => {
      const known = rights[resource];
      if (!known) return true;
      const wanted = known[action as keyof Rights] ?? known.list;
      return !wanted || may(await fetchMe(), wanted, reachPath(record));
    },
  };
}
