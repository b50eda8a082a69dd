import { Field, ObjectType } from 'type-graphql';
import { PermissionEnum } from '../access/index.js';
import { MetricKey } from './catalogue.js';
import { MetricCounts, MetricFalls, ReportSplit } from './metric.enums.js';
import { isAdditive, type Metric, rowPermissions } from './metric.js';

/** A text in both languages of the product. */
@ObjectType({ description: 'A text in both languages （双语文本）.' })
export class BilingualText {
  @Field(() => String, { description: 'In Chinese （中文）.' })
  zh!: string;

  @Field(() => String, { description: 'In English （英文）.' })
  en!: string;
}

/** A metric as the catalogue shows it. */
@ObjectType('Metric', { description: 'Something that can be counted, defined once for all reports （指标）.' })
export class MetricFacts {
  @Field(() => MetricKey, { description: 'By what it is asked for （指标代码）.' })
  key!: string;

  @Field(() => String, { description: 'The same as templates and forms write it, such as `training.personTimes`.' })
  code!: string;

  @Field(() => BilingualText, { description: 'What it is called （名称）.' })
  name!: BilingualText;

  @Field(() => BilingualText, { description: 'What it is, in one sentence （说明）.' })
  says!: BilingualText;

  @Field(() => BilingualText, { description: 'In what it is counted （单位）.' })
  unit!: BilingualText;

  @Field(() => MetricCounts, { description: 'What its value is made of （计量方式）.' })
  counts!: MetricCounts;

  @Field(() => MetricFalls, { description: 'When a record counts （统计口径）.' })
  falls!: MetricFalls;

  @Field(() => Boolean, {
    description: 'Whether lines add up to the total; otherwise the total is counted anew （是否可加）.',
  })
  isAdditive!: boolean;

  @Field(() => [ReportSplit], { description: 'What it may be split by （可细分）.' })
  splits!: ReportSplit[];

  @Field(() => MetricKey, { nullable: true, description: 'The metric that says what was planned （计划指标）.' })
  plan!: string | null;

  @Field(() => PermissionEnum, { description: 'Who sees sums （查看合计所需权限）.' })
  sums!: string;

  @Field(() => [PermissionEnum], {
    description: 'Who opens rows: all of them, or for programmes of all kinds that of the kind （查看明细所需权限）.',
  })
  rows!: string[];
}

/** A metric as the schema shows it. */
export function factsOf(metric: Metric): MetricFacts {
  const { key, name, says, unit, counts, falls, splits, plan, sums } = metric;
  return Object.assign(new MetricFacts(), {
    ...{ key, code: key, name, says, unit, counts, falls, sums },
    isAdditive: isAdditive(metric),
    splits: Object.keys(splits) as ReportSplit[],
    plan: plan ?? null,
    rows: [...rowPermissions(metric)],
  });
}
