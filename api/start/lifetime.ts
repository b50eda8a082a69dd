/** What has begun and is to be ended, the last begun first. */
export class Lifetime {
  private readonly endings: (() => Promise<unknown>)[] = [];
  private ended: Promise<void> | null = null;
  private isLeaving = false;

  /** Whether it is time to go: whoever is still beginning something stops. */
  get isOver(): boolean {
    return this.isLeaving;
  }

  onEnd(end: () => Promise<unknown>): void {
    this.endings.push(end);
  }

  /** Ends everything once; what fails does not keep the rest from ending. */
  end(report: (error: unknown) => void): Promise<void> {
    this.ended ??= this.endAll(report);
    return this.ended;
  }

  /**
   * Calls `end` at the first SIGTERM, SIGINT or SIGHUP and leaves the process within 20 s, whatever hangs. A second
   * Ctrl-C leaves at once. Answers the same as a function, to leave for another reason with a code.
   */
  leaveOnSignals(end: () => Promise<unknown>): (code: number) => void {
    let since = 0;
    const leave = (code: number) => {
      if (this.isLeaving) return;
      this.isLeaving = true;
      since = Date.now();
      setTimeout(() => process.exit(1), patienceMs).unref();
      end().then(
        () => process.exit(code),
        () => process.exit(1),
      );
    };
    process.on('SIGINT', () => (this.isLeaving && Date.now() - since > pairMs ? process.exit(130) : leave(0)));
    for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leave(0));
    if (process.env.npm_lifecycle_event) whenOrphaned(() => leave(0));
    return leave;
  }

  private async endAll(report: (error: unknown) => void): Promise<void> {
    for (const end of this.endings.reverse()) await end().catch(report);
  }
}

/** npm hands SIGTERM to the shell of its script, which ends without handing it on: what is left of it is the lost parent. */
function whenOrphaned(leave: () => void): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && leave(), 300).unref();
}

const patienceMs = 18_000;
/** npm passes on a Ctrl-C that the terminal has sent to everybody already: the second one of a pair is no impatience. */
const pairMs = 1_500;
