import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DecimalScalar, IdFilter, OrderDirection, orderType } from '../../kernel/index.js';
import { anyId, heldAt, type List } from '../../reading/index.js';
import { Station, withinStation } from '../../tenancy/index.js';
import { MetricKey } from '../catalogue.js';
import { ReportArgs } from '../report.resolver.js';
import { Edition } from './edition.js';

/** A report to be frozen. */
@InputType({ description: 'A report to be frozen, asked for as `report` is （定稿）.' })
export class EditionFreezeInput extends ReportArgs {
  @Field(() => String, { description: 'What it is called, at most 100 characters （标题）.' })
  title!: string;
}

/** Which editions. */
@InputType({ description: 'Which editions; all conditions together.' })
export class EditionFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'Editions of a station and everything below it （含下级）.' })
  within?: string | null;
}

export const EditionOrder = orderType('Edition', { CREATED_AT: 'When it was frozen （定稿时间）.' });

/** Editions, the latest first, where the asker may see their sums: at the station whose whole subtree they count. */
export const editionList: List<Edition, EditionFilter> = {
  name: 'editions',
  entity: () => Edition,
  walls: [heldAt('edition.read')],
  filter: { id: anyId('id', 'id'), within: withinStation('station') },
  orders: { CREATED_AT: { property: 'createdAt' } },
  usually: OrderDirection.DESC,
};

/** A figure that is no longer what an edition says. */
@ObjectType({ description: 'A figure that is no longer what the edition says （变动的单元格）.' })
export class DriftCell {
  @Field(() => MetricKey, { description: 'What is counted （指标）.' })
  metric!: string;

  @Field(() => String, { description: 'What its line is called, such as 黄闸湾镇 or 合计 （行）.' })
  line!: string;

  @Field(() => Station, { nullable: true, description: 'The station of the line; null in the total （单位）.' })
  station!: Station | null;

  @Field(() => String, { nullable: true, description: 'The code of the value of the split （细分值）.' })
  split!: string | null;

  @Field(() => String, { nullable: true, description: 'What that value is called, in your language （细分名称）.' })
  splitName!: string | null;

  @Field(() => String, { description: 'In what it is counted, in your language （单位）.' })
  unit!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure of the edition; null where it had no such cell （定稿数）.',
  })
  was!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure today; null where there is no such cell any more （现数）.',
  })
  now!: string | null;
}

/** How far an edition is from what would be counted today. */
@ObjectType({ description: 'How far an edition is from what the same question gives today （变动）.' })
export class EditionDrift {
  @Field(() => Int, { description: 'How many figures differ, totals among them （变动数）.' })
  count!: number;

  @Field(() => [DriftCell], { description: 'Each of them, line by line, the total last （变动明细）.' })
  cells!: DriftCell[];
}
