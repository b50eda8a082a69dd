import {
  Arg,
  Authorized,
  Ctx,
  Extensions,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { type Actor, type Context, OWN_ACCOUNT, type Permission, PermissionEnum, PUBLIC } from '../access/index.js';
import { attempt, UserError } from '../kernel/index.js';
import { many, one, type Row, reads, record, sql } from '../reading/index.js';
import { directory } from './directory.js';
import { Grant } from './grant.js';
import { abilitiesOf, heldByAsker, whoAsks } from './me.reads.js';
import { signIn } from './signIn.service.js';
import { Station } from './station.js';
import { byCode } from './station.reads.js';
import { Tenant } from './tenant.js';
import { User } from './user.js';

function among(ids: string) {
  return (to: Row, row: Row) => sql`${to.column('id')} = any(${row.column(ids)})`;
}

function isSomebody(who: Row) {
  return sql`${who.column('id')} is not null`;
}

function isTheAsker(user: Row, who: Row) {
  return sql`${user.column('id')} = ${who.column('id')}`;
}

/** The platform's operators have the number 0 and no county. */
function isTheirCounty(tenant: Row) {
  return sql`${tenant.column('id')} = ${tenant.scope.tenant} and ${tenant.column('id')} > 0`;
}

/** One permission, with the stations where it is held. */
@ObjectType({ description: 'Something the asker may do, and where （权限范围）.' })
export class Ability {
  @Field(() => PermissionEnum, { description: 'What may be done.' })
  permission!: Permission;

  @Field(() => Boolean, { description: 'Whether it is held for the whole county.' })
  isEverywhere!: boolean;

  @Extensions(reads(many(() => Station, among('stationIds'), byCode)))
  @Field(() => [Station], { description: 'The stations at which it is held; their subtrees are reached.' })
  stations!: Station[];
}

/** The asker, as the console needs to know itself; each part is read only when asked for. */
@ObjectType({ description: 'Who is signed in, and what they may do （我）.' })
export class Me {
  constructor(
    private readonly ctx: Context,
    private readonly actor: Actor,
  ) {}

  @Extensions(reads(one(() => User, isTheAsker)))
  @Field(() => User, { description: 'The person.' })
  async user(): Promise<User> {
    const em = await this.ctx.em();
    return em.findOneOrFail(User, { tenantId: this.actor.tenantId, id: this.actor.id });
  }

  @Extensions(reads(one(() => Tenant, isTheirCounty)))
  @Field(() => Tenant, { nullable: true, description: 'The county; null for a platform operator.' })
  async tenant(): Promise<Tenant | null> {
    if (this.actor.kind === 'OPERATOR') return null;
    return (await this.ctx.em()).findOneOrFail(Tenant, { id: this.actor.tenantId });
  }

  @Extensions(reads(many(() => Grant, among('grantIds'), [['id', 'asc']])))
  @Field(() => [Grant], { description: 'The grants in force today （任职）.' })
  async grants(): Promise<Grant[]> {
    const ids = this.actor.holdings.flatMap((h) => h.grantId ?? []);
    const em = await this.ctx.em();
    return em.find(
      Grant,
      { tenantId: this.actor.tenantId, id: ids },
      { populate: ['station', 'user'], orderBy: { id: 'asc' } },
    );
  }

  @Extensions(
    reads(
      many(
        () => heldByAsker,
        () => sql`true`,
        [['no', 'asc']],
      ),
    ),
  )
  @Field(() => [Ability], {
    description: 'Every permission held, with where; the console asks this and never guesses.',
  })
  async abilities(): Promise<Ability[]> {
    const tree = this.actor.kind === 'OPERATOR' ? null : await directory(this.ctx);
    return abilitiesOf(this.actor).map(({ permission, isEverywhere, stationIds }) => {
      const stations = stationIds.flatMap((id) => tree?.get(id)?.station ?? []);
      return { permission, isEverywhere, stations: stations.sort((a, b) => (a.code < b.code ? -1 : 1)) };
    });
  }

  @Field(() => Boolean, { description: 'Whether the password must be changed before anything else （须改密码）.' })
  mustChangePassword(): boolean {
    return this.actor.mustChangePassword;
  }
}

/** Account and password. */
@InputType({ description: 'Account and password.' })
export class SignInInput {
  @Field(() => String, { description: 'Such as `admin@620981`, or `name@platform` （账号）.' })
  account!: string;

  @Field(() => String, { description: 'The password （密码）.' })
  password!: string;
}

/** The answer to signIn. */
@ObjectType({ description: 'The answer to signIn; the session is in the cookie.' })
export class SignInPayload {
  @Field(() => Me, { nullable: true, description: 'Who is signed in now; null when refused.' })
  me!: Me | null;

  @Field(() => [UserError], { description: 'Why it was refused.' })
  errors!: UserError[];
}

/** The answer to signOut. */
@ObjectType({ description: 'The answer to signOut.' })
export class SignOutPayload {
  @Field(() => [UserError], { description: 'Empty: signing out always works.' })
  errors!: UserError[];
}

/** Signing in and out, and who one is. */
@Resolver()
export class MeResolver {
  @Authorized(PUBLIC)
  @Extensions(reads(record(() => whoAsks, isSomebody)))
  @Query(() => Me, { nullable: true, description: 'Who is signed in; null for a stranger. Open to all.' })
  me(@Ctx() ctx: Context): Me | null {
    return ctx.actor && ctx.actor.kind !== 'KEY' ? new Me(ctx, ctx.actor) : null;
  }

  @Authorized(PUBLIC)
  @Mutation(() => SignInPayload, { description: 'Signs in and sets the session cookie. Open to all.' })
  signIn(
    @Arg('input', () => SignInInput, { description: 'Account and password.' }) input: SignInInput,
    @Ctx() ctx: Context,
  ): Promise<SignInPayload> {
    return attempt(ctx, 'me', async () => {
      const actor = await signIn(ctx, input.account, input.password);
      return new Me(ctx.as(actor), actor);
    });
  }

  @Authorized(OWN_ACCOUNT)
  @Mutation(() => SignOutPayload, { description: 'Ends this session on the server. Needs a session.' })
  async signOut(@Ctx() ctx: Context): Promise<SignOutPayload> {
    const { actor } = ctx;
    if (actor?.sessionId) await ctx.gate('session_close', actor.tenantId, actor.sessionId, actor.id);
    ctx.cookies.session = 'clear';
    if (actor) await ctx.security({ kind: 'SIGNED_OUT', account: actor.account, tenantCode: actor.tenantCode });
    return { errors: [] };
  }
}
