import type { Orm } from '../database/index.js';
import type { Plans } from './executor.js';
import type { RateOptions } from './rates.js';

/** What the server is started with. */
export interface ServerOptions {
  orm: Orm;
  isProduction: boolean;
  /** The address that people type, when something stands in front. */
  publicUrl: string | null;
  /** Nobody, everybody, the proxies' addresses and networks, or whether to trust an address that is so many hops away. */
  trustProxy: boolean | string | ((address: string, hop: number) => boolean);
  logLevel: string;
  /** Where log lines go; to standard output when left out. */
  logTo?: { write(line: string): void };
  /** Folder of the built console; `dist/console` when left out. */
  consoleFolder?: string;
  /** Other rates than the usual, for a measurement or a test. */
  rates?: Partial<RateOptions>;
  /** How queries are read: planned and compiled to SQL, or by the resolvers alone, to compare. */
  reads?: 'compiled' | 'resolvers';
  /** Another planner than the house's, for a test. */
  planner?: Plans;
}

/** Whether people reach the server over TLS, as PUBLIC_URL says. */
export function isOverTls(options: Pick<ServerOptions, 'publicUrl'>): boolean {
  return options.publicUrl?.startsWith('https:') ?? false;
}
