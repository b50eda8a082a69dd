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
import type { Context } from '../access/index.js';
import { attempt, UserError } from '../kernel/index.js';
import { type Row, reads, rows, sql } from '../reading/index.js';
import { openCounty } from './county.service.js';
import { Tenant } from './tenant.js';

/** Number 0 is the platform itself. */
function isCounty(tenant: Row) {
  return sql`${tenant.column('id')} > 0`;
}

/** A county to be opened. */
@InputType({ description: 'A county to be opened from the national place codes, with its townships.' })
export class TenantCreateInput {
  @Field(() => String, { description: 'National code of six digits （行政区划代码）.' })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Practice label, such as 新时代文明实践; left out in a county without one （实践称谓）.',
  })
  practiceLabel?: string | null;

  @Field(() => String, { description: 'Account of its first administrator, the part before the @ （管理员账号）.' })
  adminAccount!: string;

  @Field(() => String, { description: 'Name of its first administrator （管理员姓名）.' })
  adminName!: string;
}

/** A county, with its first administrator’s password shown this once. */
@ObjectType({ description: 'The answer to tenantCreate.' })
export class TenantCreatePayload {
  @Field(() => Tenant, { nullable: true, description: 'The county; null when there are errors.' })
  tenant!: Tenant | null;

  @Field(() => String, { nullable: true, description: 'Account of the first administrator （管理员账号）.' })
  account!: string | null;

  @Field(() => String, { nullable: true, description: 'Their first password, shown this once （初始密码）.' })
  password!: string | null;

  @Field(() => [UserError], { description: 'What the asker can put right.' })
  errors!: UserError[];
}

/** The counties of the platform: for operators, who see nothing inside them. */
@Resolver(() => Tenant)
export class TenantResolver {
  @Authorized('tenant.read')
  @Extensions(reads(rows(() => Tenant, isCounty, [['code', 'asc']])))
  @Query(() => [Tenant], { description: 'Every county of this installation, by code （各县）. Needs tenant.read.' })
  async tenants(@Ctx() ctx: Context): Promise<Tenant[]> {
    return (await ctx.em()).find(Tenant, { id: { $gt: 0 } }, { orderBy: { code: 'asc' } });
  }

  @Authorized('tenant.create')
  @Mutation(() => TenantCreatePayload, {
    description:
      'Opens a county from the national place codes and enters its first administrator （开通县）. Needs tenant.create.',
  })
  async tenantCreate(
    @Ctx() ctx: Context,
    @Arg('input', () => TenantCreateInput, { description: 'The county.' }) input: TenantCreateInput,
  ): Promise<TenantCreatePayload> {
    const { opened, errors } = await attempt(ctx, 'opened', () => openCounty(ctx, input));
    return {
      tenant: opened?.tenant ?? null,
      account: opened?.account ?? null,
      password: opened?.password ?? null,
      errors,
    };
  }
}
