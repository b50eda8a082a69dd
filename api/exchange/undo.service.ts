import { ForeignKeyConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../access/index.js';
import {
  Household,
  HouseholdPlace,
  HouseholdStatus,
  Membership,
  nameOf,
  numbersOf,
  Person,
} from '../households/index.js';
import { Check, ErrorCode, type Message, mistake } from '../kernel/index.js';
import { emptyCorrections } from './correct.service.js';
import { hangingOn } from './hanging.js';
import { type ImportBatch, ImportState } from './importBatch.js';
import { findBatch, holdBatch } from './importBatch.service.js';
import { ImportRecord } from './importRecord.js';
import { ImportSheet } from './importSheet.js';
import { arrayText } from './known.js';
import { beforeOf } from './written.js';

/** Takes a batch back as a whole: what it made is deleted, what it changed says again what it said; refused once anything hangs on it. */
export async function undoBatch(ctx: Context, id: string, version: number, why: string): Promise<ImportBatch> {
  const check = new Check(null);
  const reason = check.text('reason', why, 500);
  check.done();
  const batch = await holdBatch(ctx, id, version, [ImportState.COMMITTED]);
  const em = await ctx.em();
  const { tenantId, id: batchId } = batch;
  const records = await em.find(ImportRecord, { tenantId, batch: { tenantId, id: batchId } as never });
  await demandUntouched(em, tenantId, records);
  ctx.note({ act: 'importBatchUndo', reason });
  try {
    await restore(em, tenantId, records);
    await remove(em, tenantId, records);
  } catch (error) {
    if (error instanceof ForeignKeyConstraintViolationException) throw refused(something);
    throw error;
  }
  const now = await findBatch(ctx, batchId);
  Object.assign(now, { state: ImportState.UNDONE, undoneAt: new Date(), undoReason: reason });
  const sheet = await em.findOneOrFail(ImportSheet, { tenantId, batch: { tenantId, id: batchId } as never });
  sheet.content = null;
  await emptyCorrections(em, tenantId, { batchId });
  await em.flush();
  return now;
}

const something: Message = { zh: '其他业务记录', en: 'other records' };

function refused(what: Message): Error {
  return mistake(null, ErrorCode.WRONG_STATE, {
    zh: `不能撤销：这批户和人之后已有${what.zh}。`,
    en: `It cannot be taken back: since then there are ${what.en} of these households and people.`,
  });
}

function idsOf(records: readonly ImportRecord[], kind: ImportRecord['kind'], isMade = true): string[] {
  return records.filter((one) => one.kind === kind && one.isMade === isMade).map(({ recordId }) => recordId);
}

/** Nobody has worked on what the batch wrote, nobody has joined its households, and no other room knows its people. */
async function demandUntouched(em: EntityManager, tenantId: number, records: readonly ImportRecord[]): Promise<void> {
  const [household, person] = [idsOf(records, 'HOUSEHOLD'), idsOf(records, 'PERSON')];
  const hanging = await hangingOn(em, tenantId, { household, person });
  if (hanging) throw refused(hanging);
  for (const [sql, says] of [
    [joined, { zh: '成员变动', en: 'changes of members' }],
    [restated, { zh: '户类别变动', en: 'changes of status' }],
  ] as const) {
    const values = { household, person, status: idsOf(records, 'STATUS') };
    const given = sql.uses.map((name) => arrayText(values[name]));
    const [row] = (await em.execute(sql.text, [tenantId, ...given])) as { n: number }[];
    if (row && row.n > 0) throw refused({ zh: `${says.zh} ${row.n} 条`, en: `${row.n} ${says.en}` });
  }
  for (const [kind, table] of [
    ['HOUSEHOLD', 'household'],
    ['PERSON', 'person'],
  ] as const) {
    const left = records.filter((one) => one.kind === kind);
    const ids = arrayText(left.map(({ recordId }) => recordId));
    const sql = `select id, version from ${table} where tenant_id = ? and id = any(?::uuid[]) for update`;
    const now = (await em.execute(sql, [tenantId, ids])) as { id: string; version: number }[];
    const versions = new Map(now.map((row) => [row.id, row.version]));
    const changed = left.filter((one) => versions.get(one.recordId) !== one.recordVersion).length;
    if (changed > 0) throw refused({ zh: `修改 ${changed} 条`, en: `${changed} changes` });
  }
}

const joined = {
  text: `select count(*)::int as n from membership where tenant_id = ? and (household_id = any(?::uuid[])
    and person_id <> all(?::uuid[]) or person_id = any(?::uuid[]) and valid_to is not null)`,
  uses: ['household', 'person', 'person'],
} as const;
const restated = {
  text: `select count(*)::int as n from household_status where tenant_id = ? and (household_id = any(?::uuid[])
    and id <> all(?::uuid[]) or id = any(?::uuid[]) and valid_to is not null)`,
  uses: ['household', 'status', 'status'],
} as const;

/** What the batch changed of households and people that were there before. */
async function restore(em: EntityManager, tenantId: number, records: readonly ImportRecord[]): Promise<void> {
  const before = new Map(records.filter((one) => !one.isMade).map((one) => [one.recordId, beforeOf(one)]));
  for (const ids of portions(idsOf(records, 'HOUSEHOLD', false))) {
    for (const household of await em.find(Household, { tenantId, id: { $in: ids } }))
      Object.assign(household, before.get(household.id));
    await em.flush();
  }
  for (const ids of portions(idsOf(records, 'PERSON', false))) {
    for (const person of await em.find(Person, { tenantId, id: { $in: ids } }))
      restorePerson(person, before.get(person.id));
    await em.flush();
  }
  em.clear();
}

function restorePerson(person: Person, before: Record<string, unknown> | undefined): void {
  const { name, idNumber, phone, ...plain } = before as Record<string, string | null> & { name: string };
  const numbers = { idNumber: idNumber ?? null, phone: phone ?? null };
  Object.assign(person, plain, nameOf(name), numbersOf(person.tenantId, numbers));
}

/** The last written goes first, so that nothing is deleted while something of the batch still names it. */
async function remove(em: EntityManager, tenantId: number, records: readonly ImportRecord[]): Promise<void> {
  for (const ids of portions(idsOf(records, 'STATUS')))
    await removeAll(em, HouseholdStatus, { tenantId, id: { $in: ids } });
  for (const ids of portions(idsOf(records, 'PERSON'))) {
    await removeAll(em, Membership, { tenantId, person: ids.map((id) => ({ tenantId, id })) });
    await removeAll(em, Person, { tenantId, id: { $in: ids } });
  }
  for (const ids of portions(idsOf(records, 'HOUSEHOLD'))) {
    const household = ids.map((id) => ({ tenantId, id }));
    await removeAll(em, HouseholdStatus, { tenantId, household });
    await removeAll(em, HouseholdPlace, { tenantId, household });
    await removeAll(em, Household, { tenantId, id: { $in: ids } });
  }
}

async function removeAll(em: EntityManager, entity: new () => object, where: object): Promise<void> {
  for (const found of await em.find(entity as typeof Household, where as never)) em.remove(found);
  await em.flush();
  em.clear();
}

function portions(ids: readonly string[]): string[][] {
  const size = 500;
  return Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size));
}
