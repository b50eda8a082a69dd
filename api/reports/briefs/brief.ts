import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { DateScalar, type Day, VersionedRecord } from '../../kernel/index.js';
import { ReportTemplate } from '../templates/reportTemplate.js';

/** A brief: sentences in both languages whose figures are counted when it is read. */
@ObjectType({
  implements: VersionedRecord,
  description: 'A brief: sentences in both languages whose figures are counted when it is read （简报模板）.',
})
@Entity({ tableName: 'brief' })
export class Brief extends ReportTemplate {
  @Field(() => String, { description: 'Its title in Chinese, a template itself （中文标题）.' })
  @Property({ type: 'text' })
  titleZh!: string;

  @Field(() => String, { description: 'Its title in English, a template itself （英文标题）.' })
  @Property({ type: 'text' })
  titleEn!: string;

  @Field(() => String, { description: 'Its sentences in Chinese, with figures in braces （中文模板）.' })
  @Property({ type: 'text' })
  textZh!: string;

  @Field(() => String, { description: 'Its sentences in English, with the same figures （英文模板）.' })
  @Property({ type: 'text' })
  textEn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Its usual as-of day; today when null （截至日）.' })
  @Property({ type: 'date', nullable: true })
  asOf: Day | null = null;
}
