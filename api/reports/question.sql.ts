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

/** What walls the statement of a report in: the county, and where permissions are held. */
export interface Walls {
  readonly tenant: Slot;
  /** Whether a permission is held at a station. */
  isHeld(permission: Permission, station: Sql): Sql;
}

/** A report as its statement is written from it: its values are slots. */
export interface ReportShape {
  metrics: readonly Metric[];
  by: StationLevel;
  split: ReportSplit | null;
  within: Slot | null;
  at: At;
  against: { at: At; metrics: readonly Metric[] } | null;
}

/** The slots of some days, each of which is made by what takes it out of them. */
export function slotsOf(walls: Walls, slot: (day: (days: Days) => Day) => Slot): At {
  return {
    tenant: walls.tenant,
    from: slot(({ from }) => from),
    to: slot(({ to }) => to),
    until: slot(({ to, asOf }) => (to < asOf ? to : asOf)),
    asOf: slot(({ asOf }) => asOf),
    isNamed: (station) => walls.isHeld('household.read', station),
  };
}

/** The walls of one asker, and slots that hold their values already. */
export class Asking implements Walls {
  readonly tenant: Slot;
  private readonly reaches = new Map<string, Slot>();

  constructor(private readonly ctx: Context) {
    const { tenantId } = askerOf(ctx);
    this.tenant = new Slot('int', () => tenantId);
  }

  /** The slots of some days. */
  at(days: Days): At {
    return slotsOf(this, (day) => new Slot('date', () => day(days)));
  }

  /** A question as its statement is written from it. */
  shapeOf({ metrics, by, split, within, days, against }: ReportQuestion): ReportShape {
    return {
      metrics,
      by,
      split,
      within: within === null ? null : new Slot('uuid', () => within),
      at: this.at(days),
      against: against && { at: this.at(against.days), metrics: against.metrics },
    };
  }

  isHeld(permission: Permission, station: Sql): Sql {
    const reach = askerOf(this.ctx).reachOf(permission);
    if (reach === '*') return sql`true`;
    if (isNowhere(reach)) return sql`false`;
    const known = this.reaches.get(permission) ?? idsSlot(reach);
    this.reaches.set(permission, known);
    return sql`${station} = any(${known})`;
  }
}

/** Ids as an array. */
export function idsSlot(ids: Exclude<Reach, '*'> | readonly string[]): Slot {
  const text = `{${[...ids].join(',')}}`;
  return new Slot('uuid[]', () => text);
}
