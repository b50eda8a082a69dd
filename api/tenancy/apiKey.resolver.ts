import { Arg, Authorized, Ctx, Extensions, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../access/index.js';
import { attempt, type PayloadOf, payloadType } from '../kernel/index.js';
import { reads, rows } from '../reading/index.js';
import { ApiKey, ApiKeyCreateInput, ApiKeyCreatePayload, isWithinReach, keysOfCounty } from './apiKey.js';
import { createApiKey, listApiKeys, revokeApiKey } from './apiKey.service.js';

const newestFirst = [
  ['createdAt', 'desc'],
  ['id', 'desc'],
] as const;

const Revoked = payloadType('ApiKeyRevoke', 'apiKey', () => ApiKey);

/** Partner keys: made, shown once, looked through, revoked. */
@Resolver(() => ApiKey)
export class ApiKeyResolver {
  @Authorized('apiKey.edit')
  @Extensions(reads(rows(() => keysOfCounty, isWithinReach, newestFirst)))
  @Query(() => [ApiKey], { description: 'The county’s partner keys, newest first （接口密钥）. Needs apiKey.edit.' })
  apiKeys(@Ctx() ctx: Context): Promise<ApiKey[]> {
    return listApiKeys(ctx);
  }

  @Authorized('apiKey.edit')
  @Mutation(() => ApiKeyCreatePayload, {
    description: 'Makes a partner key and shows it once （新建密钥）. Needs apiKey.edit at each of its stations.',
  })
  async apiKeyCreate(
    @Ctx() ctx: Context,
    @Arg('input', () => ApiKeyCreateInput, { description: 'The new key.' }) input: ApiKeyCreateInput,
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description: 'The same key with the same input answers the same partner key, without its secret.',
    })
    key?: string,
  ): Promise<ApiKeyCreatePayload> {
    const { apiKey: made, errors } = await attempt(ctx, 'apiKey', () => createApiKey(ctx, input, key));
    return { apiKey: made?.apiKey ?? null, secret: made?.secret ?? null, errors };
  }

  @Authorized('apiKey.edit')
  @Mutation(() => Revoked, {
    description: 'Revokes a partner key; it is refused from its next request on （吊销密钥）. Needs apiKey.edit.',
  })
  apiKeyRevoke(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The key.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that was looked at.' }) version: number,
    @Arg('reason', () => String, { description: 'Why, at most 200 characters （事由）.' }) reason: string,
  ): Promise<PayloadOf<'apiKey', ApiKey>> {
    return attempt(ctx, 'apiKey', () => revokeApiKey(ctx, id, version, reason));
  }
}
