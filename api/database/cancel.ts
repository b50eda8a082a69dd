import pg from 'pg';
import type { Pipelined } from './pipeline.js';

/** How long a cancel may take to reach the database before the connection is cut anyway. */
const cancelPatience = 1_000;

/** What a read ends with when its asker has gone, told like a statement that was stopped. */
export function stopped(): Error {
  return Object.assign(new Error('The asker hung up.'), { code: '57014' });
}

/** Asks the database on a line of its own to stop what a connection is doing; resolves once it has heard. */
export function cancel(client: Pipelined): Promise<void> {
  const { host, port, ssl } = client as unknown as { host: string; port: number; ssl: pg.ConnectionConfig['ssl'] };
  return new Promise((resolve) => {
    const line = new pg.Connection({ ssl } as pg.ConnectionConfig) as pg.Connection & CancelLine;
    const end = () => {
      clearTimeout(late);
      line.stream.destroy();
      resolve();
    };
    const late = setTimeout(end, cancelPatience);
    const send = () => line.cancel(client.processID, client.secretKey);
    line.on('error', end);
    line.on('end', end);
    line.on('connect', () => (ssl ? line.requestSsl() : send()));
    line.on('sslconnect', send);
    if (host.startsWith('/')) line.connect(`${host}/.s.PGSQL.${port}`);
    else line.connect(port, host);
  });
}

/** What pg's connection can do and its types do not say. */
interface CancelLine {
  connect(port: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processId: number, secretKey: number): void;
}
