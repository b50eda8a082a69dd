import { v7 as newId } from 'uuid';
import { pinyinOf } from '../../../api/kernel/pinyin.js';
import type { Scope } from '../peers/scope.js';
import { insertValues } from './statements.js';

type Input = Record<string, unknown>;

/** The values of an insert in the order of `insertValues`; ids and pinyin are made here, as the product makes them. */
export function insertRow(scope: Scope, input: Input, day: string): unknown[] {
  const title = String(input.title);
  const row: Input = {
    ...input,
    ...pinyinOf(title),
    tenant: scope.tenantId,
    record: newId(),
    step: newId(),
    revision: newId(),
    author: scope.userId,
    account: scope.account,
    author_name: scope.name,
    day,
    request: newId(),
  };
  return insertValues.map((declared) => row[declared.split(' ')[0] ?? '']);
}
