import type pg from 'pg';
import type { Statement } from '../../../api/reading/index.js';

/** A node of a plan as EXPLAIN prints it in JSON. */
interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Total Cost': number;
  Plans?: Node[];
}

/** What running a plan has read: rows of tables, whether they were kept or thrown away. */
export interface Read {
  rows: number;
  cost: number;
  /** By the plan for any values. */
  isKept: boolean;
  /** Such as `Index Scan programme 26+300`. */
  scans: string[];
}

/**
 * Runs a statement with the values known to the planner, and once more with the plan for any values where PostgreSQL would come to
 * prefer that one for a prepared statement; answers the worse. A statement that says how it is planned is planned so.
 */
export async function readBy(client: pg.Client, statement: Statement): Promise<Read> {
  const { text, values } = statement;
  const custom = await explain(client, `explain (analyze, timing off, buffers off, format json) ${text}`, [...values]);
  if (statement.plannedBy === 'values') return custom;
  if (statement.plannedBy === 'once') return { ...(await keptPlan(client, statement)), isKept: true };
  const generic = await explain(client, `explain (generic_plan, format json) ${text}`);
  if (generic.cost > custom.cost + planningCost) return custom;
  const kept = await keptPlan(client, statement);
  return kept.rows > custom.rows ? { ...kept, isKept: true } : custom;
}

/** At most what PostgreSQL adds to the cost of a plan that is made anew for each question. */
const planningCost = 50;

async function keptPlan(client: pg.Client, { text, values }: Statement): Promise<Read> {
  await client.query(`set local plan_cache_mode = force_generic_plan; prepare kept as ${text}`);
  const told = values.map((value) => literalOf(client, value)).join(', ');
  const run = `explain (analyze, timing off, buffers off, format json) execute kept${told && `(${told})`}`;
  const read = await explain(client, run);
  await client.query('deallocate kept; set local plan_cache_mode = auto');
  return read;
}

function literalOf(client: pg.Client, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return client.escapeLiteral(`{${value.map((one) => JSON.stringify(one)).join()}}`);
  return client.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}

async function explain(client: pg.Client, text: string, values?: unknown[]): Promise<Read> {
  const { rows } = await client.query(values ? { text, values } : { text });
  const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
  const read: Read = { rows: 0, cost: plan['Total Cost'], isKept: false, scans: [] };
  add(plan, read);
  return read;
}

function add(node: Node, read: Read): void {
  const loops = node['Actual Loops'] ?? 0;
  const kept = (node['Actual Rows'] ?? 0) * loops;
  const thrown = ((node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * loops;
  if (node['Relation Name']) {
    read.rows += kept + thrown;
    if (kept + thrown > 0)
      read.scans.push(`${node['Node Type']} ${node['Relation Name']} ${Math.round(kept)}+${Math.round(thrown)}`);
  }
  for (const child of node.Plans ?? []) add(child, read);
}

/** The numbers that statements of a total count answer, each asked once. */
export class Counts {
  private readonly known = new Map<string, number>();

  constructor(private readonly client: pg.Client) {}

  async of({ text, values }: Statement): Promise<number> {
    const key = JSON.stringify([text, values]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { rows } = await this.client.query<[string]>({ text, values: [...values], rowMode: 'array' });
    const [, digits] = /"totalCount" ?: ?(\d+)/.exec(rows[0]?.[0] ?? '') ?? [];
    if (digits === undefined) throw new Error('It counts nothing.');
    this.known.set(key, Number(digits));
    return Number(digits);
  }
}
