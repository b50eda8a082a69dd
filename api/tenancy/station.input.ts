import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { IdFilter, OrderDirection, TextFilter } from '../kernel/index.js';
import { StationLevel } from './station.js';

/** Any of several levels. */
@InputType({ description: 'Any of several levels.' })
export class StationLevelFilter {
  @Field(() => [StationLevel], { nullable: true, description: 'Any of these.' })
  in?: StationLevel[] | null;
}

/** Which stations of the tree. */
@InputType({ description: 'Which stations; all conditions together.' })
export class StationFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => TextFilter, { nullable: true, description: 'By national code （代码）.' })
  code?: TextFilter | null;

  @Field(() => StationLevelFilter, { nullable: true, description: 'By level （层级）.' })
  level?: StationLevelFilter | null;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, pinyin, initials or code, at most 50 characters （搜索）.',
  })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'false: the closed ones instead of the standing ones （是否在用）.',
  })
  isOpen?: boolean | null;
}

/** What stations can be ordered by. */
export enum StationOrderField {
  CODE = 'CODE',
  NAME = 'NAME',
}

registerEnumType(StationOrderField, {
  name: 'StationOrderField',
  description: 'What stations are ordered by.',
  valuesConfig: {
    CODE: { description: 'National code （代码）.' },
    NAME: { description: 'Name, by pinyin （名称）.' },
  },
});

/** One order. */
@InputType({ description: 'One order of stations.' })
export class StationOrder {
  @Field(() => StationOrderField, { description: 'By what.' })
  field!: StationOrderField;

  @Field(() => OrderDirection, { description: 'Which end first.' })
  direction!: OrderDirection;
}
