import type { FilterQuery } from '@mikro-orm/core';
import { Field, ID, InputType } from 'type-graphql';
import type { Reach, SecurityKind } from '../access/index.js';
import { addDays, badInput, DayFilter, TextFilter } from '../kernel/index.js';
import type { AuditEntry } from './entry.js';
import { type SecurityEvent, SecurityEventKind } from './securityEvent.js';

/** Which changes; all conditions together. */
@InputType({ description: 'Which changes; all conditions together.' })
export class AuditEntryFilter {
  @Field(() => TextFilter, { nullable: true, description: 'By act, such as `stationMove` （操作）.' })
  act?: TextFilter | null;

  @Field(() => TextFilter, { nullable: true, description: 'By type of record, such as `Station` （对象）.' })
  record?: TextFilter | null;

  @Field(() => ID, { nullable: true, description: 'The changes of one record （对象编号）.' })
  recordId?: string | null;

  @Field(() => String, { nullable: true, description: 'The account that made them, or its beginning （操作人）.' })
  by?: string | null;

  @Field(() => DayFilter, { nullable: true, description: 'Days of the county （日期）.' })
  at?: DayFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;
}

/** Any of several kinds of event. */
@InputType({ description: 'Any of several kinds of event.' })
export class SecurityEventKindFilter {
  @Field(() => [SecurityEventKind], { nullable: true, description: 'Any of these.' })
  in?: SecurityKind[] | null;
}

/** Which events; all conditions together. */
@InputType({ description: 'Which events of the security log; all conditions together.' })
export class SecurityEventFilter {
  @Field(() => SecurityEventKindFilter, { nullable: true, description: 'By kind （类型）.' })
  kind?: SecurityEventKindFilter | null;

  @Field(() => String, { nullable: true, description: 'The account concerned, or its beginning （账号）.' })
  account?: string | null;

  @Field(() => DayFilter, { nullable: true, description: 'Days of the county （日期）.' })
  at?: DayFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;
}

/** The conditions of a list of changes within a reach; rows without a station are the whole county's to read. */
export function entryConditions(where: AuditEntryFilter, reach: Reach): FilterQuery<AuditEntry>[] {
  return [
    ...at(reach),
    ...text('act', where.act),
    ...text('record', where.record),
    ...(where.recordId ? [{ recordId: where.recordId }] : []),
    ...(where.by ? [beginning('account', where.by)] : []),
    ...days(where.at),
  ] as FilterQuery<AuditEntry>[];
}

/** The conditions of a list of events within a reach. */
export function eventConditions(where: SecurityEventFilter, reach: Reach): FilterQuery<SecurityEvent>[] {
  return [
    ...at(reach),
    ...(where.kind?.in ? [{ kind: { $in: where.kind.in } }] : []),
    ...(where.account ? [beginning('account', where.account)] : []),
    ...days(where.at),
  ] as FilterQuery<SecurityEvent>[];
}

function at(reach: Reach): object[] {
  return reach === '*' ? [] : [{ stationId: { $in: [...reach] } }];
}

function text(property: string, filter: TextFilter | null | undefined): object[] {
  if (filter?.in && filter.in.length > 100)
    throw badInput({ zh: '最多列出 100 个值。', en: 'At most 100 values.' }, ['where', property, 'in']);
  return [
    ...(filter?.in ? [{ [property]: { $in: filter.in } }] : []),
    ...(filter?.startsWith ? [beginning(property, filter.startsWith)] : []),
  ];
}

/** The columns compare by bytes, so a range is a beginning, and an index serves it under row security. */
function beginning(property: string, start: string): object {
  if (start.length > 80) throw badInput({ zh: '最多 80 个字符。', en: 'At most 80 characters.' }, ['where', property]);
  return { [property]: { $gte: start, $lt: `${start}\u{10FFFF}` } };
}

/** Days begin at midnight in Shanghai. */
function days(filter: DayFilter | null | undefined): object[] {
  const start = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
  return [
    ...(filter?.from ? [{ at: { $gte: start(filter.from) } }] : []),
    ...(filter?.to ? [{ at: { $lt: start(addDays(filter.to, 1)) } }] : []),
  ];
}
