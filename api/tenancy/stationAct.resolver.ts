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
import type { Context } from '../access/index.js';
import { attempt, DateScalar, type Day, type PayloadOf, payloadType } from '../kernel/index.js';
import { code, judged, reads } from '../reading/index.js';
import { changesOf, lifeNeeded, lifeOf } from './station.history.js';
import { Station } from './station.js';
import { createStation, moveStation, renameStation } from './station.service.js';
import {
  StationAct,
  StationActPreview,
  StationChange,
  StationCloseInput,
  StationCreateInput,
  StationMergeInput,
  StationMoveInput,
  StationRenameInput,
} from './stationAct.input.js';
import { closeStation, mergeStation } from './stationClose.service.js';
import { previewAct } from './stationPreview.js';

type Answer = PayloadOf<'station', Station>;

const payload = (act: string) => payloadType(`Station${act}`, 'station', () => Station);
const Created = payload('Create');
const Renamed = payload('Rename');
const Moved = payload('Move');
const Merged = payload('Merge');
const Closed = payload('Close');

const idText = 'The station.';
const versionText = 'The version that the act was decided on.';

/** Acts on the tree: each with a reason, each audited, each possible only within the stations where station.edit is held. */
@Resolver(() => Station)
export class StationActResolver {
  @Authorized('station.edit')
  @Extensions(reads(judged('it tries an act out, and rooms above are asked for what it would touch')))
  @Query(() => StationActPreview, {
    description: 'What an act on a station would touch, before it is done （影响预览）. Needs station.edit.',
  })
  stationActPreview(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: idText }) id: string,
    @Arg('act', () => StationAct, { description: 'The act.' }) act: StationAct,
    @Arg('from', () => DateScalar, { description: 'From which day.' }) from: Day,
    @Arg('intoId', () => ID, { nullable: true, description: 'New parent or successor, when known.' }) intoId?: string,
  ): Promise<StationActPreview> {
    return previewAct(ctx, id, act, from, intoId ?? null);
  }

  @Authorized('station.edit')
  @Mutation(() => Created, {
    description: 'Opens a station under a parent （新设单位）. Needs station.edit at the parent.',
  })
  stationCreate(
    @Ctx() ctx: Context,
    @Arg('input', () => StationCreateInput, { description: 'The new station.' }) input: StationCreateInput,
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description: 'The same key with the same input answers the same station.',
    })
    key?: string,
  ): Promise<Answer> {
    return attempt(ctx, 'station', () => createStation(ctx, input, key));
  }

  @Authorized('station.edit')
  @Mutation(() => Renamed, { description: 'Gives a station a new name from a day （更名）. Needs station.edit.' })
  stationRename(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: idText }) id: string,
    @Arg('version', () => Int, { description: versionText }) version: number,
    @Arg('input', () => StationRenameInput, { description: 'The new name.' }) input: StationRenameInput,
  ): Promise<Answer> {
    return attempt(ctx, 'station', () => renameStation(ctx, id, version, input));
  }

  @Authorized('station.edit')
  @Mutation(() => Moved, {
    description: 'Puts a station under a new parent from a day （划转）. Needs station.edit at both.',
  })
  stationMove(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: idText }) id: string,
    @Arg('version', () => Int, { description: versionText }) version: number,
    @Arg('input', () => StationMoveInput, { description: 'The new parent.' }) input: StationMoveInput,
  ): Promise<Answer> {
    return attempt(ctx, 'station', () => moveStation(ctx, id, version, input));
  }

  @Authorized('station.edit')
  @Mutation(() => Merged, {
    description: 'Merges a station into another of its level （并入）. Needs station.edit at both.',
  })
  stationMerge(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: idText }) id: string,
    @Arg('version', () => Int, { description: versionText }) version: number,
    @Arg('input', () => StationMergeInput, { description: 'Into which.' }) input: StationMergeInput,
  ): Promise<Answer> {
    return attempt(ctx, 'station', () => mergeStation(ctx, id, version, input));
  }

  @Authorized('station.edit')
  @Mutation(() => Closed, {
    description: 'Closes a station; open records must be handed over （撤销）. Needs station.edit.',
  })
  stationClose(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: idText }) id: string,
    @Arg('version', () => Int, { description: versionText }) version: number,
    @Arg('input', () => StationCloseInput, { description: 'From when, and who takes over.' }) input: StationCloseInput,
  ): Promise<Answer> {
    return attempt(ctx, 'station', () => closeStation(ctx, id, version, input));
  }

  @Extensions(reads(code(lifeNeeded, changesOf)))
  @FieldResolver(() => [StationChange], { description: 'Everything that happened to it, newest first （变更历史）.' })
  async history(@Root() station: Station, @Ctx() ctx: Context): Promise<StationChange[]> {
    return changesOf(await lifeOf(ctx, station));
  }
}
