import { TenantSession } from '../../api/database/index.js';

/** An audit row that an operation had written when it was rolled back. */
interface AuditRow {
  act: string;
  record: string;
}

let isOn = false;
let heard: AuditRow[] = [];
const finish = TenantSession.prototype.finish;

/** While it is on, every operation is rolled back at its very end, so that it can be asked again with other people and ids. */
TenantSession.prototype.finish = async function (this: TenantSession, hasFailed: boolean): Promise<void> {
  if (!isOn) return finish.call(this, hasFailed);
  const isOpen = (this as unknown as { opening: unknown }).opening !== null;
  if (isOpen && !hasFailed) {
    const em = await this.em();
    // Rows of no station are audited too, but read by those of the whole county alone.
    await em.execute(`set local app.stations = '*'`);
    heard = await em.execute('select act, record from audit_entry where xmin = pg_current_xact_id_if_assigned()::xid');
  }
  return finish.call(this, true);
};

/** Asks without keeping anything; answers what came back, and what the audit would have kept of it. */
export async function dryRun<T>(ask: () => Promise<T>): Promise<{ answer: T; audited: AuditRow[] }> {
  heard = [];
  isOn = true;
  try {
    return { answer: await ask(), audited: heard };
  } finally {
    isOn = false;
  }
}
