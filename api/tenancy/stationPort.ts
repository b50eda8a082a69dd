import type { Context } from '../access/index.js';
import type { Day, Message } from '../kernel/index.js';

/** What closing or merging a station asks of every room above that keeps records at stations; areas.ts fills the list. */
export interface StationPort {
  /** What the records are called, such as 项目 / programmes. */
  says: Message;
  /** How many records stand at these stations, and how many of them are still open. */
  count(ctx: Context, stationIds: string[]): Promise<{ all: number; open: number }>;
  /** Hands the open records of one station over to another from a day; answers how many. */
  handOver(ctx: Context, fromId: string, toId: string, day: Day, reason: string): Promise<number>;
}

const ports: StationPort[] = [];

/** Called once by areas.ts, before anything is asked. */
export function openStationPorts(list: readonly StationPort[]): void {
  ports.splice(0, ports.length, ...list);
}

/** Every room's port. */
export function stationPorts(): readonly StationPort[] {
  return ports;
}

/** The sum over all rooms. */
export async function countRecords(ctx: Context, stationIds: string[]): Promise<{ all: number; open: number }> {
  let [all, open] = [0, 0];
  for (const port of ports) {
    const counted = await port.count(ctx, stationIds);
    all += counted.all;
    open += counted.open;
  }
  return { all, open };
}
