import { TenantSession } from '../../api/database/index.js';
import { newId } from '../../api/kernel/index.js';
import { app } from './app.js';
import { asOwner } from './sql.js';

/** Runs SQL as the application role with a county's context over all its stations, and rolls back; `?` marks values. */
export async function asCounty<Row extends object>(code: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const [tenant] = await asOwner<{ id: number }>('select id from tenant where code = $1', [code]);
  const { orm } = await app();
  const session = new TenantSession(orm, { tenantId: tenant?.id ?? -1, reach: '*', isPlatform: false }, false);
  try {
    return (await (await session.em()).execute(sql, values)) as Row[];
  } finally {
    await session.finish(true);
  }
}

/** Gives an account another role at a station, past every rule; for standings that the demo does not have. */
export async function giveRole(account: string, role: string, stationCode: string): Promise<void> {
  await asOwner(
    `insert into "grant" (tenant_id, id, user_id, role, station_id, valid_from)
     select u.tenant_id, $1, u.id, $2, s.id, '2020-01-01' from "user" u
     join station s on s.tenant_id = u.tenant_id and s.code = $3 where u.account = $4`,
    [newId(), role, stationCode, account],
  );
}
