import { actorOf, type Context, reaches, reachOf } from '../../access/index.js';
import { type Language, Unit } from '../../kernel/index.js';
import { directory, type Placed, StationLevel } from '../../tenancy/index.js';
import { nameOf } from '../cells.js';
import { daysOf, type ReportPeriodInput } from '../period.js';
import type { MetricCell, Report, ReportLine } from '../report.js';
import { reportOf } from '../report.service.js';
import type { FigureWanted } from './figure.js';
import { settledPeriod } from './periods.js';
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

/** A catalogue of figures, each asked for once: those of one period, day, place and split together. */
export class Figures {
  private readonly reports = new Map<string, Promise<Report>>();

  constructor(
    private readonly ctx: Context,
    private readonly whole: Whole,
    /** All figures that will be asked for, so that those which go together are read together. */
    private readonly all: readonly FigureWanted[],
  ) {}

  /** A figure of the whole, or of the station that it names. */
  async of(wanted: FigureWanted): Promise<ReportFigure> {
    const asked = await this.asked(wanted);
    const report = asked.isOutside ? null : await this.report(asked, StationLevel.COUNTY);
    return this.figure(asked, report, report?.total.cells ?? [], asked.station.station);
  }

  /** The same in every line below the station of the whole, by code; the station itself has a line. */
  async linesOf(wanted: FigureWanted): Promise<{ line: ReportLine; figure: ReportFigure }[]> {
    const asked = await this.asked(wanted);
    if (asked.isOutside) return [];
    const report = await this.report(asked, below(asked.station));
    const tree = await directory(this.ctx, asked.asOf);
    return report.lines.map((line) => {
      const at = (line.at && tree.get(line.at.id)?.station) ?? null;
      return { line, figure: this.figure(asked, report, line.cells, at) };
    });
  }

  private async asked(wanted: FigureWanted): Promise<Asked> {
    const period = settledPeriod(wanted.period, this.whole.period, this.whole.days);
    const asOf = wanted.asOf?.text ?? this.whole.days.asOf;
    const tree = await directory(this.ctx, asOf);
    const code = wanted.within?.text;
    const id = code ? tree.idsOf((placed) => placed.station.code === code)[0] : this.whole.station.station.id;
    const station = tree.need(id ?? '');
    const reach = reachOf(actorOf(this.ctx), wanted.metric.sums);
    return { wanted, period, asOf, station, isOutside: !reaches(reach, station.station.id) };
  }

  /** The report in which a figure stands, with all others that stand in the same one. */
  private async report(asked: Asked, by: StationLevel): Promise<Report> {
    const together = [];
    for (const one of this.all) {
      const other = await this.asked(one);
      if (keyOf(other) === keyOf(asked)) together.push(one.metric.key);
    }
    const metrics = [...new Set([asked.wanted.metric.key, ...together.toSorted()])].slice(0, 20).toSorted();
    const key = `${keyOf(asked)} ${by} ${metrics.join(' ')}`;
    const { period, asOf, station, wanted } = asked;
    const make = () =>
      reportOf(this.ctx, { metrics, by, period, asOf, within: station.station.id, split: wanted.split?.by ?? null });
    const report = this.reports.get(key) ?? make();
    this.reports.set(key, report);
    return report;
  }

  private figure(
    { wanted, period, asOf, station, isOutside }: Asked,
    report: Report | null,
    cells: readonly MetricCell[],
    at: Placed['station'] | null,
  ): ReportFigure {
    const days = report ?? daysOf(period, asOf, this.ctx.today);
    const { from, to } = days;
    const cell = report && picked(wanted, cells, this.ctx.language);
    return Object.assign(new ReportFigure(), {
      ...{ from, to, asOf, cell, isOutside },
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
