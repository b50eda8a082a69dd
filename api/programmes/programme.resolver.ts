import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Authorized,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  Info,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { actorOf, askerOf, type Context } from '../access/index.js';
import { type Connection, connectionType, FieldChange, PageArgs } from '../kernel/index.js';
import { lists, many, one, type Row, readConnection, reads, type Sql, sql, together } from '../reading/index.js';
import { directory, Station } from '../tenancy/index.js';
import { changesBetween, contentOfRevision } from './content.js';
import { ProgrammeAct, ProgrammeState, RevisionState } from './enums.js';
import { contentBefore, revisionsOf, stepsOf } from './history.js';
import { judge, ruledOf } from './judge.js';
import { factsOf, kindOf } from './kind.js';
import { programmeList } from './list.js';
import { ProgrammeFilter, ProgrammeOrder } from './programme.input.js';
import { Programme } from './programme.js';
import { ProgrammeRevision } from './revision.js';
import { acts, ruleFor } from './stateMachine.js';
import { ProgrammeStep } from './step.js';

/** One act with whether the asker may take it now. */
@ObjectType({ description: 'What may be done next, and if not, why not （下一步）.' })
export class ProgrammeNextStep {
  @Field(() => ProgrammeAct, { description: 'The act （操作）.' })
  act!: ProgrammeAct;

  @Field(() => ProgrammeState, {
    nullable: true,
    description: 'Where it would lead; null when the state stays （新状态）.',
  })
  to!: ProgrammeState | null;

  @Field(() => Boolean, { description: 'Whether the asker may do it now （可办）.' })
  isOpen!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why the asker may not, in the language of the request （原因）.',
  })
  reason!: string | null;
}

export const ProgrammeConnection = connectionType('Programme', () => Programme);

/** What every kind of programme answers beyond its columns, and the list over all kinds. */
@Resolver(() => Programme)
export class ProgrammeResolver {
  @Authorized('programmes.read')
  @Extensions(reads(lists(programmeList)))
  @Query(() => ProgrammeConnection, {
    description: 'Programmes of all kinds that the asker may read （项目清单）. Needs programmes.read.',
  })
  async programmes(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('where', () => ProgrammeFilter, { nullable: true, description: 'All conditions together.' })
    where: ProgrammeFilter | undefined,
    @Arg('orderBy', () => ProgrammeOrder, { nullable: true, description: 'Latest start first when left out.' })
    orderBy: ProgrammeOrder | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Programme>> {
    return readConnection(await ctx.em(), programmeList, askerOf(ctx), { page, where, orderBy }, info);
  }

  @FieldResolver(() => Station, { nullable: true, description: 'Whose programme it is （所属单位）.' })
  async station(@Root() programme: Programme, @Ctx() ctx: Context): Promise<Station | null> {
    return (await directory(ctx)).get(programme.station.id)?.station ?? null;
  }

  @FieldResolver(() => [ProgrammeNextStep], {
    description: 'Every act of the state machine, open or closed for the asker, with the reason （下一步）.',
  })
  async nextSteps(@Root() programme: Programme, @Ctx() ctx: Context): Promise<ProgrammeNextStep[]> {
    const ruled = await ruledOf(ctx, programme);
    return acts.map((act) => {
      const verdict = judge(actorOf(ctx), kindOf(programme), programme, ruled, act);
      const reason = verdict.isOpen ? null : verdict.says[ctx.language];
      return { act, to: ruleFor(act, programme)?.to ?? null, isOpen: verdict.isOpen, reason };
    });
  }

  @Extensions(
    reads(
      many(() => ProgrammeStep, ofProgramme, [
        ['onDay', 'asc'],
        ['id', 'asc'],
      ]),
    ),
  )
  @FieldResolver(() => [ProgrammeStep], { description: 'Every step so far, in order （办理记录）.' })
  async steps(@Root() programme: Programme, @Ctx() ctx: Context): Promise<ProgrammeStep[]> {
    const { tenantId } = actorOf(ctx);
    const load = async (ids: string[]) => grouped(await stepsOf(await ctx.em(), tenantId, ids));
    return (await together(ctx, 'programme steps', programme.id, load)) ?? [];
  }

  @Extensions(reads(many(() => ProgrammeRevision, ofProgramme, [['no', 'asc']])))
  @FieldResolver(() => [ProgrammeRevision], { description: 'Every revision and amendment, in order （版次、变更）.' })
  async revisions(@Root() programme: Programme, @Ctx() ctx: Context): Promise<ProgrammeRevision[]> {
    return revisionsFor(ctx, programme.id);
  }

  @Extensions(
    reads(
      one(
        () => ProgrammeRevision,
        (to, row) => sql`${ofProgramme(to, row)} and ${to.column('state')} = 'PENDING'`,
      ),
    ),
  )
  @FieldResolver(() => ProgrammeRevision, { nullable: true, description: 'The amendment that waits （待审批的变更）.' })
  async pendingRevision(@Root() programme: Programme, @Ctx() ctx: Context): Promise<ProgrammeRevision | null> {
    if (programme.pendingNo === null) return null;
    const all = await revisionsFor(ctx, programme.id);
    return all.find((r) => r.state === RevisionState.PENDING) ?? null;
  }
}

/** What a revision answers beyond its columns. */
@Resolver(() => ProgrammeRevision)
export class ProgrammeRevisionResolver {
  @FieldResolver(() => Station, { nullable: true, description: 'Whose programme it is from then on （所属单位）.' })
  async station(@Root() revision: ProgrammeRevision, @Ctx() ctx: Context): Promise<Station | null> {
    return (await directory(ctx)).get(revision.station.id)?.station ?? null;
  }

  @FieldResolver(() => [FieldChange], { description: 'What it changes against the one in force before it （改动）.' })
  async changes(@Root() revision: ProgrammeRevision, @Ctx() ctx: Context): Promise<FieldChange[]> {
    const facts = factsOf(revision.kind);
    const before = contentBefore(revision, await revisionsFor(ctx, revision.programme.id));
    return changesBetween(facts, before, contentOfRevision(revision));
  }
}

async function revisionsFor(ctx: Context, id: string): Promise<ProgrammeRevision[]> {
  const { tenantId } = actorOf(ctx);
  const load = async (ids: string[]) => grouped(await revisionsOf(await ctx.em(), tenantId, ids));
  return (await together(ctx, 'programme revisions', id, load)) ?? [];
}

function grouped<R extends { programme: { id: string } }>(rows: readonly R[]): Map<string, R[]> {
  const byProgramme = new Map<string, R[]>();
  for (const row of rows) byProgramme.set(row.programme.id, [...(byProgramme.get(row.programme.id) ?? []), row]);
  return byProgramme;
}

/** What hangs on a programme, by its key. */
function ofProgramme(to: Row, programme: Row): Sql {
  return sql`${to.column('programme')} = ${programme.column('id')}`;
}
