import type { IncomingHttpHeaders } from 'node:http';

/** Who asks, as a deployment would know it from its own session store; peers are spared the look-up that Lianxin makes. */
export interface Scope {
  tenantId: number;
  stations: '*' | string[];
  userId: string;
  account: string;
  name: string;
}

/** By the part of the session token before its dot. */
export type Scopes = Readonly<Record<string, Scope>>;

export function scopesFromEnvironment(): Scopes {
  return JSON.parse(process.env.BENCH_SCOPES ?? '{}') as Scopes;
}

/** The scope of a request by its cookie; a stranger gets none. */
export function scopeOfRequest(scopes: Scopes, headers: IncomingHttpHeaders): Scope {
  const who = /lianxin=([a-z0-9]+)\./.exec(headers.cookie ?? '')?.[1] ?? '';
  const scope = scopes[who];
  if (!scope) throw new Error('Nobody asks.');
  return scope;
}

/** The context of row security as literal statements, as the product sends it; the scopes come from the bench, not from a request. */
export function contextOf({ tenantId, stations }: Scope): string {
  const reach = stations === '*' ? '*' : stations.join(',');
  return `set local app.tenant = '${tenantId}'; set local app.stations = '${reach}'; set local app.platform = 'off'`;
}

/** The county's day, as the product counts it. */
export { today } from '../../../api/kernel/day.js';
