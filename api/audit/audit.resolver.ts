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
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { actorOf, askerOf, type Context, reachOf, refusal } from '../access/index.js';
import { type Connection, connectionType, FieldChange, PageArgs, plainText } from '../kernel/index.js';
import { judged, lists, readConnection, reads } from '../reading/index.js';
import { directory, Station } from '../tenancy/index.js';
import { AuditEntryFilter, SecurityEventFilter } from './audit.input.js';
import { entryList, eventList } from './audit.list.js';
import { actorKind, changesOf, changesSideBySide, sideAsText, stationById } from './audit.reads.js';
import { AuditSeal } from './auditSeal.js';
import { AuditActorKind, AuditEntry } from './entry.js';
import { checkTenant, type SealCheck } from './seal.js';
import { SecurityEvent } from './securityEvent.js';

export const AuditEntryConnection = connectionType('AuditEntry', () => AuditEntry);
export const SecurityEventConnection = connectionType('SecurityEvent', () => SecurityEvent);

/** What a recomputation of the seals found. */
@ObjectType({ description: 'What a recomputation of the county’s seals found （封存校验）.' })
export class AuditCheck {
  @Field(() => Boolean, { description: 'Whether every seal fits its rows and the seal before it （是否完好）.' })
  isIntact!: boolean;

  @Field(() => Int, { description: 'How many rows are under seal （已封存）.' })
  entries!: number;

  @Field(() => Int, { description: 'How many seals there are （封存批次）.' })
  seals!: number;

  @Field(() => Int, { description: 'How many rows wait for the next sealing （待封存）.' })
  unsealed!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The first seal that does not fit, as a sentence; null when all do （首个破损处）.',
  })
  brokenAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Hash of the newest seal; kept elsewhere, it vouches for every row before it （最新封存值）.',
  })
  head!: string | null;
}

/** What was done in the county, by whom, and whether the record of it is whole. */
@Resolver(() => AuditEntry)
export class AuditResolver {
  @Authorized('audit.read')
  @Extensions(reads(lists(entryList)))
  @Query(() => AuditEntryConnection, { description: 'What was changed, newest first （审计记录）. Needs audit.read.' })
  async auditEntries(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('where', () => AuditEntryFilter, { nullable: true, description: 'All conditions together.' })
    where?: AuditEntryFilter,
  ): Promise<Connection<AuditEntry>> {
    const found = await readConnection(await ctx.em(), entryList, askerOf(ctx), { page, where }, info);
    await nameSeals(ctx, found.nodes);
    return found;
  }

  @Authorized('audit.read')
  @Extensions(reads(lists(eventList)))
  @Query(() => SecurityEventConnection, {
    description: 'Sign-ins, their refusals, and acts refused, newest first （安全日志）. Needs audit.read.',
  })
  async securityEvents(
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('where', () => SecurityEventFilter, { nullable: true, description: 'All conditions together.' })
    where?: SecurityEventFilter,
  ): Promise<Connection<SecurityEvent>> {
    return readConnection(await ctx.em(), eventList, askerOf(ctx), { page, where }, info);
  }

  @Authorized('audit.read')
  @Extensions(
    reads(judged('it recomputes every seal of the county, portion by portion, so that none meets the time limit')),
  )
  @Query(() => AuditCheck, {
    description: 'Recomputes the seals of the county’s audit （封存校验）. Needs audit.read for the whole county.',
  })
  async auditCheck(@Ctx() ctx: Context): Promise<AuditCheck> {
    const actor = actorOf(ctx);
    if (reachOf(actor, 'audit.read') !== '*') throw refusal('audit.read', wholeCounty, 'reach');
    const check = await checkTenant(await ctx.em(), actor.tenantId);
    return { ...check, brokenAt: check.broken && brokenSentence(check.broken)[ctx.language] };
  }

  @Extensions(reads(stationById))
  @FieldResolver(() => Station, {
    nullable: true,
    description: 'Where the record stands; null for a record of the whole county （单位）.',
  })
  station(@Root() entry: AuditEntry, @Ctx() ctx: Context): Promise<Station | null> {
    return stationOf(ctx, entry.stationId);
  }

  @Extensions(reads(actorKind))
  @FieldResolver(() => AuditActorKind, { description: 'What kind of actor made it （操作人类别）.' })
  byKind(@Root() entry: AuditEntry): AuditActorKind {
    return entry.actorKind;
  }

  @Extensions(reads(sideAsText('before')))
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The changed fields before, as JSON; null when the record was made （变更前）.',
  })
  before(@Root() entry: AuditEntry): string | null {
    return plainText(entry.before);
  }

  @Extensions(reads(sideAsText('after')))
  @FieldResolver(() => String, {
    nullable: true,
    description: 'The changed fields after, as JSON; null when the record was removed （变更后）.',
  })
  after(@Root() entry: AuditEntry): string | null {
    return plainText(entry.after);
  }

  @Extensions(reads(changesSideBySide))
  @FieldResolver(() => [FieldChange], {
    description: 'Each changed field before and after, personal data masked （变化明细）.',
  })
  async changes(
    @Root() entry: AuditEntry,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FieldChange[]> {
    const tree = await directory(ctx);
    return changesOf(entry, info.schema, (id) => tree.get(id)?.name);
  }
}

/** Where an event's account works. */
@Resolver(() => SecurityEvent)
export class SecurityEventResolver {
  @Extensions(reads(stationById))
  @FieldResolver(() => Station, { nullable: true, description: 'Where the person works; null when unknown （单位）.' })
  station(@Root() event: SecurityEvent, @Ctx() ctx: Context): Promise<Station | null> {
    return stationOf(ctx, event.stationId);
  }
}

const wholeCounty = {
  zh: '校验封存须有全县的审计查看权限。',
  en: 'Checking the seals takes the right to read the audit of the whole county.',
};

async function stationOf(ctx: Context, id: string | null): Promise<Station | null> {
  return id === null ? null : ((await directory(ctx)).get(id)?.station ?? null);
}

/** Tells each row of a page which seal covers it, with one look at the seals. */
async function nameSeals(ctx: Context, entries: readonly AuditEntry[]): Promise<void> {
  const [newest, oldest] = [entries.at(0), entries.at(-1)];
  if (!newest || !oldest) return;
  const { tenantId } = newest;
  const seals = await (await ctx.em()).find(AuditSeal, {
    tenantId,
    upto: { $gte: oldest.seq },
    above: { $lt: newest.seq },
  });
  for (const entry of entries) entry.sealNo = seals.find((s) => s.above < entry.seq && entry.seq <= s.upto)?.no ?? null;
}

function brokenSentence({ no, sealedAt, why }: NonNullable<SealCheck['broken']>) {
  const at = sealedAt.toISOString();
  return {
    MISSING: { zh: `第 ${no} 号封存不见了。`, en: `Seal ${no} is missing.` },
    CHAIN: {
      zh: `第 ${no} 号封存（${at}）与前一号不相接。`,
      en: `Seal ${no} (${at}) does not follow from the seal before it.`,
    },
    ROWS: {
      zh: `第 ${no} 号封存（${at}）内的记录被改动过。`,
      en: `Rows under seal ${no} (${at}) have been changed, added or removed.`,
    },
  }[why];
}
