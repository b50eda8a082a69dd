import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedFailure } from './embeddedFailure.js';

const PATIENCE_MS = 180_000;

/** Gives the turn back, so that the next process waiting for it goes on. */
export type EndTurn = () => void;

/**
 * Waits until no other process starts or stops the database of this folder, then keeps the others out.
 * The lock is a listening local socket, not a file: the kernel drops it when its holder is killed, so none is stale.
 */
export async function takeTurn(dataDir: string): Promise<EndTurn> {
  const address = addressOf(dataDir);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const end = await claim(address);
    if (end) return end;
    const left = deadline - Date.now();
    if (left <= 0) {
      throw new EmbeddedFailure(
        `Another process has been starting the database in ${dataDir} for 3 minutes: end it and start again.`,
      );
    }
    await untilEnded(address, left);
  }
}

function addressOf(dataDir: string): string {
  const name = `lianxin-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

function claim(address: string): Promise<EndTurn | undefined> {
  return new Promise((resolve, reject) => {
    const waiting = new Set<Socket>();
    const server: Server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => waiting.delete(socket));
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () =>
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      }),
    );
  });
}

async function untilEnded(address: string, atMostMs: number): Promise<void> {
  const fate = await new Promise<string | undefined>((resolve) => {
    const socket = connect(address);
    socket.setTimeout(atMostMs, () => socket.destroy());
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    socket.on('close', () => resolve(undefined));
    socket.resume();
  });
  const isLeftOverFile = fate === 'ECONNREFUSED' && !address.startsWith('\0');
  if (isLeftOverFile) rmSync(address, { force: true });
  await sleep(20);
}
