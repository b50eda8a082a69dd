import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role } from '../access/index.js';
import { type Day, newId, pinyinOfPerson } from '../kernel/index.js';
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

/** Enters a person and the account they sign in with, in the same transaction. */
export async function enterPerson(em: EntityManager, person: NewPerson): Promise<User> {
  const { tenantId, account, name, station } = person;
  const user = em.create(User, {
    tenantId,
    id: newId(),
    account,
    name,
    station,
    isDisabled: false,
    ...pinyinOfPerson(name),
  });
  await em.flush();
  await em.execute('select gate.account_create(?, ?, ?, ?, ?)', [
    tenantId,
    user.id,
    account,
    person.passwordHash,
    person.mustChange,
  ]);
  return user;
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
