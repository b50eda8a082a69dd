import type { Context } from '../access/index.js';
import type { Day, Message } from '../kernel/index.js';

/** What closing or merging a station asks of every room above that keeps records at stations; areas.ts fills the list. */
export interface StationPort {
  /** What the records are called, such as 项目 / programmes. */
  says: Message;
  /** Whether the records are households, which are counted apart from all others. */
  areHouseholds?: boolean;
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

/** What stands at stations. */
export interface CountedRecords {
  /** Programmes and whatever else can be open, in all rooms. */
  all: number;
  open: number;
  /** Households on the register. */
  households: number;
  /** Whether nothing would have to be taken over. */
  isClear: boolean;
  /** What would have to be, in words. */
  says: Message;
}

/** The sum over all rooms. */
export async function countRecords(ctx: Context, stationIds: string[]): Promise<CountedRecords> {
  let [all, open, households] = [0, 0, 0];
  const parts: Message[] = [];
  for (const port of ports) {
    const counted = await port.count(ctx, stationIds);
    if (port.areHouseholds) households += counted.open;
    else [all, open] = [all + counted.all, open + counted.open];
    if (counted.open > 0) parts.push((port.counted ?? openOnes(port.says))(counted.open));
  }
  const said = parts.length > 0 ? parts : [openOnes({ zh: '项目', en: 'programmes' })(0)];
  const says = { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') };
  return { all, open, households, isClear: parts.length === 0, says };
}

function openOnes(says: Message): (open: number) => Message {
  return (open) => ({ zh: `${open} 个未办结${says.zh}`, en: `${open} open ${says.en}` });
}
