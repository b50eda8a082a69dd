import type { Actor, AuditNote, Change, Context, CookieJar, GateCall, SecurityEventNote } from '../access/index.js';
import { auditScope, recordChange } from '../audit/index.js';
import { type Orm, type ReadPool, type Row, scopeOf, TenantSession } from '../database/index.js';
import { type Day, type Language, today, unauthenticated } from '../kernel/index.js';
import type { Statement } from '../reading/index.js';

/** What the server knows of a request before anything is asked. */
export interface Asking {
  actor: Actor | null;
  requestId: string;
  language: Language;
  client: string;
  address: string;
}

/** The one call of `gate` that is part of confirming who asks. */
const confirming: GateCall = 'session_touch';

/** What changes while an operation runs. Apollo hands resolvers a copy of the context, so it lies behind one shared reference. */
interface Running {
  actor: Actor | null;
  session: TenantSession;
  isReadOnly: boolean;
  /** Says whether the actor is who they were taken for, where that is not known yet. */
  isConfirmed: (() => Promise<boolean>) | null;
}

/** One operation's context: the plain facts of who asks, and its transaction. */
export class OperationContext implements Context {
  readonly cookies: CookieJar;
  readonly today: Day = today();
  private readonly running: Running;
  private readonly values = new Map<string, Promise<unknown>>();
  private readonly scope: ReturnType<typeof auditScope>;

  constructor(
    private readonly orm: Orm,
    private readonly asking: Asking,
    /** Where calls of `gate` are asked; the ORM's own pool when left out, which no transaction of this operation may hold then. */
    private readonly reading: ReadPool | null = null,
  ) {
    this.cookies = { session: null };
    this.scope = auditScope(asking);
    const session = this.newSession(asking.actor, true);
    this.running = { actor: asking.actor, isReadOnly: true, session, isConfirmed: null };
  }

  get actor(): Actor | null {
    return this.running.actor;
  }

  get requestId(): string {
    return this.asking.requestId;
  }

  get language(): Language {
    return this.asking.language;
  }

  get client(): string {
    return this.asking.client;
  }

  get address(): string {
    return this.asking.address;
  }

  /** Mutations may write; told by the server once the operation is known, before any resolver runs. */
  allowWrites(): void {
    this.running.isReadOnly = false;
    this.running.session = this.newSession(this.actor, false);
  }

  em() {
    return this.running.session.em();
  }

  /** The rows of planned statements, read in the operation's own transaction. */
  read(statements: readonly Statement[]): Promise<Row[]> {
    return this.running.session.read(statements);
  }

  /** Reads together with the commit; the operation may write nothing after it. */
  readLast(statement: Statement): Promise<Row> {
    return this.running.session.readLast(statement);
  }

  /**
   * Reads in the round trip of the transaction's first statement what says whether the actor is who they were taken for. Until it is
   * known nothing is done that a roll-back would not undo.
   */
  async confirmAlong(
    statement: Statement,
    isConfirmed: (row: Row) => Promise<boolean>,
  ): Promise<() => Promise<boolean>> {
    const row = await this.running.session.readAlong(statement);
    let known: Promise<boolean> | null = null;
    this.running.isConfirmed = () => {
      known ??= row().then(isConfirmed);
      return known;
    };
    return this.running.isConfirmed;
  }

  async enter(tenantId: number) {
    this.scope.tenantId = tenantId;
    return this.running.session.enter(tenantId);
  }

  as(actor: Actor): Context {
    this.running.actor = actor;
    this.running.session = this.newSession(actor, this.running.isReadOnly);
    return this;
  }

  note(note: AuditNote): void {
    this.scope.note = note;
  }

  async wrote(change: Change): Promise<void> {
    await recordChange(await this.em(), this.scope, change);
  }

  giveUp(): void {
    this.running.session.giveUp();
  }

  async security(note: SecurityEventNote): Promise<void> {
    const tenantCode = note.tenantCode ?? this.actor?.tenantCode ?? null;
    await this.gate(
      'security_event_add',
      note.kind,
      note.account ?? this.actor?.account ?? null,
      tenantCode,
      note.detail ?? null,
      this.requestId,
      this.client,
    );
  }

  async gate<Row>(call: GateCall, ...values: unknown[]): Promise<Row[]> {
    const { isConfirmed } = this.running;
    if (isConfirmed && call !== confirming && !(await isConfirmed())) throw unauthenticated();
    const text = (place: (i: number) => string) =>
      `select * from gate.${call}(${values.map((_, i) => place(i)).join(', ')})`;
    if (this.reading)
      return this.reading.apart<Row>(
        text((i) => `$${i + 1}`),
        values,
      );
    return (await this.orm.em.getConnection().execute(
      text(() => '?'),
      values,
      'all',
    )) as Row[];
  }

  once<T>(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.values.get(key) as Promise<T> | undefined;
    if (known) return known;
    const value = make();
    this.values.set(key, value);
    return value;
  }

  forget(): void {
    this.values.clear();
  }

  finish(hasFailed: boolean): Promise<void> {
    return this.running.session.finish(hasFailed);
  }

  private newSession(actor: Actor | null, isReadOnly: boolean): TenantSession {
    this.scope.actor = actor;
    this.scope.tenantId = actor?.tenantId ?? 0;
    return new TenantSession(this.orm, scopeOf(actor), isReadOnly, (em) => this.scope.attach(em));
  }
}
