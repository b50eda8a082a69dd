import { actorOf, askerOf, type Context, demand, idempotent, lockRecord, type Permission } from '../access/index.js';
import { Check, ErrorCode, type Message, mistake, notFound, stale, unsealed } from '../kernel/index.js';
import { conditionsOf, isUuid } from '../reading/index.js';
import { findStanding } from '../tenancy/index.js';
import { checkDay, holdHousehold } from './household.service.js';
import { birthDayOf, idNumberFault, phoneFault, plainIdNumber, plainPhone, sexOf } from './idNumber.js';
import { personList } from './lists.js';
import { Membership, Relation } from './membership.js';
import type { PersonCreateInput, PersonUpdateInput } from './person.input.js';
import { Person } from './person.js';
import { idNumberIndex, join, type NewPerson, nameOf, numbersOf, registerPerson, takeHead } from './register.js';

/** Enters a person; once per key. Of a number that somebody has whom the asker may not see, no more is said than that. */
export async function createPerson(ctx: Context, input: PersonCreateInput, key?: string | null): Promise<Person> {
  return idempotent(ctx, {
    key,
    act: 'personCreate',
    input,
    make: () => makePerson(ctx, input),
    find: (id) => findPerson(ctx, id),
  });
}

async function makePerson(ctx: Context, input: PersonCreateInput): Promise<Person> {
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const household = input.householdId ? await holdHousehold(ctx, input.householdId, null) : null;
  const stationId = household?.station.id ?? (await stationAsked(ctx, input.stationId));
  const check = new Check();
  const made = checkedPerson(check, input, ctx.today);
  const from = input.from ?? ctx.today;
  if (household) {
    checkDay(check, 'from', from, ctx.today);
    check.that(Boolean(input.relation), 'relation', ErrorCode.REQUIRED, { zh: '请填写。', en: 'Please fill this in.' });
    if (input.relation === Relation.HEAD) await checkNoHead(ctx, check, household.id);
  }
  await checkNumberFree(ctx, check, made.idNumber);
  check.done();
  ctx.note({ act: 'personCreate' });
  const person = registerPerson(em, tenantId, stationId, { ...made, isCadre: household === null });
  if (household) join(em, household, person, { relation: input.relation ?? Relation.OTHER, from });
  await em.flush();
  return person;
}

async function stationAsked(ctx: Context, id: string | null | undefined): Promise<string> {
  if (!id)
    throw mistake(['input', 'householdId'], ErrorCode.REQUIRED, {
      zh: '请选择户；干部请选择所在单位。',
      en: 'Choose a household, or the station of a cadre.',
    });
  const station = await findStanding(ctx, id);
  if (!station) throw notFound({ zh: '单位', en: 'station' });
  demand(actorOf(ctx), 'household.edit', { stationId: station.id });
  return station.id;
}

/** Checks what is said of a person, and answers it as it is kept: birth day and sex follow from the identity number. */
export function checkedPerson(
  check: Check,
  input: Pick<PersonCreateInput, 'name' | 'birthDay' | 'sex' | 'idNumber' | 'phone' | 'canWork' | 'isStudent'>,
  today: string,
): NewPerson {
  const idNumber = input.idNumber?.trim() ? plainIdNumber(input.idNumber) : null;
  const phone = input.phone?.trim() ? plainPhone(input.phone) : null;
  const fault = idNumber && idNumberFault(idNumber, input.birthDay ?? null, input.sex ?? null);
  if (fault) check.add('idNumber', ErrorCode.INVALID, fault);
  const wrongPhone = phone && phoneFault(phone);
  if (wrongPhone) check.add('phone', ErrorCode.INVALID, wrongPhone);
  const isRead = idNumber !== null && !fault;
  const birthDay = input.birthDay ?? (isRead ? birthDayOf(idNumber) : null);
  if (birthDay) checkDay(check, 'birthDay', birthDay, today);
  return {
    name: check.text('name', input.name, 40),
    birthDay,
    sex: input.sex ?? (isRead ? sexOf(idNumber) : null),
    idNumber,
    phone,
    canWork: input.canWork ?? null,
    isStudent: input.isStudent ?? null,
  };
}

/** What is said where a number belongs to somebody already, visible or not. */
export const registeredElsewhere: Message = {
  zh: '该身份证号已在本县其他户登记。',
  en: 'This identity number is registered elsewhere in this county.',
};

/** Refuses an identity number that somebody of the county has. */
export async function checkNumberFree(ctx: Context, check: Check, idNumber: string | null): Promise<void> {
  if (idNumber === null) return;
  const em = await ctx.em();
  const { tenantId } = actorOf(ctx);
  const [taken] = await em.execute('select gate.is_number_taken(?, ?) as is_taken', [
    tenantId,
    idNumberIndex(tenantId, idNumber),
  ]);
  check.that(!(taken as { is_taken: boolean }).is_taken, 'idNumber', ErrorCode.TAKEN, registeredElsewhere);
}

/** Refuses a second head. */
export async function checkNoHead(ctx: Context, check: Check, householdId: string): Promise<void> {
  const { tenantId } = actorOf(ctx);
  const head = { tenantId, household: { tenantId, id: householdId } as never, relation: Relation.HEAD, validTo: null };
  check.that((await (await ctx.em()).count(Membership, head)) === 0, 'relation', ErrorCode.TAKEN, {
    zh: '该户已有户主，请先变更户主。',
    en: 'The household has a head already; change the head first.',
  });
}

/** A person within the asker's reach; NOT_FOUND otherwise. */
export async function findPerson(ctx: Context, id: string): Promise<Person> {
  const walls = await conditionsOf(personList, askerOf(ctx), null);
  const found = isUuid(id) ? await (await ctx.em()).findOne(Person, { $and: [{ id }, ...walls] } as never) : null;
  if (!found) throw notFound({ zh: '人员', en: 'person' });
  return found;
}

/** A person in hand for a change: within reach, where the asker keeps the register, in the version that was seen. */
export async function holdPerson(
  ctx: Context,
  id: string,
  version: number | null,
  permission: Permission = 'household.edit',
): Promise<Person> {
  await lockRecord(ctx, Person, id);
  const person = await findPerson(ctx, id);
  demand(actorOf(ctx), permission, { stationId: person.station.id });
  if (version !== null && person.version !== version) throw stale(person.version);
  return person;
}

/** Corrects what is known of a person; what is left out stays, and the numbers stay sealed. */
export async function updatePerson(
  ctx: Context,
  id: string,
  version: number,
  input: PersonUpdateInput,
): Promise<Person> {
  const em = await ctx.em();
  const person = await holdPerson(ctx, id, version);
  const check = new Check();
  const { tenantId } = person;
  const plain = (sealedNumber: string | null) => sealedNumber && unsealed(sealedNumber);
  const now = checkedPerson(
    check,
    {
      name: input.name === undefined ? person.name : (input.name ?? ''),
      birthDay: input.birthDay === undefined ? person.birthDay : input.birthDay,
      sex: input.sex === undefined ? person.sex : input.sex,
      idNumber: input.idNumber === undefined ? plain(person.idNumber) : input.idNumber,
      phone: input.phone === undefined ? plain(person.phone) : input.phone,
      canWork: input.canWork === undefined ? person.canWork : input.canWork,
      isStudent: input.isStudent === undefined ? person.isStudent : input.isStudent,
    },
    ctx.today,
  );
  const isSame = now.idNumber !== null && idNumberIndex(tenantId, now.idNumber) === person.idNumberIndex;
  if (!isSame) await checkNumberFree(ctx, check, now.idNumber);
  check.done();
  ctx.note({ act: 'personUpdate' });
  const { name, birthDay, sex, canWork, isStudent } = now;
  Object.assign(person, nameOf(name), { birthDay, sex, canWork, isStudent });
  const { idNumber, idNumberIndex: index, idNumberMasked, phone, phoneIndex, phoneMasked } = numbersOf(tenantId, now);
  if (!isSame) Object.assign(person, { idNumber, idNumberIndex: index, idNumberMasked });
  if (phoneIndex !== person.phoneIndex) Object.assign(person, { phone, phoneIndex, phoneMasked });
  if (person.household) await renameHead(ctx, person);
  await em.flush();
  return person;
}

/** Lists of households show and search the head by name. */
async function renameHead(ctx: Context, person: Person): Promise<void> {
  const em = await ctx.em();
  const open = await em.findOne(
    Membership,
    {
      tenantId: person.tenantId,
      person: [person.tenantId, person.id] as never,
      validTo: null,
      relation: Relation.HEAD,
    },
    { populate: ['household'] },
  );
  if (open) takeHead(open.household.unwrap(), person);
}
