import { type Answer, type Column, figureOf, type Group, isWhole, type Line, partName } from './answer.js';
import { isZero, order, percent, plus } from './decimals.js';
import { figureText } from './figures.js';
import type { Point } from './useReport.js';

/** Six hues that people with any colour vision tell apart (Okabe and Ito). */
const HUES = ['#0072B2', '#E69F00', '#009E73', '#56B4E9', '#CC79A7', '#D55E00'];

/** What a chart says besides its figures. */
export interface Look {
  text: string;
  line: string;
  font: string;
  isPhone: boolean;
  /** What the chart is, for those who do not see it. */
  description: string;
  /** What the figures and those that they are compared with are called. */
  now: string;
  compared: string | null;
}

/** How many lines are drawn, and how many values of a split. */
export const MOST_LINES = 30;
const MOST_PARTS = HUES.length;

export type Option = Record<string, unknown>;

/** A chart's option with its height in pixels. */
export interface Drawing {
  option: Option;
  height: number;
}

/** The lines that have something to draw: where they are many the greatest, in the order of the table. */
export function drawnLines(lines: readonly Line[], columns: readonly Column[]): Line[] {
  const greatest = (line: Line) =>
    columns.reduce((top, column) => {
      const value = figureOf(line, column) ?? '0';
      return order(value, top) > 0 ? value : top;
    }, '0');
  const some = lines.filter((line) => columns.some((column) => !isZero(figureOf(line, column) ?? '0')));
  const kept = new Set([...some].sort((a, b) => order(greatest(b), greatest(a))).slice(0, MOST_LINES));
  return some.filter((line) => kept.has(line));
}

/** The values of a split that are drawn: the greatest six in the order of the table. */
export function drawnColumns({ total }: Pick<Answer, 'total'>, columns: readonly Column[]): Column[] {
  const value = (column: Column) => figureOf(total, column) ?? '0';
  const kept = new Set([...columns].sort((a, b) => order(value(b), value(a))).slice(0, MOST_PARTS));
  return columns.filter((column) => kept.has(column));
}

/** Bars: a line of the report each, parted by the split, beside those that they are compared with. */
export function bars(answer: Answer, group: Group, split: string | null, look: Look): Drawing {
  const columns = drawnColumns(answer, group.columns);
  const lines = drawnLines(answer.lines.length ? answer.lines : [answer.total], columns);
  const isStacked = columns.length > 1 && isWhole(group, split) && new Set(columns.map(({ unit }) => unit)).size === 1;
  const [alone] = columns;
  const isCompared = look.compared !== null && columns.length === 1 && alone !== undefined;
  const figures = (column: Column, side: 'value' | 'compared') =>
    lines.map((line) => line.cells[column.index]?.[side] ?? null);
  const all = columns.map((column) => ({
    name: columns.length > 1 ? partName(column) : look.now,
    data: figures(column, 'value'),
  }));
  if (isCompared) all.push({ name: look.compared ?? '', data: figures(alone, 'compared') });
  const isTight = !isStacked && all.length > 1;
  return {
    height: (all.length > 1 ? 72 : 24) + Math.max(1, lines.length) * (isTight ? 14 + all.length * 16 : 28),
    option: {
      ...framed(look, all.length > 1),
      ...acrossAxes(
        lines.map(({ label }) => label),
        look,
        all.length > 1,
        steps(group),
      ),
      series: all.map(({ name, data }, i) => ({
        ...bar(i, group, isStacked, look),
        ...{ name, data: data.map((value) => (value === null || isZero(value) ? null : value)) },
      })),
    },
  };
}

/** Figures in a bar stand on white, for its hue and pattern would swallow them. */
const INSIDE = { position: 'inside', color: '#1F1F21', backgroundColor: '#FFFFFF', padding: [1, 3], borderRadius: 2 };

function bar(i: number, { metric }: Group, isStacked: boolean, look: Look) {
  const formatter = ({ value }: { value: unknown }) => (value ? figureText(String(value), metric) : '');
  return {
    type: 'bar',
    ...(isStacked && { stack: 'all' }),
    barMaxWidth: 20,
    itemStyle: { color: HUES[i % HUES.length] },
    label: { show: true, formatter, ...(isStacked ? INSIDE : { position: 'right', color: look.text }) },
    labelLayout: { hideOverlap: true },
  };
}

/** Shares of the total in per cent, the largest first: of the values of the split, or of the lines. */
export function shares(answer: Answer, group: Group, look: Look): Drawing {
  const [column] = group.columns;
  const isSplit = group.columns.length > 1;
  const parts = isSplit
    ? group.columns.map((one) => ({ name: partName(one), value: figureOf(answer.total, one) ?? '0' }))
    : answer.lines.map((line) => ({ name: line.label, value: (column && figureOf(line, column)) ?? '0' }));
  const some = parts.filter(({ value }) => order(value, '0') > 0).sort((a, b) => order(b.value, a.value));
  const shown = some.slice(0, MOST_LINES);
  const sum = some.reduce((total, { value }) => plus(total, value), '0');
  const rates = shown.map(({ value }) => percent(value, sum) ?? '0');
  const formatter = ({ dataIndex }: { dataIndex: number }) =>
    `${rates[dataIndex]}%（${figureText(shown[dataIndex]?.value ?? '0', group.metric)}）`;
  return {
    height: 24 + Math.max(1, shown.length) * 28,
    option: {
      ...framed(look, false),
      ...acrossAxes(
        shown.map(({ name }) => name),
        look,
        false,
        {},
      ),
      grid: { top: 8, bottom: 24, left: left(look), right: look.isPhone ? 88 : 120 },
      series: [{ ...bar(0, group, false, look), name: look.now, data: rates, label: { ...outside(look), formatter } }],
    },
  };
}

function outside(look: Look) {
  return { show: true, position: 'right', color: look.text };
}

/** The course of the total over periods; a line and a mark of its own for each value of the split. */
export function course(points: readonly Point[], names: readonly string[], group: Group, look: Look): Drawing {
  const columns = group.columns.slice(0, MOST_PARTS);
  const figure = ({ cells }: Point, { split, unit }: Column) =>
    cells.find((cell) => cell.split === split && cell.unit === unit)?.value ?? (split === null ? null : '0');
  const marks = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow'];
  const isAlone = columns.length === 1;
  const formatter = ({ value }: { value: unknown }) => figureText(String(value), group.metric);
  return {
    height: 300,
    option: {
      ...framed(look, !isAlone),
      grid: { top: isAlone ? 28 : 72, right: 24, bottom: 56, left: 56 },
      xAxis: { type: 'category', data: names, axisLabel: { color: look.text, rotate: look.isPhone ? 60 : 30 } },
      yAxis: {
        type: 'value',
        ...steps(group),
        axisLabel: { color: look.text },
        splitLine: { lineStyle: { color: look.line } },
      },
      series: columns.map((column, i) => ({
        type: 'line',
        name: isAlone ? look.now : partName(column),
        data: points.map((point) => figure(point, column)),
        symbol: marks[i],
        symbolSize: 8,
        lineStyle: { color: HUES[i], type: i % 2 ? 'dashed' : 'solid' },
        itemStyle: { color: HUES[i] },
        label: { show: isAlone, color: look.text, formatter },
        labelLayout: { hideOverlap: true },
      })),
    },
  };
}

/** No fractions on the axis of what is counted in ones. */
function steps({ metric: { counts } }: Group): Option {
  return ['ROWS', 'PEOPLE', 'HOUSEHOLDS'].includes(counts) ? { minInterval: 1 } : {};
}

function framed({ text, font, description }: Look, hasLegend: boolean): Option {
  return {
    animation: false,
    textStyle: { color: text, fontFamily: font },
    aria: { enabled: true, decal: { show: hasLegend }, label: { description } },
    ...(hasLegend && { legend: { type: 'scroll', top: 0, left: 0, textStyle: { color: text } } }),
  };
}

function acrossAxes(labels: readonly string[], look: Look, hasLegend: boolean, axis: Option): Option {
  const { text, line, isPhone } = look;
  return {
    grid: { top: hasLegend ? 36 : 8, right: 64, bottom: 24, left: left(look) },
    xAxis: {
      type: 'value',
      ...axis,
      axisLabel: { color: text, hideOverlap: true },
      splitLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: labels,
      axisTick: { show: false },
      axisLabel: { color: text, width: isPhone ? 84 : 128, overflow: 'truncate', interval: 0 },
    },
  };
}

function left({ isPhone }: Look): number {
  return isPhone ? 92 : 140;
}
