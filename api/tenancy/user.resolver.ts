import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Extensions,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { actorOf, askerOf, type Context } from '../access/index.js';
import { attempt, type Connection, PageArgs, type PayloadOf, payloadType } from '../kernel/index.js';
import { expression, lists, many, readConnection, readOne, reads, recordOf, together } from '../reading/index.js';
import { directory } from './directory.js';
import { Grant } from './grant.js';
import { Station } from './station.js';
import {
  UserConnection,
  UserCreateInput,
  UserCreatePayload,
  UserFilter,
  UserOrder,
  UserResetPasswordPayload,
  UserUpdateInput,
} from './user.input.js';
import { User } from './user.js';
import { lastSignInAt, newestFirst, ofUser, userList } from './user.list.js';
import { createUser, resetPassword, setDisabled, updateUser, type WithPassword } from './user.service.js';

type Answer = PayloadOf<'user', User>;
const Updated = payloadType('UserUpdate', 'user', () => User);
const Disabled = payloadType('UserDisable', 'user', () => User);
const Enabled = payloadType('UserEnable', 'user', () => User);

const versionText = 'The version that the change was decided on.';

/** People who sign in. */
@Resolver(() => User)
export class UserResolver {
  @Authorized('user.read')
  @Extensions(reads(lists(userList)))
  @Query(() => UserConnection, { description: 'People who work within your stations （用户）. Needs user.read.' })
  async users(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Arg('where', () => UserFilter, { nullable: true, description: 'All conditions together.' }) where?: UserFilter,
    @Arg('orderBy', () => UserOrder, { nullable: true, description: 'By account when left out.' }) orderBy?: UserOrder,
  ): Promise<Connection<User>> {
    return readConnection(await ctx.em(), userList, askerOf(ctx), { page, where, orderBy }, info);
  }

  @Authorized('user.read')
  @Extensions(reads(recordOf(userList)))
  @Query(() => User, {
    nullable: true,
    description: 'One person, null when there is none within your stations （用户）. Needs user.read.',
  })
  async user(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Their id.' }) id: string,
  ): Promise<User | null> {
    return readOne(await ctx.em(), userList, askerOf(ctx), id, info);
  }

  @Authorized('user.edit')
  @Mutation(() => UserCreatePayload, {
    description: 'Enters a person and makes their first password （新增用户）. Needs user.edit at the station.',
  })
  userCreate(
    @Ctx() ctx: Context,
    @Arg('input', () => UserCreateInput, { description: 'The person.' }) input: UserCreateInput,
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description: 'The same key with the same input answers the same person.',
    })
    key?: string,
  ): Promise<UserCreatePayload> {
    return withPassword(ctx, () => createUser(ctx, input, key));
  }

  @Authorized('user.edit')
  @Mutation(() => Updated, { description: 'Changes name or station of a person （修改用户）. Needs user.edit.' })
  userUpdate(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The person.' }) id: string,
    @Arg('version', () => Int, { description: versionText }) version: number,
    @Arg('input', () => UserUpdateInput, { description: 'What changes.' }) input: UserUpdateInput,
  ): Promise<Answer> {
    return attempt(ctx, 'user', () => updateUser(ctx, id, version, input));
  }

  @Authorized('user.edit')
  @Mutation(() => Disabled, { description: 'Switches an account off and ends its sessions （停用）. Needs user.edit.' })
  userDisable(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The person.' }) id: string,
    @Arg('version', () => Int, { description: versionText }) version: number,
    @Arg('reason', () => String, { description: 'Why （事由）.' }) reason: string,
  ): Promise<Answer> {
    return attempt(ctx, 'user', () => setDisabled(ctx, id, version, true, reason));
  }

  @Authorized('user.edit')
  @Mutation(() => Enabled, { description: 'Switches an account on again （启用）. Needs user.edit.' })
  userEnable(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The person.' }) id: string,
    @Arg('version', () => Int, { description: versionText }) version: number,
  ): Promise<Answer> {
    return attempt(ctx, 'user', () => setDisabled(ctx, id, version, false, null));
  }

  @Authorized('user.edit')
  @Mutation(() => UserResetPasswordPayload, {
    description: 'Makes a new first password and ends all sessions （重置密码）. Needs user.edit.',
  })
  userResetPassword(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The person.' }) id: string,
    @Arg('version', () => Int, { description: versionText }) version: number,
  ): Promise<UserResetPasswordPayload> {
    return withPassword(ctx, () => resetPassword(ctx, id, version));
  }

  @FieldResolver(() => Station, { nullable: true, description: 'Where the person works （所在单位）.' })
  async station(@Root() user: User, @Ctx() ctx: Context): Promise<Station | null> {
    return user.station && ((await directory(ctx)).get(user.station.id)?.station ?? null);
  }

  @Extensions(reads(many(() => Grant, ofUser, newestFirst)))
  @FieldResolver(() => [Grant], { description: 'Every grant, past ones too, newest first （任职）.' })
  async grants(@Root() user: User, @Ctx() ctx: Context): Promise<Grant[]> {
    return (await together(ctx, 'grants of users', user.id, (ids) => grantsOf(ctx, ids))) ?? [];
  }

  @Extensions(reads(expression(lastSignInAt)))
  @FieldResolver(() => Date, { nullable: true, description: 'When they last signed in （最近登录）.' })
  async lastSignInAt(@Root() user: User, @Ctx() ctx: Context): Promise<Date | null> {
    return (await lastSignIns(ctx)).get(user.id) ?? null;
  }
}

async function withPassword(ctx: Context, act: () => Promise<WithPassword>): Promise<UserCreatePayload> {
  const { done, errors } = await attempt(ctx, 'done', act);
  return { user: done?.user ?? null, password: done?.password ?? null, errors };
}

/** The grants of several people, by the person. */
async function grantsOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Grant[]>> {
  const { tenantId } = actorOf(ctx);
  const where = { tenantId, user: { $in: ids.map((id) => [tenantId, id]) } } as never;
  const grants = await (await ctx.em()).find(Grant, where, {
    populate: ['station', 'user'],
    orderBy: { validFrom: 'desc', id: 'desc' },
  });
  return new Map(ids.map((id) => [id, grants.filter((g) => g.user.id === id)]));
}

function lastSignIns(ctx: Context): Promise<Map<string, Date>> {
  return ctx.once('last sign-ins', async () => {
    const rows = (await (await ctx.em()).execute('select * from gate.last_sign_ins(?)', [actorOf(ctx).tenantId])) as {
      id: string;
      last_sign_in_at: Date | null;
    }[];
    return new Map(
      rows.flatMap((row) => (row.last_sign_in_at ? [[row.id, new Date(row.last_sign_in_at)] as const] : [])),
    );
  });
}
