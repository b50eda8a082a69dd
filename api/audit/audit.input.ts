import { Field, ID, InputType } from 'type-graphql';
import type { SecurityKind } from '../access/index.js';
import { DayFilter, TextFilter } from '../kernel/index.js';
import { SecurityEventKind } from './securityEvent.js';

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
