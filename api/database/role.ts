import { createHmac } from 'node:crypto';
import pg from 'pg';

/** The role that the application works as: not owner, not superuser, no way round row security. */
export const appRole = 'lianxin_app';

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The application role's password follows from the installation's secret, so that every instance of it knows the same one. */
function passwordOf(secret: string): string {
  return createHmac('sha256', secret).update(appRole).digest('base64url');
}

/** Creates the application role, or sets its password and limits where the owner may; answers the URL to connect as. */
export async function prepareAppRole(ownerUrl: string, secret: string): Promise<string> {
  const password = passwordOf(secret);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query('select rolsuper, rolbypassrls from pg_roles where rolname = $1', [appRole]);
    const verb = rows.length > 0 ? 'alter' : 'create';
    await owner
      .query(
        `${verb} role ${appRole} login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password ${quote(password)}`,
      )
      .catch((error) => {
        throw new Error(
          `The database user may not ${verb} the role ${appRole} (${(error as Error).message}); run as an administrator: CREATE ROLE ${appRole} LOGIN PASSWORD '…'; and give APP_DATABASE_URL.`,
        );
      });
    await owner.query(`alter role ${appRole} set statement_timeout = '10s'`);
    await owner.query(`alter role ${appRole} set idle_in_transaction_session_timeout = '30s'`);
    await owner.query(`alter role ${appRole} set lock_timeout = '5s'`);
  } finally {
    await owner.end();
  }
  const url = new URL(ownerUrl);
  url.username = appRole;
  url.password = password;
  return url.toString();
}

/** What is wrong with the role behind a URL, as a sentence, or null: it must be unable to pass row security. */
export async function weaknessOfRole(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select r.rolsuper, r.rolbypassrls, exists (select 1 from pg_class c where c.relname = 'station' and c.relowner = r.oid) as is_owner
       from pg_roles r where r.rolname = current_user`,
    );
    const [role] = rows as { rolsuper: boolean; rolbypassrls: boolean; is_owner: boolean }[];
    if (role?.rolsuper) return 'The application role is a superuser, whom row security does not bind.';
    if (role?.rolbypassrls) return 'The application role has BYPASSRLS, so row security does not bind it.';
    if (role?.is_owner) return 'The application role owns the tables, so row security does not bind it.';
    return null;
  } finally {
    await client.end();
  }
}
