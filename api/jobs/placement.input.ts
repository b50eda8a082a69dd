import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, IdFilter, MoneyScalar, orderType } from '../kernel/index.js';

/** Which holders of posts and workers. */
@InputType({ description: 'Which holders of posts and workers of workshops; all conditions together.' })
export class PlacementFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'In these openings （岗位）.' })
  opening?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'People of a station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Whose term runs today and ends by this day （期满不晚于）.',
  })
  endsBy?: string | null;
}

export const PlacementOrder = orderType('Placement', {
  VALID_TO: 'End of the term; those without one come last （期满日期）.',
});

/** Somebody takes up a post or work in a workshop. */
@InputType({ description: 'Somebody takes up a post or work in a workshop （上岗）.' })
export class PlacementCreateInput {
  @Field(() => ID, { description: 'The post or workshop （岗位）.' })
  openingId!: string;

  @Field(() => ID, { description: 'Who （人员）.' })
  personId!: string;

  @Field(() => DateScalar, { description: 'First day in it （上岗日期）.' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day no longer in it （期满日期）.' })
  validTo?: string | null;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: 'What a workshop pays, yuan a month; a post pays what it pays （月工资）.',
  })
  wage?: number | null;
}
