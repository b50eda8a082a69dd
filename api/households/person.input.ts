import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DayFilter, IdFilter, orderType } from '../kernel/index.js';
import { Relation } from './membership.js';
import { Sex } from './person.js';

/** Which people. */
@InputType({ description: 'Which people of the register; all conditions together.' })
export class PersonFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => IdFilter, { nullable: true, description: 'People of these very stations （所在村居）.' })
  station?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => IdFilter, { nullable: true, description: 'Who belongs to one of these households today （户）.' })
  household?: IdFilter | null;

  @Field(() => String, {
    nullable: true,
    description: 'How the name, its pinyin or its initials begin, at most 50 characters （搜索）.',
  })
  search?: string | null;

  @Field(() => DayFilter, { nullable: true, description: 'By day of birth （出生日期）.' })
  birthDay?: DayFilter | null;

  @Field(() => String, { nullable: true, description: 'Who has this whole identity number （身份证号）.' })
  idNumber?: string | null;
}

export const PersonOrder = orderType('Person', {
  NAME: 'Name, by pinyin （姓名）.',
  BIRTH_DAY: 'Day of birth; those without one come last （出生日期）.',
  CREATED_AT: 'When the record was made （创建时间）.',
});

/** A new person. */
@InputType({ description: 'A new person, as a member of a household or as a cadre of a station （新增人员）.' })
export class PersonCreateInput {
  @Field(() => ID, { nullable: true, description: 'The household that the person joins （户）.' })
  householdId?: string | null;

  @Field(() => Relation, {
    nullable: true,
    description: 'What the person is to the head; needed with a household （与户主关系）.',
  })
  relation?: Relation | null;

  @Field(() => ID, { nullable: true, description: 'The station of a person without a household （所在单位）.' })
  stationId?: string | null;

  @Field(() => String, { description: 'Name, at most 40 characters （姓名）.' })
  name!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of birth; read off the identity number when left out （出生日期）.',
  })
  birthDay?: string | null;

  @Field(() => Sex, { nullable: true, description: 'Sex; read off the identity number when left out （性别）.' })
  sex?: Sex | null;

  @Field(() => String, { nullable: true, description: 'Identity number, 18 characters （身份证号）.' })
  idNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile number, or landline with its area code （电话）.' })
  phone?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether able to work （有劳动能力）.' })
  canWork?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether at school （在校生）.' })
  isStudent?: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'Since when a member; today when left out （加入日期）.' })
  from?: string | null;
}

/** What is corrected of a person. */
@InputType({
  description: 'What is corrected of a person; what is left out stays, null is not known （修改人员信息）.',
})
export class PersonUpdateInput {
  @Field(() => String, { nullable: true, description: 'Name, at most 40 characters （姓名）.' })
  name?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of birth （出生日期）.' })
  birthDay?: string | null;

  @Field(() => Sex, { nullable: true, description: 'Sex （性别）.' })
  sex?: Sex | null;

  @Field(() => String, { nullable: true, description: 'Identity number, 18 characters （身份证号）.' })
  idNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile number, or landline with its area code （电话）.' })
  phone?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether able to work （有劳动能力）.' })
  canWork?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether at school （在校生）.' })
  isStudent?: boolean | null;
}
