import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.js';
import { StartFailure } from './failure.js';

/** Refuses a port that is taken before anything else is started. */
export async function demandPort({ host, port }: Config): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject).listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  }).catch((error) => {
    throw refusalOf(error, host, port);
  });
}

/** Listens, and answers the address to open. */
export async function listen(server: FastifyInstance, { host, port }: Config): Promise<string> {
  await server.listen({ host, port }).catch((error) => {
    throw refusalOf(error, host, port);
  });
  const [bound] = server.addresses();
  const isEverywhere = host === '0.0.0.0' || host === '::';
  return `http://${isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${typeof bound === 'object' ? bound.port : port}`;
}

function refusalOf(error: unknown, host: string, port: number): unknown {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') {
    return new StartFailure(
      `Port ${port} on ${host} is taken by another program: end it, or choose another port, as in "PORT=${port === 65_535 ? 4000 : port + 1} npm start".`,
    );
  }
  if (code === 'EACCES')
    return new StartFailure(`Port ${port} needs an administrator: choose one above 1023, as in "PORT=4000 npm start".`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EINVAL') {
    return new StartFailure(
      `HOST is "${host}", which is no address of this machine: use 127.0.0.1 for this machine alone or 0.0.0.0 for its networks.`,
    );
  }
  return error;
}
