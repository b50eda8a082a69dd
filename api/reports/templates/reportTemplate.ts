import type { Ref } from '@mikro-orm/core';
import { ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateScalar, type Day, IdFilter, OrderDirection, VersionedRecord, withinTenant } from '../../kernel/index.js';
import { anyId, isSet, type List } from '../../reading/index.js';
import { Station, withinStation } from '../../tenancy/index.js';

/** What briefs and forms have in common: texts whose figures are counted when they are read, in use until they are retired. */
@ObjectType()
export abstract class ReportTemplate extends VersionedRecord {
  @ManyToOne(() => Station, { ...withinTenant('station_id'), ref: true })
  station!: Ref<Station>;

  @Field(() => String, {
    nullable: true,
    description: 'Its usual period, written as in a placeholder, such as `2020-Q1` （期间）.',
  })
  @Property({ type: 'text', nullable: true })
  period: string | null = null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when it is retired; null while it is in use （停用日期）.',
  })
  @Property({ type: 'date', nullable: true })
  retiredOn: Day | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was retired （停用事由）.' })
  @Property({ type: 'text', nullable: true })
  retiredBecause: string | null = null;
}

/** What a template says when it is read for a period, a day and a station. */
@ObjectType()
export abstract class TemplateRead {
  @Field(() => String, { description: 'Its title （标题）.' })
  title!: string;

  @Field(() => Station, { description: 'The station that it is about （单位）.' })
  station!: Station;

  @Field(() => DateScalar, { description: 'The first day of its period （起始日期）.' })
  from!: Day;

  @Field(() => DateScalar, { description: 'The last day of its period （截止日期）.' })
  to!: Day;

  @Field(() => DateScalar, { description: 'Its as-of day （截至日）.' })
  asOf!: Day;
}

/** Which of them. */
@InputType()
export abstract class ReportTemplateFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'Those of a station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Retired ones instead of those in use （已停用）.' })
  isRetired?: boolean | null;
}

/** Templates of one kind, the latest first and only those in use unless others are asked for. */
export const templateList = {
  filter: { id: anyId('id', 'id'), within: withinStation('station'), isRetired: isSet('retiredOn') },
  always: ['isRetired'],
  orders: { CREATED_AT: { property: 'createdAt' } },
  usually: OrderDirection.DESC,
} satisfies Partial<List<ReportTemplate, ReportTemplateFilter>>;
