import { type Actor, actorOf, type Context, idempotent, reaches, reachOf, tokenHash } from '../access/index.js';
import { addDays, Check, ErrorCode, mistake, newId, notFound, stale } from '../kernel/index.js';
import { newKeyText, prefixOf } from './apiKey.actor.js';
import { ApiKey, type ApiKeyCreateInput, type ApiKeyScope } from './apiKey.js';
import { type Directory, directory } from './directory.js';

const mostDays = 731;
const mostBudget = 6_000;
const usualBudget = 60;

interface Row {
  id: string;
  name: string;
  prefix: string;
  scopes: ApiKeyScope[];
  stations: string[];
  expires_on: string;
  budget_per_minute: number;
  last_used_at: string | Date | null;
  revoked_at: string | Date | null;
  revoked_reason: string | null;
  created_by: string | null;
  version: number;
  created_at: string | Date;
}

/** The county's keys that stand within the asker's reach, newest first. */
export async function listApiKeys(ctx: Context): Promise<ApiKey[]> {
  const actor = actorOf(ctx);
  const rows = (await (await ctx.em()).execute('select * from gate.api_key_list(?)', [actor.tenantId])) as Row[];
  const tree = await directory(ctx);
  const reach = reachOf(actor, 'apiKey.edit');
  return rows
    .filter((row) => row.stations.every((id) => reaches(reach, id)))
    .map((row) => keyOf(row, actor.tenantId, tree));
}

async function findApiKey(ctx: Context, id: string): Promise<ApiKey> {
  const found = (await listApiKeys(ctx)).find((key) => key.id === id);
  if (!found) throw notFound({ zh: '接口密钥', en: 'partner key' });
  return found;
}

function keyOf(row: Row, tenantId: number, tree: Directory): ApiKey {
  return Object.assign(new ApiKey(), {
    tenantId,
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    stations: row.stations.map((id) => tree.need(id).station),
    expiresOn: row.expires_on,
    budgetPerMinute: row.budget_per_minute,
    lastUsedAt: instant(row.last_used_at),
    revokedAt: instant(row.revoked_at),
    revokedReason: row.revoked_reason,
    createdBy: row.created_by,
    version: row.version,
    createdAt: instant(row.created_at),
  });
}

function instant(value: string | Date | null): Date | null {
  return value === null ? null : new Date(value);
}

/** What the audit keeps of a key: nothing of its text but the beginning. */
function facts(key: ApiKey): Record<string, unknown> {
  const { name, prefix, scopes, expiresOn, budgetPerMinute, revokedAt, version } = key;
  return {
    name,
    prefix,
    scopes,
    stations: key.stations.map((s) => s.code),
    expiresOn,
    budgetPerMinute,
    revokedAt,
    version,
  };
}

/** Makes a key. Its text is answered once and nowhere stored; the same create again answers the key without it. */
export async function createApiKey(
  ctx: Context,
  input: ApiKeyCreateInput,
  key?: string | null,
): Promise<{ apiKey: ApiKey; secret: string | null }> {
  let secret: string | null = null;
  const made = await idempotent(ctx, {
    key,
    act: 'apiKeyCreate',
    input,
    make: async () => {
      secret = newKeyText();
      return makeApiKey(ctx, input, secret);
    },
    find: (id) => findApiKey(ctx, id),
  });
  return { apiKey: made, secret };
}

async function makeApiKey(ctx: Context, input: ApiKeyCreateInput, secret: string): Promise<ApiKey> {
  const actor = actorOf(ctx);
  const { name, scopes, stationIds, budget } = await checked(ctx, actor, input);
  const em = await ctx.em();
  const id = newId();
  ctx.note({ act: 'apiKeyCreate' });
  await em.execute('select gate.api_key_create(?, ?, ?, ?, ?, ?::text[], ?::date, ?, ?, ?::uuid[])', [
    actor.tenantId,
    id,
    name,
    prefixOf(secret),
    tokenHash(secret),
    `{${scopes.join(',')}}`,
    input.expiresOn,
    budget,
    actor.account,
    `{${stationIds.join(',')}}`,
  ]);
  const made = await findApiKey(ctx, id);
  await ctx.wrote({
    record: 'ApiKey',
    recordId: id,
    stationId: stationIds[0] ?? null,
    before: null,
    after: facts(made),
  });
  return made;
}

async function checked(ctx: Context, actor: Actor, input: ApiKeyCreateInput) {
  const check = new Check();
  const name = check.text('name', input.name, 60);
  const scopes = [...new Set(input.scopes)];
  const stationIds = [...new Set(input.stationIds)];
  const tree = await directory(ctx);
  const reach = reachOf(actor, 'apiKey.edit');
  const budget = input.budgetPerMinute ?? usualBudget;
  check
    .that(scopes.length > 0, 'scopes', ErrorCode.REQUIRED, {
      zh: '请至少选一个范围。',
      en: 'Choose at least one scope.',
    })
    .that(stationIds.length > 0, 'stationIds', ErrorCode.REQUIRED, {
      zh: '请至少选一个单位。',
      en: 'Choose at least one station.',
    })
    .that(stationIds.length <= 100, 'stationIds', ErrorCode.TOO_LONG, {
      zh: '一个密钥最多 100 个单位。',
      en: 'A key reaches at most 100 stations.',
    })
    .that(
      stationIds.every((id) => tree.get(id)?.isOpen && reaches(reach, id)),
      'stationIds',
      ErrorCode.NOT_FOUND,
      { zh: '有的单位不存在，或不在您管理密钥的范围内。', en: 'A station does not exist, or lies outside your reach.' },
    )
    .that(
      input.expiresOn >= ctx.today && input.expiresOn <= addDays(ctx.today, mostDays),
      'expiresOn',
      ErrorCode.OUT_OF_RANGE,
      {
        zh: '到期日须在今天到两年之内。',
        en: 'The last day must be between today and two years ahead.',
      },
    )
    .range('budgetPerMinute', budget, 1, mostBudget)
    .done();
  return { name, scopes, stationIds, budget };
}

/** Revokes a key from the version that was looked at; it is refused from its next request on. */
export async function revokeApiKey(ctx: Context, id: string, version: number, reason: string): Promise<ApiKey> {
  const why = reasonOf(reason);
  const before = await findApiKey(ctx, id);
  if (before.version !== version) throw stale(before.version);
  if (before.revokedAt) {
    throw mistake(null, ErrorCode.WRONG_STATE, { zh: '这个密钥已经吊销。', en: 'This key was revoked already.' });
  }
  const em = await ctx.em();
  ctx.note({ act: 'apiKeyRevoke', reason: why });
  const [row] = (await em.execute('select gate.api_key_revoke(?, ?, ?, ?) as done', [
    before.tenantId,
    id,
    version,
    why,
  ])) as { done: number }[];
  if (row?.done !== 1) throw stale(version + 1);
  const after = await findApiKey(ctx, id);
  await ctx.wrote({
    record: 'ApiKey',
    recordId: id,
    stationId: after.stations[0]?.id ?? null,
    before: facts(before),
    after: facts(after),
  });
  return after;
}

function reasonOf(text: string): string {
  const reason = text.trim();
  if (reason === '')
    throw mistake(['reason'], ErrorCode.REQUIRED, { zh: '请写明事由。', en: 'Please give the reason.' });
  if ([...reason].length > 200) {
    throw mistake(['reason'], ErrorCode.TOO_LONG, { zh: '最多 200 个字。', en: 'At most 200 characters.' });
  }
  return reason;
}
