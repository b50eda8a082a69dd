import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '../access/index.js';
import { type Day, type Message, newId, pinyinOfPerson } from '../kernel/index.js';
import { Grant } from './grant.js';
import type { Station } from './station.js';
import { User } from './user.js';

/** A person to be entered, with what they will sign in with. */
export interface NewPerson {
  tenantId: number;
  /** Whole account, `name@620981`. */
  account: string;
  name: string;
  station: Station | null;
  passwordHash: string;
  mustChange: boolean;
}

const localName = /^[a-z][a-z0-9._-]{1,29}$/;

/** Whether a text can be the part of an account before the @. */
export function isLocalName(text: string): boolean {
  return localName.test(text);
}

/** What the part of an account before the @ may be, in words. */
export const localNameRule: Message = {
  zh: '以字母开头，只含小写字母、数字、点、横线，2 至 30 个字符。',
  en: 'Begins with a letter; lower-case letters, digits, dots and dashes only; 2 to 30 characters.',
};

/** Enters a person and the account they sign in with, in the same transaction. */
export async function enterPerson(em: EntityManager, person: NewPerson): Promise<User> {
  const [user] = await enterPeople(em, [person]);
  return user as User;
}

/** Enters many people at once, in the order given. */
export async function enterPeople(em: EntityManager, people: readonly NewPerson[]): Promise<User[]> {
  const users = people.map(({ tenantId, account, name, station }) =>
    em.create(User, { tenantId, id: newId(), account, name, station, isDisabled: false, ...pinyinOfPerson(name) }),
  );
  await em.flush();
  for (const [index, { tenantId, account, passwordHash, mustChange }] of people.entries()) {
    const values = [tenantId, users[index]?.id, account, passwordHash, mustChange];
    await em.execute('select gate.account_create(?, ?, ?, ?, ?)', values);
  }
  return users;
}

/** A role to be given. */
export interface NewGrant {
  user: User;
  role: Role;
  station: Station | null;
  validFrom: Day;
  validTo: Day | null;
  reason: string | null;
  grantedBy: string;
}

/** Gives a role; whether it may be given is the service's question. */
export function enterGrant(em: EntityManager, grant: NewGrant): Grant {
  return em.create(Grant, { tenantId: grant.user.tenantId, id: newId(), ...grant });
}
