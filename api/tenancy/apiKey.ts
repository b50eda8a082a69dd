import { Extensions, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, type Day, Node, UserError, VersionedRecord } from '../kernel/index.js';
import { many, type Relation, type Row, reads, type Sql, sql } from '../reading/index.js';
import { Station } from './station.js';

/** What a partner's system may read; the policies say which permissions each scope holds. */
export enum ApiKeyScope {
  STATIONS = 'STATIONS',
  TRAINING = 'TRAINING',
  JOBS = 'JOBS',
  INDUSTRY = 'INDUSTRY',
  REPORTS = 'REPORTS',
}

registerEnumType(ApiKeyScope, {
  name: 'ApiKeyScope',
  description: 'What a partner key may read （密钥范围）.',
  valuesConfig: {
    STATIONS: { description: 'The stations it reaches （阵地）.' },
    TRAINING: { description: 'Training programmes （培训）.' },
    JOBS: { description: 'Job programmes （就业）.' },
    INDUSTRY: { description: 'Industry programmes （产业）.' },
    REPORTS: { description: 'Reports over its stations （报表）.' },
  },
});

/** The county's keys as rows. */
export const keysOfCounty: Relation = {
  from: ({ tenant }) => sql`gate.api_key_list(${tenant})`,
  columns: {
    id: 'id',
    name: 'name',
    prefix: 'prefix',
    scopes: 'scopes',
    stationIds: 'stations',
    expiresOn: 'expires_on',
    budgetPerMinute: 'budget_per_minute',
    lastUsedAt: 'last_used_at',
    revokedAt: 'revoked_at',
    revokedReason: 'revoked_reason',
    createdBy: 'created_by',
    version: 'version',
    createdAt: 'created_at',
  },
};

/** Whether all the stations of a key lie where `apiKey.edit` is held. */
export function isWithinReach(key: Row): Sql {
  const reach = key.scope.reachOf('apiKey.edit');
  if (reach === '*') return sql`true`;
  return reach === 'nowhere' ? sql`false` : sql`${key.column('stationIds')} <@ ${reach}`;
}

function isReached(station: Row, key: Row): Sql {
  return sql`${station.column('id')} = any(${key.column('stationIds')})`;
}

/** A partner's key without its secret, of which only the hash is kept; it has no table that the application can read. */
@ObjectType({
  implements: [Node, VersionedRecord],
  description: 'A key with which a partner’s system reads over GraphQL （接口密钥）.',
})
export class ApiKey extends VersionedRecord {
  @Field(() => String, { description: 'Who uses it, in the county’s words （名称）.' })
  name!: string;

  @Field(() => String, { description: 'How the key begins, to tell keys apart; such as `lx_k7f3m2qa` （前缀）.' })
  prefix!: string;

  @Field(() => [ApiKeyScope], { description: 'What it may read （范围）.' })
  scopes!: ApiKeyScope[];

  @Extensions(reads(many(() => Station, isReached, [['id', 'asc']])))
  @Field(() => [Station], { description: 'The stations it reaches, each with everything below （单位）.' })
  stations!: Station[];

  @Field(() => DateScalar, { description: 'The last day on which it works （到期日）.' })
  expiresOn!: Day;

  @Field(() => Int, {
    description:
      'Points a minute: one for a request, and one more for each further 500 records it may read （每分钟额度）.',
  })
  budgetPerMinute!: number;

  @Field(() => Date, { nullable: true, description: 'When it was last used, to half a minute （最近使用）.' })
  lastUsedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was revoked; null while it is in force （吊销时间）.' })
  revokedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was revoked （吊销事由）.' })
  revokedReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Account that made it （创建人）.' })
  createdBy!: string | null;
}

/** What a new key may do. */
@InputType({ description: 'A new partner key.' })
export class ApiKeyCreateInput {
  @Field(() => String, { description: 'Who will use it, at most 60 characters （名称）.' })
  name!: string;

  @Field(() => [ApiKeyScope], { description: 'What it may read; at least one （范围）.' })
  scopes!: ApiKeyScope[];

  @Field(() => [ID], { description: 'Stations it reaches with everything below; at least one （单位）.' })
  stationIds!: string[];

  @Field(() => DateScalar, { description: 'The last day on which it works, at most two years ahead （到期日）.' })
  expiresOn!: Day;

  @Field(() => Int, { nullable: true, description: 'Points a minute, 1 to 6,000; 60 when left out （每分钟额度）.' })
  budgetPerMinute?: number | null;
}

/** The answer to apiKeyCreate. */
@ObjectType({ description: 'The answer to apiKeyCreate.' })
export class ApiKeyCreatePayload {
  @Field(() => ApiKey, { nullable: true, description: 'The key as it is now; null when there are errors.' })
  apiKey!: ApiKey | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key itself, shown this once; null when the same create comes again （密钥）.',
  })
  secret!: string | null;

  @Field(() => [UserError], { description: 'What the asker can put right; empty when it was done.' })
  errors!: UserError[];
}
