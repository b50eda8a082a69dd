import { askerOf, type Context, type Permission } from '../access/index.js';
import type { Day } from '../kernel/index.js';
import { isNowhere, type Reach, Slot, type Sql, sql } from '../reading/index.js';
import type { StationLevel } from '../tenancy/index.js';
import type { ReportSplit } from './metric.enums.js';
import type { At, Metric } from './metric.js';
import type { Days } from './period.js';

/** What a report was asked for, once days and names are settled. */
export interface ReportQuestion {
  metrics: readonly Metric[];
  by: StationLevel;
  within: string | null;
  days: Days;
  split: ReportSplit | null;
  /** The same metrics in other days, or the plans of the metrics in the same days. */
  against: { days: Days; metrics: readonly Metric[] } | null;
}

/** The slots and walls of one asker. */
export class Asking {
  readonly tenant: Slot;
  private readonly reaches = new Map<string, Slot>();

  constructor(private readonly ctx: Context) {
    const { tenantId } = askerOf(ctx);
    this.tenant = new Slot('int', () => tenantId);
  }

  /** The slots of some days. */
  at({ from, to, asOf }: Days): At {
    const until = to < asOf ? to : asOf;
    return {
      tenant: this.tenant,
      from: dayslot(from),
      to: dayslot(to),
      until: dayslot(until),
      asOf: dayslot(asOf),
      isNamed: (station) => this.isHeld('household.read', station),
    };
  }

  /** Whether a permission is held at a station. */
  isHeld(permission: Permission, station: Sql): Sql {
    const reach = askerOf(this.ctx).reachOf(permission);
    if (reach === '*') return sql`true`;
    if (isNowhere(reach)) return sql`false`;
    const known = this.reaches.get(permission) ?? idsSlot(reach);
    this.reaches.set(permission, known);
    return sql`${station} = any(${known})`;
  }
}

function dayslot(day: Day): Slot {
  return new Slot('date', () => day);
}

/** Ids as an array. */
export function idsSlot(ids: Exclude<Reach, '*'> | readonly string[]): Slot {
  const text = `{${[...ids].join(',')}}`;
  return new Slot('uuid[]', () => text);
}
