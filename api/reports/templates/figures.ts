import { actorOf, type Context, reaches, reachOf } from '../../access/index.js';
import { type Language, Unit } from '../../kernel/index.js';
import { directory, type Placed, StationLevel } from '../../tenancy/index.js';
import { nameOf } from '../cells.js';
import { daysOf, type ReportPeriodInput } from '../period.js';
import type { MetricCell, Report, ReportLine } from '../report.js';
import { reportOf } from '../report.service.js';
import type { FigureWanted } from './figure.js';
import { settledPeriod, textOf } from './periods.js';
import { ReportFigure } from './reportFigure.js';
import type { Whole } from './whole.js';

/** A figure as it is asked of the catalogue. */
interface Asked {
  wanted: FigureWanted;
  period: ReportPeriodInput;
  asOf: string;
  station: Placed;
  isOutside: boolean;
}

/** The figures of a text or form: those of one period, day, place and split are asked of the catalogue together. */
export class Figures {
  private readonly known = new Map<FigureWanted, Promise<Asked>>();
  private readonly reports = new Map<string, Promise<Report>>();
  private metrics: Promise<ReadonlyMap<string, string[]>> | null = null;

  constructor(
    private readonly ctx: Context,
    private readonly whole: Whole,
    /** All figures that will be asked for. */
    private readonly all: readonly FigureWanted[],
  ) {}

  /** A figure of the whole, or of the station that it names. */
  async of(wanted: FigureWanted): Promise<ReportFigure> {
    const asked = await this.asked(wanted);
    const report = asked.isOutside ? null : await this.report(asked, StationLevel.COUNTY);
    return this.figure(asked, report, report?.total, null);
  }

  /** The same in every line below the station of the whole, by code; the station itself has a line. */
  async linesOf(wanted: FigureWanted): Promise<{ line: ReportLine; figure: ReportFigure }[]> {
    const asked = await this.asked(wanted);
    if (asked.isOutside) return [];
    const report = await this.report(asked, below(asked.station));
    const tree = await directory(this.ctx, asked.asOf);
    return report.lines.map((line) => {
      const at = (line.at && tree.get(line.at.id)?.station) ?? null;
      return { line, figure: this.figure(asked, report, line, at) };
    });
  }

  private asked(wanted: FigureWanted): Promise<Asked> {
    const known = this.known.get(wanted) ?? this.settle(wanted);
    this.known.set(wanted, known);
    return known;
  }

  private async settle(wanted: FigureWanted): Promise<Asked> {
    const period = settledPeriod(wanted.period, this.whole.period, this.whole.days);
    const asOf = wanted.asOf?.text ?? this.whole.days.asOf;
    const tree = await directory(this.ctx, asOf);
    const code = wanted.within?.text;
    const id = code ? tree.idsOf((placed) => placed.station.code === code)[0] : this.whole.station.station.id;
    const station = tree.need(id ?? '');
    const reach = reachOf(actorOf(this.ctx), wanted.metric.sums);
    return { wanted, period, asOf, station, isOutside: !reaches(reach, station.station.id) };
  }

  /** The report in which a figure stands, with all others that stand in the same one, twenty metrics at a time. */
  private async report(asked: Asked, by: StationLevel): Promise<Report> {
    this.metrics ??= this.together();
    const all = (await this.metrics).get(keyOf(asked)) ?? [];
    const first = Math.floor(all.indexOf(asked.wanted.metric.key) / 20) * 20;
    const key = `${keyOf(asked)} ${by} ${first}`;
    const { period, asOf, station, wanted } = asked;
    const within = station.station.id;
    const metrics = all.slice(first, first + 20);
    const report =
      this.reports.get(key) ??
      reportOf(this.ctx, { metrics, by, period, asOf, within, split: wanted.split?.by ?? null });
    this.reports.set(key, report);
    return report;
  }

  /** The metrics of each question. */
  private async together(): Promise<ReadonlyMap<string, string[]>> {
    const asked = await Promise.all(this.all.map((wanted) => this.asked(wanted)));
    const groups = Map.groupBy(asked, keyOf);
    return new Map([...groups].map(([key, of]) => [key, [...new Set(of.map(({ wanted }) => wanted.metric.key))]]));
  }

  private figure(
    { wanted, period, asOf, station, isOutside }: Asked,
    report: Report | null,
    line: ReportLine | undefined,
    at: Placed['station'] | null,
  ): ReportFigure {
    const days = report ?? daysOf(period, asOf, this.ctx.today);
    const { from, to } = days;
    const cell = line ? picked(wanted, line.cells, this.ctx.language) : null;
    return Object.assign(new ReportFigure(), {
      ...{ from, to, asOf, cell, isOutside, period: textOf(period), isOwn: line?.isOwn ?? false },
      split: wanted.split?.by ?? null,
      station: at ?? station.station,
    });
  }
}

function keyOf({ period, asOf, station, wanted }: Asked): string {
  return JSON.stringify([period, asOf, station.station.id, wanted.split?.by]);
}

function below({ station }: Placed): StationLevel {
  return station.level === StationLevel.COUNTY ? StationLevel.TOWNSHIP : StationLevel.VILLAGE;
}

/** The cell of a value and unit; nought where no row has them. */
function picked(
  { metric, split, unit }: FigureWanted,
  cells: readonly MetricCell[],
  language: Language,
): MetricCell | null {
  const own = cells.filter((cell) => cell.metric === metric.key);
  const isLabelled = split !== null && !metric.splits[split.by]?.names;
  const found = own.find((cell) => {
    const isValue = split === null || cell.split === split.value || (isLabelled && cell.splitName === split.value);
    return isValue && (unit === null || cell.facts.unit === unit);
  });
  const [like] = own;
  if (found || !like) return found ?? null;
  const value = split?.value ?? null;
  const facts = { ...like.facts, value, unit };
  const nought = { value: metric.isMean ? null : '0', compared: null, split: value, splitName: value };
  const unitName = unit === null ? like.unit : nameOf(Unit, unit)[language];
  return Object.assign(Object.create(Object.getPrototypeOf(like)) as MetricCell, like, nought, {
    unit: unitName,
    facts,
  });
}
