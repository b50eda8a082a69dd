import { registerEnumType } from 'type-graphql';
import { forbidden, type Message } from '../kernel/index.js';
import { type Actor, type Decision, reaches } from './actor.js';
import { type Role, roles } from './roles.js';

/** `<area>.<act>`; every one is declared once in its area's policy table. */
export type Permission = `${string}.${string}`;

/** What rules look at in a record: where it stands, and whatever else the area's own rules need. */
export interface Ruled {
  stationId: string;
}

/** A rule beyond role and station. It answers null, or the sentence that refuses. */
export interface Rule<R extends Ruled = Ruled> {
  name: string;
  refuses(actor: Actor, record: R): Message | null;
}

/** One line of a policy table: what it lets people do, which roles hold it, and the rules that still may refuse. */
export interface PermissionFacts<R extends Ruled = Ruled> {
  says: Message;
  roles: readonly Role[];
  rules?: readonly Rule<R>[];
  /** People who hold it anywhere read the whole county by it; a partner key only where it reaches. */
  isCountyWide?: boolean;
  /** Scopes of partner keys that hold it. */
  scopes?: readonly string[];
}

const declared = new Map<Permission, PermissionFacts>();
const enumValues: Record<string, Permission> = {};
const enumConfig: Record<string, { description: string }> = {};

/** Declares an area's permissions; called once by the area's policy.ts. */
export function policy<R extends Ruled = Ruled>(table: Readonly<Record<Permission, PermissionFacts<R>>>): void {
  for (const [permission, facts] of Object.entries(table) as [Permission, PermissionFacts<R>][]) {
    if (declared.has(permission)) throw new Error(`Permission ${permission} is declared twice.`);
    declared.set(permission, facts as unknown as PermissionFacts);
    const value = enumName(permission);
    enumValues[value] = permission;
    enumConfig[value] = { description: `To ${facts.says.en} （${facts.says.zh}）.` };
  }
}

/** `training.edit` -> `TRAINING_EDIT`, `apiKey.edit` -> `API_KEY_EDIT`. */
export function enumName(permission: Permission): string {
  return permission
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace('.', '_')
    .toUpperCase();
}

registerEnumType(enumValues, {
  name: 'Permission',
  description: 'Something that a grant may allow （权限）. Which roles hold which is the policy table of each area.',
  valuesConfig: enumConfig,
});

/** The GraphQL enum of all permissions; its values are filled by the areas' policies before the schema is built. */
export const PermissionEnum = enumValues;

/** Every permission with its facts, in order of declaration. */
export function allPermissions(): ReadonlyMap<Permission, PermissionFacts> {
  return declared;
}

/** The permissions that a role holds. */
export function permissionsOfRole(role: Role): ReadonlySet<Permission> {
  return new Set([...declared].filter(([, facts]) => facts.roles.includes(role)).map(([permission]) => permission));
}

/** The permissions that a partner key's scopes hold. */
export function permissionsOfScopes(scopes: readonly string[]): ReadonlySet<Permission> {
  return new Set(
    [...declared]
      .filter(([, facts]) => facts.scopes?.some((s) => scopes.includes(s)))
      .map(([permission]) => permission),
  );
}

/** Whether a permission has rules beyond role and station, so that what they look at has to be gathered. */
export function hasRules(permission: Permission): boolean {
  return (declared.get(permission)?.rules?.length ?? 0) > 0;
}

/** Who can give a permission: the roles that may grant a role which holds it. */
export function givers(permission: Permission): Role[] {
  const holders = declared.get(permission)?.roles ?? [];
  return (Object.keys(roles) as Role[]).filter((giver) => roles[giver].grants.some((role) => holders.includes(role)));
}

/** The second lock: may this actor do this to this record? Role and station first, then the rules of the permission. */
export function can<R extends Ruled>(actor: Actor, permission: Permission, record: R): Decision {
  const facts = declared.get(permission);
  if (!facts) throw new Error(`Permission ${permission} is not declared by any policy.`);
  const holding = actor.holdings.find((h) => h.permissions.has(permission) && reaches(h.reach, record.stationId));
  if (!holding) return { isAllowed: false, rule: 'reach', says: missingHere(facts) };
  for (const rule of facts.rules ?? []) {
    const says = (rule as Rule<R>).refuses(actor, record);
    if (says) return { isAllowed: false, rule: rule.name, says };
  }
  return { isAllowed: true, by: holding };
}

/** As `can`, but throws FORBIDDEN with the reason. */
export function demand<R extends Ruled>(actor: Actor, permission: Permission, record: R): void {
  const decision = can(actor, permission, record);
  if (!decision.isAllowed) throw refusal(permission, decision.says, decision.rule);
}

/** FORBIDDEN with what is missing and who could give it. */
export function refusal(permission: Permission, says: Message, rule: string): Error {
  const missing = { permission: enumName(permission), canBeGivenBy: givers(permission) };
  return forbidden(says, { reason: rule, missing });
}

/** The sentence for "you hold this nowhere, or not here". */
export function missingHere(facts: PermissionFacts): Message {
  const holders = facts.roles.map((role) => roles[role].says);
  return {
    zh: `您在此处没有“${facts.says.zh}”的权限；担任${holders.map((h) => h.zh).join('、')}者才有。`,
    en: `You may not ${facts.says.en} here; it takes one of: ${holders.map((h) => h.en).join(', ')}.`,
  };
}
