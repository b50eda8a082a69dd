import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Loaded into a server before it starts: profiles it between two messages of its parent. */
const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 500 });

async function obey(order: { profile?: string; file?: string }): Promise<void> {
  if (order.profile === 'start') await session.post('Profiler.start');
  if (order.profile === 'stop' && order.file) {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync(order.file, JSON.stringify(profile));
  }
  process.send?.({ obeyed: order.profile });
}

process.on('message', (order) => void obey(order as { profile?: string }));
process.channel?.unref();
