import type { Reply } from './answers.js';
import type { Side } from './asking.js';
import type { Question } from './corpus.js';
import type { Coverage } from './coverage.js';

/** What a run of the corpus amounted to. */
export class Tally {
  asked = 0;
  /** Asked, and answered by the compiler alone. */
  counted = 0;
  private readonly fellBack = new Map<string, number>();
  private readonly codes = new Map<string, number>();
  private refused = 0;
  private failed = 0;
  private empty = 0;
  private rows = 0;
  private longest = 0;
  private readonly spent: Record<Side, number> = { compiled: 0, resolvers: 0 };
  private readonly began = Date.now();

  constructor(private readonly coverage: Coverage) {}

  /** Runs one side of a question on the clock. */
  async timed<T>(side: Side, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    return work().finally(() => {
      this.spent[side] += performance.now() - start;
    });
  }

  count([compiled, resolvers]: readonly [Reply, Reply], question: Question): void {
    this.asked += 1;
    for (const field of compiled.fellBack) this.fellBack.set(field, (this.fellBack.get(field) ?? 0) + 1);
    if (compiled.fellBack.length === 0) this.counted += 1;
    const { data, errors } = JSON.parse(resolvers.body) as {
      data?: unknown;
      errors?: { extensions: { code: string } }[];
    };
    for (const code of new Set((errors ?? []).map((error) => error.extensions.code)))
      this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    if (errors) this.failed += 1;
    if (data === undefined) this.refused += 1;
    const rows = (resolvers.body.match(/\{/g)?.length ?? 1) - 1;
    if (data && rows < 3) this.empty += 1;
    this.rows += rows;
    this.longest = Math.max(this.longest, resolvers.body.length);
    if (data && compiled.fellBack.length === 0) this.coverage.note(question, data);
  }

  report(seed: string): string {
    const each = (map: ReadonlyMap<string, number>): string =>
      [...map].map(([name, count]) => `${name} ${count}`).join(', ') || 'none';
    const ms = (side: Side): string => (this.spent[side] / this.asked).toFixed(1);
    return [
      `Seed ${seed}: ${this.asked} asked, ${this.counted} counted, in ${Math.round((Date.now() - this.began) / 1_000)} s.`,
      `Fell back: ${each(this.fellBack)}.`,
      `With errors ${this.failed} (${each(this.codes)}), before execution ${this.refused}; empty ${this.empty}.`,
      `Records seen ${this.rows}, longest answer ${this.longest} bytes; ms a question: compiled ${ms('compiled')}, resolvers ${ms('resolvers')}.`,
    ].join('\n');
  }
}
