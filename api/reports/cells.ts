import { getMetadataStorage } from 'type-graphql';
import { type Language, type Message, moneyText, Unit } from '../kernel/index.js';
import type { FigureRow } from './figures.sql.js';
import { MetricCounts } from './metric.enums.js';
import { isAdditive, type Metric } from './metric.js';
import type { ReportQuestion } from './question.sql.js';
import { MetricCell } from './report.js';

/** One column of a report: a metric, a value of its split, and a unit. */
export interface Column {
  metric: Metric;
  /** The place of the metric in the question. */
  index: number;
  value: string | null;
  unit: string | null;
  label: string | null;
}

const none: Message = { zh: '无', en: 'None' };

/** The columns of a report: every value that turns up in any line, in the order of the enum or the largest first. */
export function columnsOf(question: ReportQuestion, totals: readonly FigureRow[]): Column[] {
  return question.metrics.flatMap((metric, index): Column[] => {
    const found = new Map<string, Column & { weight: number }>();
    for (const { metric: of, split: value, unit, label, value: amount } of totals) {
      const key = `${value} ${unit}`;
      const weight = Math.max(Number(amount), found.get(key)?.weight ?? 0);
      if (of === index) found.set(key, { metric, index, value, unit, label, weight });
    }
    const columns = [...found.values()].toSorted(byOrder(question, metric));
    const isWhole = columns.length === 0 || (question.split === null && !metric.unitOf);
    return isWhole ? [{ metric, index, value: null, unit: null, label: null }] : columns;
  });
}

type Weighed = Column & { weight: number };

function byOrder({ split }: ReportQuestion, metric: Metric): (a: Weighed, b: Weighed) => number {
  const names = split ? metric.splits[split]?.names : undefined;
  const order = Object.values(names ?? {});
  const place = ({ value }: Column) => (order.includes(value) ? order.indexOf(value) : order.length);
  return (a, b) => place(a) - place(b) || b.weight - a.weight || String(a.value).localeCompare(String(b.value));
}

/** A cell of a column out of the figures of its line. */
export function cellOf(
  question: ReportQuestion,
  column: Column,
  figures: readonly FigureRow[],
  at: { stations: readonly string[]; isTotal: boolean; language: Language },
): MetricCell {
  const { metric, value, unit } = column;
  const figure = figureOf(column, figures, 0);
  const planned = question.against?.metrics[column.index] ?? metric;
  const isCompared = question.against !== null;
  return Object.assign(new MetricCell(), {
    metric: metric.key,
    split: value,
    splitName: value === null ? null : splitName(question, column)[at.language],
    unit: unit === null ? metric.unit[at.language] : nameOf(Unit, unit)[at.language],
    value: shown(metric, figure),
    compared: isCompared ? shown(planned, figureOf(column, figures, 1)) : null,
    isHidden: false,
    isRecounted: !isAdditive(metric),
    facts: { metric, days: question.days, stations: at.stations, split: question.split, value, unit },
  });
}

/** The figure of a column in a line, on one side of the comparison. */
export function figureOf(column: Column, figures: readonly FigureRow[], side: 0 | 1): FigureRow | undefined {
  return figures.find(
    (one) => one.side === side && one.metric === column.index && one.split === column.value && one.unit === column.unit,
  );
}

function shown({ counts, isMean }: Metric, figure: FigureRow | undefined): string | null {
  if (!figure) return isMean ? null : counts === MetricCounts.MONEY ? '0.00' : '0';
  if (counts === MetricCounts.MONEY) return moneyText(Math.round(Number(figure.value)));
  if (counts === MetricCounts.SHARE) return (Math.floor(Number(figure.value) * 10 + 1e-9) / 10).toFixed(1);
  return figure.value;
}

function splitName({ split }: ReportQuestion, { metric, value, label }: Column): Message {
  const names = split ? metric.splits[split]?.names : undefined;
  if (value === null || value === 'NONE') return none;
  return names ? nameOf(names, value) : { zh: label ?? value, en: label ?? value };
}

/** The name at the head of a description, without what explains it: `Registered as poor, in the years 2014 to 2020 （建档立卡户）.` */
const described = /^([^,;（]*?)\s*(?:[,;][^（]*)?（([^）]*)）/;

/** What the value of an enum is called, as its description in the schema has it: `A skilled worker （技术工）.` */
export function nameOf(names: object, value: string): Message {
  const facts = getMetadataStorage().enums.find(({ enumObj }) => enumObj === names);
  const config = facts?.valuesConfig as Readonly<Record<string, { description?: string }>> | undefined;
  const [, en, zh] = described.exec(config?.[value]?.description ?? '') ?? [];
  return { zh: zh ?? value, en: en ?? value };
}
