import type { Context } from '../access/index.js';
import type { Day, Message } from '../kernel/index.js';

/** What closing or merging a station asks of every room above that keeps records at stations; areas.ts fills the list. */
export interface StationPort {
  /** What the records are called, such as 项目 / programmes. */
  says: Message;
  /** How open ones are counted in a sentence, where that is not `2 open programmes`. */
  counted?: (open: number) => Message;
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

/** The sum over all rooms, and the open ones of each in words. */
export async function countRecords(
  ctx: Context,
  stationIds: string[],
): Promise<{ all: number; open: number; says: Message }> {
  let [all, open] = [0, 0];
  const parts: Message[] = [];
  for (const port of ports) {
    const counted = await port.count(ctx, stationIds);
    all += counted.all;
    open += counted.open;
    if (counted.open > 0) parts.push((port.counted ?? openOnes(port.says))(counted.open));
  }
  const says = { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') };
  return { all, open, says: parts.length > 0 ? says : openOnes({ zh: '项目', en: 'programmes' })(0) };
}

function openOnes(says: Message): (open: number) => Message {
  return (open) => ({ zh: `${open} 个未办结${says.zh}`, en: `${open} open ${says.en}` });
}
