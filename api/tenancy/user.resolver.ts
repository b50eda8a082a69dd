import type { FilterQuery } from '@mikro-orm/core';
import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { type Actor, actorOf, type Context, type Reach, reachOf } from '../access/index.js';
import {
  attempt,
  badInput,
  type Connection,
  OrderDirection,
  PageArgs,
  type PayloadOf,
  payloadType,
} from '../kernel/index.js';
import { readConnection, readOne, type Source } from '../reading/index.js';
import { directory, withinReach } from './directory.js';
import { Grant } from './grant.js';
import { Station } from './station.js';
import {
  UserConnection,
  UserCreateInput,
  UserCreatePayload,
  UserFilter,
  UserOrder,
  UserOrderField,
  UserResetPasswordPayload,
  UserUpdateInput,
} from './user.input.js';
import { User } from './user.js';
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
  @Query(() => UserConnection, { description: 'People who work within your stations （用户）. Needs user.read.' })
  async users(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Arg('where', () => UserFilter, { nullable: true, description: 'All conditions together.' }) where?: UserFilter,
    @Arg('orderBy', () => UserOrder, { nullable: true, description: 'By account when left out.' }) orderBy?: UserOrder,
  ): Promise<Connection<User>> {
    const actor = actorOf(ctx);
    const source = await sourceOf(ctx, actor, where ?? {}, orderBy);
    return readConnection(await ctx.em(), source, page, info);
  }

  @Authorized('user.read')
  @Query(() => User, {
    nullable: true,
    description: 'One person, null when there is none within your stations （用户）. Needs user.read.',
  })
  async user(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'Their id.' }) id: string,
  ): Promise<User | null> {
    const actor = actorOf(ctx);
    return readOne(await ctx.em(), await sourceOf(ctx, actor, {}), id, info);
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

  @FieldResolver(() => [Grant], { description: 'Every grant, past ones too, newest first （任职）.' })
  async grants(@Root() user: User, @Ctx() ctx: Context): Promise<Grant[]> {
    return (await grantLoader(ctx)).load(user.id);
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When they last signed in （最近登录）.' })
  async lastSignInAt(@Root() user: User, @Ctx() ctx: Context): Promise<Date | null> {
    return (await lastSignIns(ctx)).get(user.id) ?? null;
  }
}

async function withPassword(ctx: Context, act: () => Promise<WithPassword>): Promise<UserCreatePayload> {
  const { done, errors } = await attempt(ctx, 'done', act);
  return { user: done?.user ?? null, password: done?.password ?? null, errors };
}

async function sourceOf(ctx: Context, actor: Actor, where: UserFilter, orderBy?: UserOrder): Promise<Source<User>> {
  const { tenantId } = actor;
  const reach = await withinReach(ctx, reachOf(actor, 'user.read'), where.within);
  const conditions: FilterQuery<User>[] = [atStations(tenantId, reach)];
  if (where.isDisabled !== undefined && where.isDisabled !== null) conditions.push({ isDisabled: where.isDisabled });
  if (where.search?.trim()) conditions.push(beginsWith(where.search.trim()));
  if (where.role?.in)
    conditions.push({ id: { $in: await holdersOf(ctx, tenantId, where.role.in) } } as FilterQuery<User>);
  const properties = { NAME: 'pinyin', ACCOUNT: 'account', CREATED_AT: 'createdAt' } as const;
  const property = properties[orderBy?.field ?? UserOrderField.ACCOUNT];
  return {
    list: 'users',
    entity: User,
    tenantId,
    where: conditions,
    orderBy: { property, direction: orderBy?.direction ?? OrderDirection.ASC },
  };
}

function atStations(tenantId: number, reach: Reach): FilterQuery<User> {
  return reach === '*' ? {} : ({ station: { $in: [...reach].map((id) => [tenantId, id]) } } as never);
}

function beginsWith(search: string): FilterQuery<User> {
  if (search.length > 50)
    throw badInput({ zh: '搜索词最多 50 个字。', en: 'A search is at most 50 characters.' }, ['where', 'search']);
  const like = { $like: `${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%` };
  return { $or: [{ pinyin: like }, { initials: like }, { account: like }, { name: like }] } as FilterQuery<User>;
}

async function holdersOf(ctx: Context, tenantId: number, wanted: Grant['role'][]): Promise<string[]> {
  const grants = await (await ctx.em()).find(Grant, { tenantId, role: { $in: wanted } });
  return grants.filter((g) => g.isInForce()).map((g) => g.user.id);
}

/** The grants of all people of a page in one statement. */
function grantLoader(ctx: Context): Promise<DataLoader<string, Grant[]>> {
  return ctx.once('grants of users', async () => {
    const em = await ctx.em();
    const { tenantId } = actorOf(ctx);
    return new DataLoader<string, Grant[]>(async (ids) => {
      const where = { tenantId, user: { $in: ids.map((id) => [tenantId, id]) } } as never;
      const grants = await em.find(Grant, where, {
        populate: ['station', 'user'],
        orderBy: { validFrom: 'desc', id: 'desc' },
      });
      return ids.map((id) => grants.filter((g) => g.user.id === id));
    });
  });
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
