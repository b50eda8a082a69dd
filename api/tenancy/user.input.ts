import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Role } from '../access/index.js';
import { connectionType, OrderDirection, UserError } from '../kernel/index.js';
import { User } from './user.js';

/** Any of several roles. */
@InputType({ description: 'Any of several roles.' })
export class RoleFilter {
  @Field(() => [Role], { nullable: true, description: 'Any of these, held today.' })
  in?: Role[] | null;
}

/** Which people. */
@InputType({ description: 'Which people; all conditions together.' })
export class UserFilter {
  @Field(() => String, { nullable: true, description: 'Beginning of the name, pinyin, initials or account （搜索）.' })
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who works at a station or below it （含下级）.' })
  within?: string | null;

  @Field(() => RoleFilter, { nullable: true, description: 'Who holds a role today （角色）.' })
  role?: RoleFilter | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether switched off （停用）.' })
  isDisabled?: boolean | null;
}

/** What people can be ordered by. */
export enum UserOrderField {
  NAME = 'NAME',
  ACCOUNT = 'ACCOUNT',
  CREATED_AT = 'CREATED_AT',
}

registerEnumType(UserOrderField, {
  name: 'UserOrderField',
  description: 'What people are ordered by.',
  valuesConfig: {
    NAME: { description: 'Name, by pinyin （姓名）.' },
    ACCOUNT: { description: 'Account （账号）.' },
    CREATED_AT: { description: 'When entered （登记时间）.' },
  },
});

/** One order of people. */
@InputType({ description: 'One order of people.' })
export class UserOrder {
  @Field(() => UserOrderField, { description: 'By what.' })
  field!: UserOrderField;

  @Field(() => OrderDirection, { description: 'Which end first.' })
  direction!: OrderDirection;
}

/** A new person. */
@InputType({ description: 'A new person; the first password is made by the server and shown once.' })
export class UserCreateInput {
  @Field(() => String, { description: 'The part of the account before the @, such as `li.wei` （账号）.' })
  account!: string;

  @Field(() => String, { description: 'Name of the person, at most 40 characters （姓名）.' })
  name!: string;

  @Field(() => ID, { description: 'Where the person works （所在单位）.' })
  stationId!: string;
}

/** Changes to a person. */
@InputType({ description: 'Changes to a person; what is left out stays.' })
export class UserUpdateInput {
  @Field(() => String, { nullable: true, description: 'Name, at most 40 characters （姓名）.' })
  name?: string | null;

  @Field(() => ID, { nullable: true, description: 'Where the person works （所在单位）.' })
  stationId?: string | null;
}

/** A person, with a password that is shown this once. */
@ObjectType({ description: 'The answer to userCreate.' })
export class UserCreatePayload {
  @Field(() => User, { nullable: true, description: 'The person; null when there are errors.' })
  user!: User | null;

  @Field(() => String, {
    nullable: true,
    description: 'The password, shown this once; it must be changed at the first sign-in （初始密码）.',
  })
  password!: string | null;

  @Field(() => [UserError], { description: 'What the asker can put right.' })
  errors!: UserError[];
}

/** A person, with the new password that is shown this once. */
@ObjectType({ description: 'The answer to userResetPassword.' })
export class UserResetPasswordPayload extends UserCreatePayload {}

export const UserConnection = connectionType('User', () => User);
