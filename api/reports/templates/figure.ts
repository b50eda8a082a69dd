import { type Message, Unit } from '../../kernel/index.js';
import { metricWritten, nearest, noMetric } from '../catalogue.js';
import { ReportSplit } from '../metric.enums.js';
import type { Metric } from '../metric.js';
import { isWrittenDay, type PeriodText, periodOf, relativePeriods } from './periods.js';
import type { Fault, Placeholder, Written } from './syntax.js';

/** A figure as a template asks for it; what is null is that of the whole text. */
export interface FigureWanted {
  metric: Metric;
  period: PeriodText | null;
  asOf: Written | null;
  /** The code of a station, and where it is written: whether there is such a one is known by the county alone. */
  within: Written | null;
  split: { by: ReportSplit; value: string } | null;
  unit: Unit | null;
  /** By what the figure is divided where it is shown: a power of ten. */
  per: number;
}

type Reader = (value: Written, wanted: FigureWanted) => Fault | null;

/** What may be said of a figure; each reads its value, or says what is wrong with it. */
const readers: Readonly<Record<string, Reader>> = {
  period: (value, wanted) => {
    if (!periodOf(value.text) && !relativePeriods.includes(value.text)) return fault(value, noPeriod(value.text));
    wanted.period = value.text;
    return null;
  },
  asOf: (value, wanted) => {
    if (!isWrittenDay(value.text))
      return fault(value, {
        zh: `${value.text} 不是日期；写成 2020-03-23。`,
        en: `${value.text} is no day; write 2020-03-23.`,
      });
    wanted.asOf = value;
    return null;
  },
  within: (value, wanted) => {
    if (!/^\d{6}(\d{3}){0,2}$/.test(value.text))
      return fault(value, {
        zh: `${value.text} 不是单位代码；代码为 6、9 或 12 位数字。`,
        en: `${value.text} is no code of a station, which has 6, 9 or 12 digits.`,
      });
    wanted.within = value;
    return null;
  },
  split: readSplit,
  unit: (value, wanted) => {
    if (!(value.text in Unit)) return fault(value, unknown('单位', 'unit', value.text, Object.keys(Unit)));
    wanted.unit = value.text as Unit;
    return null;
  },
  per: (value, wanted) => {
    if (!/^10{1,8}$/.test(value.text))
      return fault(value, {
        zh: 'per 须是 10、100 至 100000000 中的整十倍数。',
        en: '`per` is a power of ten from 10 to 100000000.',
      });
    wanted.per = Number(value.text);
    return null;
  },
};

/** What a placeholder asks for, or what is wrong with it. */
export function figureWanted({ name, parameters }: Placeholder): { wanted: FigureWanted | null; faults: Fault[] } {
  const metric = metricWritten(name.text);
  if (!metric) return { wanted: null, faults: [fault(name, noMetric(name.text))] };
  const wanted: FigureWanted = { metric, period: null, asOf: null, within: null, split: null, unit: null, per: 1 };
  const seen = new Set<string>();
  const faults = parameters.flatMap((parameter) => {
    const { text } = parameter.name;
    const read = Object.hasOwn(readers, text) ? readers[text] : undefined;
    if (!read) return [fault(parameter.name, unknown('参数', 'parameter', text, Object.keys(readers)))];
    if (seen.has(text))
      return [fault(parameter.name, { zh: `参数 ${text} 写了两次。`, en: `The parameter ${text} is written twice.` })];
    seen.add(text);
    return read(parameter.value, wanted) ?? [];
  });
  return { wanted, faults: [...faults, ...unitFaults(name, wanted, seen)] };
}

/** Different units are never added, so a figure of a metric whose rows have units says which. */
function unitFaults(name: Written, { metric, unit }: FigureWanted, seen: ReadonlySet<string>): Fault[] {
  if (metric.unitOf && !seen.has('unit'))
    return [
      fault(name, {
        zh: `指标 ${metric.key} 须写明 unit，如 unit=PLANT。`,
        en: `The metric ${metric.key} needs a unit, such as unit=PLANT.`,
      }),
    ];
  if (!metric.unitOf && unit)
    return [fault(name, { zh: `指标 ${metric.key} 没有 unit 参数。`, en: `The metric ${metric.key} takes no unit.` })];
  return [];
}

function readSplit(value: Written, wanted: FigureWanted): Fault | null {
  const { metric } = wanted;
  const colon = value.text.indexOf(':');
  const [by, of] = [value.text.slice(0, Math.max(colon, 0)), value.text.slice(colon + 1)];
  if (colon < 1 || of === '')
    return fault(value, {
      zh: 'split 写成“细分:值”，如 split=STATUS:REGISTERED。',
      en: '`split` is written as split=STATUS:REGISTERED.',
    });
  if (!(by in ReportSplit)) return fault(value, unknown('细分', 'split', by, Object.keys(ReportSplit)));
  const split = metric.splits[by as ReportSplit];
  const known = Object.keys(metric.splits);
  if (!split)
    return fault(value, {
      zh: `指标“${metric.name.zh}”不能按 ${by} 细分；${known.length > 0 ? `可按 ${known.join('、')}` : '它不能细分'}。`,
      en: `“${metric.name.en}” cannot be split by ${by}; ${known.length > 0 ? `it knows ${known.join(', ')}` : 'it knows no split'}.`,
    });
  const values = split.names ? Object.values(split.names).map(String) : null;
  if (values && of !== 'NONE' && !values.includes(of))
    return fault(value, unknown(`${by} 的值`, `value of ${by}`, of, values));
  wanted.split = { by: by as ReportSplit, value: of };
  return null;
}

/** That nothing is called so, and what nearly is. */
export function unknown(zh: string, en: string, text: string, names: readonly string[]): Message {
  const near = nearest(text, names);
  return {
    zh: `没有${zh} ${text}；相近的有 ${near.join('、')}。`,
    en: `There is no ${en} ${text}; near it are ${near.join(', ')}.`,
  };
}

function noPeriod(text: string): Message {
  return {
    zh: `${text} 不是期间；写成 2020-03、2020-Q1、2020、2020-01-01..2020-03-23、..2020-03-23、yearToDate 或 toDate。`,
    en: `${text} is no period; write 2020-03, 2020-Q1, 2020, 2020-01-01..2020-03-23, ..2020-03-23, yearToDate or toDate.`,
  };
}

function fault({ at }: Written, says: Message): Fault {
  return { at, says };
}
