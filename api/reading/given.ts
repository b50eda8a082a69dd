import { type Frame, Slot } from './sql.js';

/**
 * An argument of a field while its plan is made. A plan is kept for every later question of the same shape, so it may depend on
 * what is set, on booleans and on enum values alone; everything else is read through a slot when the plan runs.
 */
export class Given {
  constructor(
    readonly field: number,
    private readonly path: readonly string[],
    private readonly value: unknown,
  ) {}

  /** An argument, or a field of an input object. */
  get(key: string): Given {
    const value = (this.value as Record<string, unknown> | null | undefined)?.[key];
    return new Given(this.field, [...this.path, key], value);
  }

  /** Tells it from every other argument of the statement. */
  get key(): string {
    return `${this.field} ${this.path.join('.')}`;
  }

  /** Whether it was given, and not null. */
  get isSet(): boolean {
    return this.value !== undefined && this.value !== null;
  }

  /** A boolean or an enum value; with anything else the plan would depend on what its key leaves out. */
  get choice(): unknown {
    return this.value;
  }

  /** The value when the plan runs, as an SQL type. What `map` throws is the asker's mistake. */
  slot(type: string, map: (value: never, frame: Frame) => unknown = (value) => value): Slot {
    return new Slot(type, (frame) => map(this.read(frame) as never, frame), this.field);
  }

  read(frame: Frame): unknown {
    let at: unknown = frame.args[this.field];
    for (const key of this.path) at = (at as Record<string, unknown> | null | undefined)?.[key];
    return at;
  }
}
