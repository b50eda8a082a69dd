import { Field, ObjectType } from 'type-graphql';
import { DateScalar, type Day, type Language } from '../../kernel/index.js';
import { Station } from '../../tenancy/index.js';
import { ReportSplit } from '../metric.enums.js';
import { MetricCell } from '../report.js';

/** A figure in a text or a form, with all that opens its rows. */
@ObjectType({ description: 'A figure in a brief or a form, with what opens its rows （文中的数）.' })
export class ReportFigure {
  @Field(() => MetricCell, {
    nullable: true,
    description: 'The figure with its metric and its rows; null where its station lies outside your rights （数值）.',
  })
  cell!: MetricCell | null;

  @Field(() => ReportSplit, { nullable: true, description: 'By what the cell is split （细分）.' })
  split!: ReportSplit | null;

  @Field(() => Station, { description: 'The station whose subtree it counts, or the line it stands in （单位）.' })
  station!: Station;

  @Field(() => Boolean, {
    description:
      'Whether it counts what stands at its station itself, in a line beside those of what is below （是否本级）.',
  })
  isOwn!: boolean;

  @Field(() => String, {
    description: 'Its period, written as in a placeholder, such as `2020-Q1` or `..2020-03-23` （期间）.',
  })
  period!: string;

  @Field(() => DateScalar, { description: 'The first day of its period （起始日期）.' })
  from!: Day;

  @Field(() => DateScalar, { description: 'The last day of its period （截止日期）.' })
  to!: Day;

  @Field(() => DateScalar, { description: 'The day whose tree, members and statuses it shows （截至日）.' })
  asOf!: Day;

  @Field(() => Boolean, {
    description: 'Whether its station lies outside your rights, so that it is not shown （是否在权限之外）.',
  })
  isOutside!: boolean;
}

const unseen = { zh: '（无权查看）', en: '(not shown to you)' };

/** A figure in prose: no noughts behind the point, divided by `per`, and thousands apart in English. */
export function figureText({ cell, isOutside }: ReportFigure, per: number, language: Language): string {
  if (isOutside) return unseen[language];
  if (!cell || cell.value === null) return '—';
  const [, sign = '', whole = '0', parts = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(dividedBy(cell.value, per)) ?? [];
  const rest = parts.replace(/0+$/, '');
  const shown = language === 'en' ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${sign}${shown}${rest && `.${rest}`}`;
}

/** A decimal text with its point moved, exactly. */
export function dividedBy(value: string, per: number): string {
  const places = String(per).length - 1;
  const [, sign = '', whole = '0', parts = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (places === 0) return value;
  const digits = whole.padStart(places + 1, '0');
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}${parts}`;
}
