import {
  Arg,
  Authorized,
  Ctx,
  Extensions,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { actorOf, type Context, type Permission, PermissionEnum, Role, roles } from '../access/index.js';
import { attempt, notFound, type PayloadOf, payloadType } from '../kernel/index.js';
import { type Asker, code, type Given, judged, type Row, reads, type Sql, sql } from '../reading/index.js';
import { directory } from './directory.js';
import { explainAccess } from './explain.js';
import { AccessExplanation, GrantCreateInput, GrantEndInput } from './grant.input.js';
import { Grant } from './grant.js';
import { createGrant, endGrant } from './grant.service.js';
import { rolesToGive } from './managing.js';
import { Station, type StationLevel } from './station.js';
import { idIn } from './station.reads.js';
import { User } from './user.js';

type Answer = PayloadOf<'grant', Grant>;
const Created = payloadType('GrantCreate', 'grant', () => Grant);
const Ended = payloadType('GrantEnd', 'grant', () => Grant);

/** Who is appointed to what, where and until when. */
@Resolver(() => Grant)
export class GrantResolver {
  @Authorized('grant.edit')
  @Extensions(reads(code(levelAsked, grantable)))
  @Query(() => [Role], { description: 'The roles that you may give at a station （可授予的角色）. Needs grant.edit.' })
  async grantableRoles(
    @Ctx() ctx: Context,
    @Arg('stationId', () => ID, { description: 'Where.' }) stationId: string,
  ): Promise<Role[]> {
    const { level } = (await directory(ctx)).need(stationId).station;
    return grantable({ level }, { context: ctx }, { stationId });
  }

  @Authorized('user.read')
  @Extensions(reads(judged('it judges the rights of another person, on a record that rooms above are asked for')))
  @Query(() => AccessExplanation, {
    description:
      'Why an account may or may not do something at a station or to a record （权限说明）. Needs user.read.',
  })
  explainAccess(
    @Ctx() ctx: Context,
    @Arg('account', () => String, { description: 'Whose right, such as `li.wei@620981`.' }) account: string,
    @Arg('permission', () => PermissionEnum, { description: 'To do what.' }) permission: Permission,
    @Arg('stationId', () => ID, { nullable: true, description: 'Where; left out when a record is named.' })
    stationId?: string,
    @Arg('recordId', () => ID, { nullable: true, description: 'To which record.' }) recordId?: string,
  ): Promise<AccessExplanation> {
    return explainAccess(ctx, account, permission, { stationId, recordId });
  }

  @Authorized('grant.edit')
  @Mutation(() => Created, {
    description:
      'Gives a role to another person, within your own stations, roles and dates （授予任职）. Needs grant.edit at the station.',
  })
  grantCreate(
    @Ctx() ctx: Context,
    @Arg('input', () => GrantCreateInput, { description: 'The role.' }) input: GrantCreateInput,
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description: 'The same key with the same input answers the same grant.',
    })
    key?: string,
  ): Promise<Answer> {
    return attempt(ctx, 'grant', () => createGrant(ctx, input, key));
  }

  @Authorized('grant.edit')
  @Mutation(() => Ended, {
    description: 'Ends a grant from a day; it works on the next request （终止任职）. Needs grant.edit at the station.',
  })
  grantEnd(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The grant.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that the end was decided on.' }) version: number,
    @Arg('input', () => GrantEndInput, { description: 'From when, and why.' }) input: GrantEndInput,
  ): Promise<Answer> {
    return attempt(ctx, 'grant', () => endGrant(ctx, id, version, input));
  }

  @FieldResolver(() => Station, {
    nullable: true,
    description: 'Where it is held; it reaches everything below. Null for a platform operator （任职单位）.',
  })
  async station(@Root() grant: Grant, @Ctx() ctx: Context): Promise<Station | null> {
    return grant.station && ((await directory(ctx)).get(grant.station.id)?.station ?? null);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who holds it （任职人）.' })
  user(@Root() grant: Grant): Promise<User | null> {
    return grant.user.load();
  }
}

/** The level of the station that `stationId` names; null when there is none. */
function levelAsked({ scope }: Row, given: Given): { level: Sql } {
  const at = scope.table(Station);
  const id = idIn(given.get('stationId'));
  return { level: sql`(select ${at.column('level')} from ${at.from} where ${at.pin} and ${at.column('id')} = ${id})` };
}

/** The roles that the asker may give at a station of a level. */
function grantable(
  { level }: { level: StationLevel | null },
  { context }: Pick<Asker, 'context'>,
  { stationId }: { stationId: string },
): Role[] {
  if (level === null) throw notFound({ zh: '单位', en: 'station' });
  const given = rolesToGive(actorOf(context as Context), stationId.toLowerCase());
  return [...given].filter((role) => roles[role].levels.includes(level));
}
