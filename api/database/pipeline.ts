import type { Duplex } from 'node:stream';
import type pg from 'pg';
import type { PlannedBy, Statement } from '../reading/index.js';

/** The one row of a planned statement: every column as text, or null. */
export type Row = readonly (string | null)[];

/** A client of a pool that pipelines, with what pg keeps of its line and does not type. */
export type Pipelined = pg.PoolClient & {
  connection: { stream: Duplex; parsedStatements: Record<string, string> };
  processID: number;
  secretKey: number;
};

/** How many prepared statements a connection keeps; PostgreSQL holds about 100 KiB for each and never lets one go by itself. */
const mostPrepared = 200;

/** The prepared statements of one connection, the least lately used first. */
export class PreparedNames {
  private readonly names = new Set<string>();

  constructor(
    private readonly connection: Pick<Pipelined['connection'], 'parsedStatements'>,
    private readonly most = mostPrepared,
  ) {}

  /** Notes which statements are asked now, and answers those that the server must forget; pg no longer takes them for known. */
  use(wanted: ReadonlySet<string>): string[] {
    for (const name of wanted) {
      this.names.delete(name);
      this.names.add(name);
    }
    const gone: string[] = [];
    for (const name of this.names) {
      if (this.names.size <= this.most || wanted.has(name)) break;
      this.names.delete(name);
      if (this.connection.parsedStatements[name] === undefined) continue;
      delete this.connection.parsedStatements[name];
      gone.push(name);
    }
    return gone;
  }
}

const preparedOn = new WeakMap<Pipelined, PreparedNames>();

/**
 * Sends a whole transaction at once and reads its answers: one round trip. Any failure is the failure of the whole, and the first is
 * thrown: after a BEGIN that failed, the statements would answer nothing and no error.
 */
export async function inOneRoundTrip(
  client: Pipelined,
  begin: string,
  statements: readonly Statement[],
): Promise<Row[]> {
  const names = preparedOn.get(client) ?? new PreparedNames(client.connection);
  preparedOn.set(client, names);
  const forgotten = names.use(new Set(statements.map(({ name }) => name)));
  const { stream } = client.connection;
  stream.cork();
  const sent: Promise<unknown>[] = forgotten.map((name) => client.query(`deallocate "${name}"`));
  sent.push(client.query(begin));
  const asked = send(client, statements, sent);
  const commit = client.query('commit');
  stream.uncork();
  const settled = await Promise.allSettled([...sent, commit]);
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  if ((await commit).command !== 'COMMIT') throw new Error('A read was not committed.');
  return (await Promise.all(asked)).map(({ rows }) => onlyRow(rows));
}

/** What is said in front of a statement so that it is planned as it asks to be. */
const planModes: Readonly<Record<PlannedBy, string>> = {
  values: 'set local plan_cache_mode = force_custom_plan',
  once: 'set local plan_cache_mode = force_generic_plan',
  cost: 'set local plan_cache_mode = auto',
  hashing: 'set local plan_cache_mode = force_generic_plan; set local enable_sort = off',
};

/** Sends statements, each planned as it asks to be, and answers theirs; `sent` grows by all that is sent, in order. */
function send(
  client: Pipelined,
  statements: readonly Statement[],
  sent: Promise<unknown>[],
): Promise<pg.QueryArrayResult<(string | null)[]>>[] {
  let current: PlannedBy = 'cost';
  return statements.map(({ name, text, values, plannedBy = 'cost' }) => {
    if (plannedBy !== current && current === 'hashing') sent.push(client.query('set local enable_sort = on'));
    if (plannedBy !== current) sent.push(client.query(planModes[plannedBy]));
    current = plannedBy;
    const one = client.query<(string | null)[]>({ name, text, values: [...values], rowMode: 'array' });
    sent.push(one);
    return one;
  });
}

/** The row of a planned statement, which answers one row whatever it finds. */
export function onlyRow(rows: readonly Row[]): Row {
  const [row] = rows;
  if (rows.length !== 1 || !row) throw new Error(`A planned statement answered ${rows.length} rows.`);
  return row;
}

/** Whether a connection may serve others after a failure: it is out of its transaction, and what failed was the question alone. */
export function isHealthyAfter(client: Pipelined, error: unknown): boolean {
  const code = String((error as { code?: unknown }).code);
  return client.getTransactionStatus() === 'I' && /^(22...|40...|57014|55P03)$/.test(code);
}
