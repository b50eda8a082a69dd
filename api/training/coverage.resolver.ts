import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, Extensions, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { askerOf, type Context } from '../access/index.js';
import { Person, personList } from '../households/index.js';
import { type Connection, connectionType, PageArgs } from '../kernel/index.js';
import { page, readConnection, reads } from '../reading/index.js';
import { CoverageArgs, TrainingCoverage } from './coverage.js';
import { coverage, isInGap } from './coverage.reads.js';
import { trainingCoverage } from './coverage.service.js';

const PersonConnection = connectionType('Person', () => Person);

/** Who has not come yet, by name. */
const gapList: typeof personList = { ...personList, name: 'TrainingCoverage.gaps' };

/** How far training has reached, and whom it has not reached yet. */
@Resolver(() => TrainingCoverage)
export class TrainingCoverageResolver {
  @Authorized('training.report')
  @Extensions(reads(coverage))
  @Query(() => TrainingCoverage, {
    description:
      'How far training has reached an audience in a period, as of a day （培训覆盖）. Needs training.report.',
  })
  trainingCoverage(@Ctx() ctx: Context, @Args(() => CoverageArgs) asked: CoverageArgs): Promise<TrainingCoverage> {
    return trainingCoverage(ctx, asked);
  }

  @Authorized('household.read')
  @Extensions(reads(page(gapList, isInGap)))
  @FieldResolver(() => PersonConnection, {
    nullable: true,
    description: 'Who of the audience has not come yet, by name （未覆盖名单）. Needs household.read.',
  })
  async gaps(
    @Root() of: TrainingCoverage,
    @Ctx() ctx: Context,
    @Args(() => PageArgs) asked: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Person>> {
    const also = [{ id: { $in: of.gapIds } }];
    return readConnection(await ctx.em(), gapList, askerOf(ctx), { page: asked, also }, info);
  }
}
