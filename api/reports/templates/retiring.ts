import {
  type Context,
  hold,
  type Permission,
  type RecordResolver,
  takesId,
  takesReason,
  takesVersion,
} from '../../access/index.js';
import { Check, ErrorCode, type Message, mistake } from '../../kernel/index.js';
import type { List } from '../../reading/index.js';
import type { ReportTemplate } from './reportTemplate.js';

/** A kind of template, as its acts name it. */
export interface TemplateKind<T extends ReportTemplate> {
  /** Its noun in GraphQL, such as `brief`. */
  name: string;
  list: List<T>;
  permission: Permission;
  says: Message;
}

/** Adds the two acts by which a template leaves use and comes back into it. */
export function retiring<T extends ReportTemplate>(resolver: RecordResolver<T>, kind: TemplateKind<T>): void {
  const { name, permission, says } = kind;
  resolver
    .act({
      name: `${name}Retire`,
      permission,
      says: `Retires a ${says.en}: it is no longer offered nor changed, and can still be read （停用${says.zh}）.`,
      takes: { id: takesId, version: takesVersion, reason: takesReason },
      run: (ctx, { id, version, reason }) => retire(ctx, kind, { id, version }, reason),
    })
    .act({
      name: `${name}Reinstate`,
      permission,
      says: `Takes a retired ${says.en} into use again （恢复使用${says.zh}）.`,
      takes: { id: takesId, version: takesVersion },
      run: (ctx, { id, version }) => reinstate(ctx, kind, { id, version }),
    });
}

interface Seen {
  id: string;
  version: number;
}

async function retire<T extends ReportTemplate>(
  ctx: Context,
  kind: TemplateKind<T>,
  seen: Seen,
  given: string,
): Promise<T> {
  const check = new Check(null);
  const reason = check.text('reason', given, 500);
  check.done();
  const found = await holdInUse(ctx, kind, seen);
  Object.assign(found, { retiredOn: ctx.today, retiredBecause: reason });
  return kept(ctx, found, { act: `${kind.name}Retire`, reason });
}

async function reinstate<T extends ReportTemplate>(ctx: Context, kind: TemplateKind<T>, seen: Seen): Promise<T> {
  const found = await hold(ctx, kind.list, { ...seen, says: kind.says, permission: kind.permission });
  if (!found.retiredOn)
    throw mistake(null, ErrorCode.WRONG_STATE, {
      zh: `${kind.says.zh}没有停用。`,
      en: `The ${kind.says.en} is in use.`,
    });
  Object.assign(found, { retiredOn: null, retiredBecause: null });
  return kept(ctx, found, { act: `${kind.name}Reinstate` });
}

async function kept<T>(ctx: Context, found: T, note: { act: string; reason?: string }): Promise<T> {
  ctx.note(note);
  await (await ctx.em()).flush();
  return found;
}

/** A template in hand to be written anew: in use, and in the version that was seen. */
export async function holdInUse<T extends ReportTemplate>(ctx: Context, kind: TemplateKind<T>, seen: Seen): Promise<T> {
  const found = await hold(ctx, kind.list, { ...seen, says: kind.says, permission: kind.permission });
  demandInUse(found, kind.says);
  return found;
}

function demandInUse({ retiredOn }: ReportTemplate, says: Message): void {
  if (retiredOn === null) return;
  throw mistake(null, ErrorCode.WRONG_STATE, {
    zh: `${says.zh}已于 ${retiredOn} 停用；要修改请先恢复使用。`,
    en: `The ${says.en} was retired on ${retiredOn}; take it into use again before you change it.`,
  });
}
