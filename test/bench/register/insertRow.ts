import { v7 as newId } from 'uuid';
import type { Scope } from '../peers/scope.js';
import { insertValues } from './statements.js';

type Input = Record<string, unknown>;

/** The values of an insert in the order of `insertValues`; ids are made here, as the product makes them. */
export function insertRow(scope: Scope, input: Input, day: string): unknown[] {
  const row: Input = {
    ...input,
    tenant: scope.tenantId,
    record: newId(),
    place: newId(),
    author: scope.userId,
    account: scope.account,
    day,
    request: newId(),
  };
  return insertValues.map((declared) => row[declared.split(' ')[0] ?? '']);
}
