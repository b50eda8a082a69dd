import {
  Arg,
  Authorized,
  Ctx,
  Extensions,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { actorOf, type Context, OWN_ACCOUNT } from '../access/index.js';
import { attempt, UserError } from '../kernel/index.js';
import { expression, reads, rows, sql } from '../reading/index.js';
import { isCurrent, latestUsedFirst, openSessions } from './me.reads.js';
import { changePassword, endOtherSessions, endSession, sessionsOf } from './session.service.js';

/** A place where one is signed in. */
@ObjectType({ description: 'A place where one is signed in （会话）.' })
export class Session {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Extensions(reads(expression(isCurrent)))
  @Field(() => Boolean, { description: 'Whether it is the one that asks （当前会话）.' })
  isCurrent!: boolean;

  @Field(() => String, { description: 'The program, as it names itself （客户端）.' })
  client!: string;

  @Field(() => Date, { description: 'When it was opened （登录时间）.' })
  startedAt!: Date;

  @Field(() => Date, { description: 'When it was last used, to half a minute （最近使用）.' })
  lastSeenAt!: Date;
}

/** The old and the new password. */
@InputType({ description: 'The old and the new password.' })
export class PasswordChangeInput {
  @Field(() => String, { description: 'The password of now （原密码）.' })
  current!: string;

  @Field(() => String, { description: 'The new one: at least 10 characters, not easily guessed （新密码）.' })
  next!: string;
}

/** The answer to passwordChange. */
@ObjectType({ description: 'The answer to passwordChange.' })
export class PasswordChangePayload {
  @Field(() => Boolean, { nullable: true, description: 'True when it was changed.' })
  isChanged!: boolean | null;

  @Field(() => [UserError], { description: 'What the asker can put right.' })
  errors!: UserError[];
}

/** The answer to sessionEnd. */
@ObjectType({ description: 'The answer to sessionEnd.' })
export class SessionEndPayload {
  @Field(() => [Session], { nullable: true, description: 'The sessions that are left.' })
  sessions!: Session[] | null;

  @Field(() => [UserError], { description: 'What the asker can put right.' })
  errors!: UserError[];
}

/** The answer to sessionsEndOthers. */
@ObjectType({ description: 'The answer to sessionsEndOthers.' })
export class SessionsEndOthersPayload extends SessionEndPayload {}

/** One's own password and open sessions. */
@Resolver(() => Session)
export class SessionResolver {
  @Authorized(OWN_ACCOUNT)
  @Extensions(
    reads(
      rows(
        () => openSessions,
        () => sql`true`,
        latestUsedFirst,
      ),
    ),
  )
  @Query(() => [Session], { description: 'Where you are signed in, latest first （我的会话）. Needs a session.' })
  mySessions(@Ctx() ctx: Context): Promise<Session[]> {
    return sessionsOf(ctx, actorOf(ctx));
  }

  @Authorized(OWN_ACCOUNT)
  @Mutation(() => PasswordChangePayload, {
    description: 'Changes your password and ends your other sessions （修改密码）. Needs a session.',
  })
  passwordChange(
    @Ctx() ctx: Context,
    @Arg('input', () => PasswordChangeInput, { description: 'The old and the new password.' })
    input: PasswordChangeInput,
  ): Promise<PasswordChangePayload> {
    return attempt(ctx, 'isChanged', () => changePassword(ctx, input.current, input.next));
  }

  @Authorized(OWN_ACCOUNT)
  @Mutation(() => SessionEndPayload, {
    description: 'Ends one of your sessions at once （结束会话）. Needs a session.',
  })
  sessionEnd(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Which.' }) id: string,
  ): Promise<SessionEndPayload> {
    return attempt(ctx, 'sessions', () => endSession(ctx, id));
  }

  @Authorized(OWN_ACCOUNT)
  @Mutation(() => SessionsEndOthersPayload, {
    description: 'Ends all your sessions but this one （结束其他会话）. Needs a session.',
  })
  sessionsEndOthers(@Ctx() ctx: Context): Promise<SessionsEndOthersPayload> {
    return attempt(ctx, 'sessions', () => endOtherSessions(ctx));
  }
}
