import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, Extensions, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { actorOf, askerOf, type Context } from '../access/index.js';
import { type Connection, connectionType, FieldChange, PageArgs } from '../kernel/index.js';
import { lists, many, one, readConnection, reads, sql, together } from '../reading/index.js';
import { directory, Station } from '../tenancy/index.js';
import { changesBetween, contentOfRevision } from './content.js';
import { RevisionState } from './enums.js';
import { contentBefore, revisionsOf, stepsOf } from './history.js';
import { knownOf, ruledOf } from './judge.js';
import { factsOf, kindOf } from './kind.js';
import { programmeList } from './list.js';
import { nextStepsOf, ProgrammeNextStep } from './nextStep.js';
import { ProgrammeFilter, ProgrammeOrder } from './programme.input.js';
import { Programme } from './programme.js';
import { changes, nextSteps, ofProgramme } from './programme.reads.js';
import { ProgrammeRevision } from './revision.js';
import { ProgrammeStep } from './step.js';

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

  @Extensions(reads(nextSteps))
  @FieldResolver(() => [ProgrammeNextStep], {
    description: 'Every act of the state machine, open or closed for the asker, with the reason （下一步）.',
  })
  async nextSteps(@Root() programme: Programme, @Ctx() ctx: Context): Promise<ProgrammeNextStep[]> {
    const known = await knownOf(ctx, kindOf(programme), programme);
    return nextStepsOf(actorOf(ctx), ctx.language, programme, await ruledOf(ctx, programme), known);
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

  @Extensions(reads(changes))
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
