import { Extensions, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { orderType } from '../../kernel/index.js';
import { heldAt, type List } from '../../reading/index.js';
import { ReportFigure } from '../templates/reportFigure.js';
import { ReportTemplateFilter, TemplateRead, templateList } from '../templates/reportTemplate.js';
import { FormCell, ReportForm } from './reportForm.js';

/** A form as it is laid out. */
@InputType({ description: 'A form as it is laid out （报表设计）.' })
export class ReportFormInput {
  @Field(() => ID, { description: 'The station that fills it in （填报单位）.' })
  stationId!: string;

  @Field(() => String, { description: 'What it is called, at most 60 characters （名称）.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Its usual period, such as `2020-03` （期间）.' })
  period?: string | null;

  @Field(() => [Int], { description: 'The widths of its columns in characters, 1 to 40 columns （列宽）.' })
  widths!: number[];

  @Field(() => Int, { description: 'How many rows it has, 1 to 200 （行数）.' })
  rowCount!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'The row that is repeated for every line below the station; its texts may say `{line}` （逐行展开的行）.',
  })
  eachRow?: number | null;

  @Field(() => [FormCell], { description: 'Its cells, at most 500 （单元格）.' })
  cells!: FormCell[];
}

/** Which forms. */
@InputType({ description: 'Which forms; all conditions together.' })
export class ReportFormFilter extends ReportTemplateFilter {}

export const ReportFormOrder = orderType('ReportForm', { CREATED_AT: 'When it was laid out （创建时间）.' });

/** Forms, the latest first, those in use unless others are asked for; they hold no figure, so the whole county reads them. */
export const reportFormList: List<ReportForm, ReportFormFilter> = {
  name: 'reportForms',
  entity: () => ReportForm,
  walls: [heldAt('reportForm.read')],
  ...templateList,
};

/** A cell of a form that is filled in. */
@ObjectType({ description: 'A cell of a form that is filled in （已填单元格）.' })
export class FilledCell {
  @Field(() => String, { description: 'Its address in the filled form, such as `B3` （地址）.' })
  at!: string;

  @Field(() => Int, { description: 'Its row, from 1 （行）.' })
  row!: number;

  @Field(() => Int, { description: 'Its column, from 1 （列）.' })
  column!: number;

  @Field(() => Int, { description: 'Over how many rows it is merged （合并行数）.' })
  rowSpan!: number;

  @Field(() => Int, { description: 'Over how many columns it is merged （合并列数）.' })
  columnSpan!: number;

  @Field(() => String, { description: 'What stands in it （内容）.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether it is a heading （是否表头）.' })
  isHead!: boolean;

  @Field(() => ReportFigure, { nullable: true, description: 'The figure that it is, null for a text （数）.' })
  figure!: ReportFigure | null;
}

/** A form that is filled in. */
@ObjectType({ description: 'A form that is filled in from the catalogue （已填报表）.' })
export class FilledForm extends TemplateRead {
  @Extensions({ size: 12 })
  @Field(() => [Int], { description: 'The widths of its columns in characters （列宽）.' })
  widths!: number[];

  @Field(() => Int, { description: 'How many rows it has, those that were repeated counted each （行数）.' })
  rowCount!: number;

  @Extensions({ size: 100 })
  @Field(() => [FilledCell], { description: 'Its cells, row by row （单元格）.' })
  cells!: FilledCell[];
}
