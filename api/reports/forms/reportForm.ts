import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { VersionedRecord } from '../../kernel/index.js';
import { ReportTemplate } from '../templates/reportTemplate.js';

/** A cell of a form: a heading, or the figure that belongs there. */
@InputType('FormCellInput', { description: 'A cell of a form （报表单元格）.' })
@ObjectType({ description: 'A cell of a form （报表单元格）.' })
export class FormCell {
  @Field(() => String, { description: 'Its address, such as `B3` （地址）.' })
  at!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The last cell of the block that it is merged over, such as `D3` （合并至）.',
  })
  to?: string | null;

  @Field(() => String, {
    description:
      'What stands in it, at most 500 characters. One figure alone, such as `{training.personTimes}`, makes it a number （内容）.',
  })
  text!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it is a heading, in bold and centred （是否表头）.',
  })
  isHead!: boolean;
}

/** A form that a higher level asks for: a sheet of headings and of figures that the catalogue gives. */
@ObjectType({
  implements: VersionedRecord,
  description: 'A form that a higher level asks for: a sheet whose cells are headings and figures （报表）.',
})
@Entity({ tableName: 'report_form' })
export class ReportForm extends ReportTemplate {
  @Field(() => String, { description: 'What it is called, at most 60 characters （名称）.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => String, { description: 'The widths of its columns in characters, separated by commas （列宽）.' })
  @Property({ type: 'text' })
  widths!: string;

  @Field(() => Int, { description: 'How many rows it has （行数）.' })
  @Property({ type: 'integer' })
  rowCount!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The row that is repeated for every line below the station, such as every town （逐行展开的行）.',
  })
  @Property({ type: 'integer', nullable: true })
  eachRow: number | null = null;

  @Property({ type: 'json' })
  cells!: FormCell[];
}
