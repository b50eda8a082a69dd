import type { EntityClass } from '@mikro-orm/core';
import { actorOf, type Context } from '../access/index.js';
import type { Day, Message } from '../kernel/index.js';

/** What closing or merging a station asks of every room above that keeps records at stations; areas.ts fills the list. */
export interface StationPort {
  /** What the records are called, such as 项目 / programmes. */
  says: Message;
  /** Whether the records are households or programmes, which are counted apart from all others. */
  are?: 'households' | 'programmes';
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

/** Records that are not rewritten: they stay where they happened, and whoever takes the station over reaches them there. */
export function recordsPort(says: Message, entity: EntityClass<object>, isOpen: (ctx: Context) => object): StationPort {
  return {
    says,
    counted: (open) => ({ zh: `${open} ${says.zh}未办结`, en: `${open} open ${says.en}` }),
    async count(ctx, stationIds) {
      const em = await ctx.em();
      const { tenantId } = actorOf(ctx);
      const at = { tenantId, station: { tenantId, id: { $in: stationIds } } };
      const all = await em.count(entity, at as never);
      return { all, open: all && (await em.count(entity, { $and: [at, isOpen(ctx)] } as never)) };
    },
    handOver: () => Promise.resolve(0),
  };
}

/** What stands at stations. */
export interface CountedRecords {
  /** Programmes, and those of them that are open. */
  all: number;
  open: number;
  /** Whatever else is open, in all rooms. */
  others: number;
  /** Households on the register. */
  households: number;
  /** Whether nothing would have to be taken over. */
  isClear: boolean;
  /** What would have to be, in words. */
  says: Message;
}

/** The sum over all rooms. */
export async function countRecords(ctx: Context, stationIds: string[]): Promise<CountedRecords> {
  let [all, open, households, others] = [0, 0, 0, 0];
  const parts: Message[] = [];
  for (const port of ports) {
    const counted = await port.count(ctx, stationIds);
    if (port.are === 'households') households += counted.open;
    else if (port.are === 'programmes') [all, open] = [all + counted.all, open + counted.open];
    else others += counted.open;
    if (counted.open > 0) parts.push((port.counted ?? openOnes(port.says))(counted.open));
  }
  const said = parts.length > 0 ? parts : [openOnes({ zh: '项目', en: 'programmes' })(0)];
  const says = { zh: said.map(({ zh }) => zh).join('、'), en: said.map(({ en }) => en).join(', ') };
  return { all, open, households, others, isClear: parts.length === 0, says };
}

function openOnes(says: Message): (open: number) => Message {
  return (open) => ({ zh: `${open} 个未办结${says.zh}`, en: `${open} open ${says.en}` });
}
