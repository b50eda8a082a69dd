import { createHmac } from 'node:crypto';
import pg from 'pg';

/** The role that the application works as: not owner, not superuser, no way round row security. Migrations grant to it. */
export const appRole = 'lianxin_app';

/** Why the application role cannot be prepared, in one sentence that says what to do. */
export class RoleFailure extends Error {
  override name = 'RoleFailure';
}

/** What bounds any statement of the application, whoever sends it. */
const bounds = { statement_timeout: '10s', idle_in_transaction_session_timeout: '30s', lock_timeout: '5s' };

/** The application role's password follows from the installation's secret, so that every instance of it knows the same one. */
function passwordOf(secret: string): string {
  return createHmac('sha256', secret).update(appRole).digest('base64url');
}

/** Creates the application role, or checks that it can sign in and mends what is amiss; answers the URL to connect as. */
export async function prepareAppRole(ownerUrl: string, secret: string): Promise<string> {
  const password = passwordOf(secret);
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = password;
  await asOwner(ownerUrl, async (owner) => {
    const isThere = await isRole(owner, appRole);
    if (!isThere) await alter(owner, `create role ${appRole} login noinherit password '${password}'`);
    else if (!(await canSignIn(url.toString())))
      await alter(owner, `alter role ${appRole} login password '${password}'`);
    await bound(owner, appRole);
  });
  return url.toString();
}

/**
 * Lets a role of one's own stand in for the application role: it becomes a member of it, and so holds what migrations grant. A role
 * that row security would not bind is left as it is.
 */
export async function adoptAppRole(ownerUrl: string, url: string): Promise<void> {
  const name = await asOwner(url, currentUser);
  const isWeak = (await weaknessOfRole(url)) !== null;
  await asOwner(ownerUrl, async (owner) => {
    if (!(await isRole(owner, appRole))) await alter(owner, `create role ${appRole} nologin noinherit`);
    if (isWeak || name === (await currentUser(owner))) return;
    const [member] = await rowsOf<{ is: boolean }>(owner, `select pg_has_role($1, $2, 'usage') as is`, [name, appRole]);
    if (!member?.is) await alter(owner, `grant ${appRole} to ${pg.escapeIdentifier(name)}`);
    await bound(owner, name);
  });
}

async function currentUser(client: pg.Client): Promise<string> {
  const [self] = await rowsOf<{ name: string }>(client, 'select current_user as name');
  return self?.name ?? '';
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function rowsOf<Row>(client: pg.Client, sql: string, values: unknown[] = []): Promise<Row[]> {
  return (await client.query(sql, values)).rows as Row[];
}

async function isRole(owner: pg.Client, name: string): Promise<boolean> {
  return (await rowsOf(owner, 'select from pg_roles where rolname = $1', [name])).length > 0;
}

/** Whether the password fits; any other trouble shows itself when the application connects. */
async function canSignIn(url: string): Promise<boolean> {
  const refusals = ['28P01', '28000'];
  return asOwner(url, async () => true).catch((error) => !refusals.includes((error as { code?: string }).code ?? ''));
}

/** Roles belong to the whole server, so that installations beside each other may meet here: the loser tries again. */
async function alter(owner: pg.Client, sql: string, attempts = 5): Promise<void> {
  try {
    await owner.query(sql);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const hasMet = code === 'XX000' || code === '23505' || code === '42710';
    if (hasMet && attempts > 1)
      return alter(owner, sql.replace(/^create/, code === 'XX000' ? 'create' : 'alter'), attempts - 1);
    const shown = sql.replace(/password '.*'/, `password '…'`);
    throw new RoleFailure(
      `The database user may not prepare the application's role (${message}): let an administrator run "${shown}" and give that role's address as APP_DATABASE_URL.`,
    );
  }
}

/** Sets the bounds that the role lacks; an owner who may not leaves them to the administrator. */
async function bound(owner: pg.Client, name: string): Promise<void> {
  const [role] = await rowsOf<{ rolconfig: string[] | null }>(
    owner,
    'select rolconfig from pg_roles where rolname = $1',
    [name],
  );
  for (const [setting, value] of Object.entries(bounds)) {
    if (role?.rolconfig?.some((line) => line.startsWith(`${setting}=`))) continue;
    await alter(owner, `alter role ${pg.escapeIdentifier(name)} set ${setting} = '${value}'`).catch(() => {});
  }
}

/** What is wrong with the role behind a URL, as a sentence, or null: it must be unable to pass row security. */
export async function weaknessOfRole(url: string): Promise<string | null> {
  const [role] = await asOwner(url, (client) =>
    rowsOf<{ rolsuper: boolean; rolbypassrls: boolean; is_owner: boolean }>(
      client,
      `select r.rolsuper, r.rolbypassrls, exists (
         select from pg_class c where c.oid = to_regclass('station') and pg_has_role(r.oid, c.relowner, 'usage')) as is_owner
       from pg_roles r where r.rolname = current_user`,
    ),
  );
  if (role?.rolsuper) return 'The application role is a superuser, whom row security does not bind.';
  if (role?.rolbypassrls) return 'The application role has BYPASSRLS, so row security does not bind it.';
  if (role?.is_owner) return 'The application role owns the tables, so row security does not bind it.';
  return null;
}
