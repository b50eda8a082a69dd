import { type ExportAsked, type FileFormat, fileFormats } from '../exchange/index.js';
import { badInput, type Message } from '../kernel/index.js';

type Values = Readonly<Record<string, unknown>>;

/** Figures that are wanted as a file: a report by the arguments of `report`, or an edition by its id. */
export type FiguresAsked = { format: FileFormat } & ({ report: Values } | { edition: string });

/** What the body of a request wants as a file: figures, or else a list. */
export function askedOf(body: unknown): ExportAsked | FiguresAsked {
  const { list, format, where, orderBy, id, report, edition } = isObject(body) ? body : ({} as Values);
  if (report !== undefined) return { report: partOf(report, 'report') ?? {}, format: formatOf(format) };
  if (edition !== undefined) return { edition: textOf(edition, 'edition') ?? '', format: formatOf(format) };
  if (typeof list !== 'string')
    throw badInput({ zh: '请说明要导出哪个清单。', en: 'Say which list to take out.' }, ['list']);
  return {
    list: list.slice(0, 60),
    format: formatOf(format),
    id: textOf(id, 'id'),
    where: partOf(where, 'where'),
    orderBy: partOf(orderBy, 'orderBy'),
  };
}

function formatOf(format: unknown): FileFormat {
  if (fileFormats.includes(format as FileFormat)) return format as FileFormat;
  throw badInput({ zh: 'format 须是 xlsx 或 csv。', en: '`format` must be xlsx or csv.' }, ['format']);
}

function textOf(value: unknown, name: string): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  throw wrong(name, { zh: '文本', en: 'a text' });
}

function partOf(value: unknown, name: string): Values | null {
  if (value === undefined || value === null) return null;
  if (isObject(value)) return value;
  throw wrong(name, { zh: '一组条件', en: 'an object' });
}

function wrong(name: string, kind: Message) {
  return badInput({ zh: `${name} 须是${kind.zh}。`, en: `\`${name}\` must be ${kind.en}.` }, [name]);
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
