import type { EntityManager } from '@mikro-orm/postgresql';
import type { Household } from '../households/index.js';
import { type Day, newId, pinyinOf, type Unit } from '../kernel/index.js';
import { Distribution, type DistributionSheet, SurvivalCheck } from './distribution.js';
import { DistributionItem } from './distributionItem.js';
import type { IndustryProgramme } from './industryProgramme.js';
import { Intention } from './intention.js';
import { Cooperative, LivestockContract, LivestockMode } from './livestockContract.js';
import { type DeliveryKind, InstalmentKind, LivestockDelivery, LivestockInstalment } from './livestockInstalment.js';
import { scheduleOf } from './schedule.js';

/** An item of the catalogue; the caller has checked it, and flushes. So do all who enter something here. */
export function registerItem(em: EntityManager, tenantId: number, name: string, units: Unit[], isInvented = false) {
  const item = em.create(DistributionItem, { tenantId, id: newId(), name, ...pinyinOf(name), units, isInvented });
  em.persist(item);
  return item;
}

/** What is said of a line of the ledger of distributions. */
export interface NewDistribution {
  programme: IndustryProgramme;
  item: DistributionItem;
  household: Household;
  amount: string;
  unit: Unit;
  onDay: Day;
  isSigned: boolean;
  note: string | null;
  enteredBy: string | null;
  sheet?: DistributionSheet;
  rowNo?: number;
  reverses?: Distribution;
}

/** Appends a line to the ledger of distributions, at the station where the household stands. */
export function registerDistribution(em: EntityManager, made: NewDistribution): Distribution {
  const { programme, item, household, sheet = null, reverses = null, rowNo = null, ...plain } = made;
  const relations = { programme, item, household, sheet, reverses, station: household.station };
  const line = em.create(Distribution, {
    tenantId: household.tenantId,
    id: newId(),
    ...plain,
    rowNo,
    ...(relations as object),
  } as never) as Distribution;
  em.persist(line);
  return line;
}

/** How much of a line was alive on a later day. */
export function registerSurvivalCheck(
  em: EntityManager,
  line: Distribution,
  seen: Pick<SurvivalCheck, 'onDay' | 'alive' | 'note' | 'enteredBy'>,
): SurvivalCheck {
  const relations = { distribution: line, station: line.station } as object;
  const plain = { tenantId: line.tenantId, id: newId(), ...seen };
  const check = em.create(SurvivalCheck, { ...plain, ...relations } as never) as SurvivalCheck;
  em.persist(check);
  return check;
}

/** What a household would like in a year. */
export function registerIntention(
  em: EntityManager,
  {
    household,
    item,
    ...said
  }: Pick<Intention, 'year' | 'amount' | 'unit' | 'note'> & {
    household: Household;
    item: DistributionItem;
  },
): Intention {
  const relations = { household, item, station: household.station } as object;
  const plain = { tenantId: household.tenantId, id: newId(), ...said };
  const intention = em.create(Intention, { ...plain, ...relations } as never) as Intention;
  em.persist(intention);
  return intention;
}

/** A cooperative at its station. */
export function registerCooperative(
  em: EntityManager,
  made: { tenantId: number; station: never; name: string; note: string | null; isInvented?: boolean },
): Cooperative {
  const cooperative = em.create(Cooperative, { id: newId(), ...pinyinOf(made.name), ...made });
  em.persist(cooperative);
  return cooperative;
}

type ContractTerms = Pick<
  LivestockContract,
  | 'mode'
  | 'species'
  | 'head'
  | 'startsOn'
  | 'ratioEntrusted'
  | 'ratioReturned'
  | 'years'
  | 'isHalfCarried'
  | 'isPrincipalReturned'
  | 'note'
  | 'enteredBy'
>;

/** What is said of a contract. */
export interface NewContract extends ContractTerms {
  household: Household;
  programme: IndustryProgramme;
  cooperative: Cooperative | null;
  isInvented?: boolean;
}

/** A contract that a household would like. */
export function registerContract(em: EntityManager, made: NewContract): LivestockContract {
  const { household } = made;
  const contract = em.create(LivestockContract, {
    tenantId: household.tenantId,
    id: newId(),
    station: household.station,
    ...(made as object),
  } as never) as LivestockContract;
  em.persist(contract);
  return contract;
}

/** The schedule of a contract that is being signed; one that the household raises itself owes it nothing. */
export function registerSchedule(em: EntityManager, contract: LivestockContract): LivestockInstalment[] {
  if (contract.mode !== LivestockMode.AGENT_RAISE) return [];
  const { tenantId, station, programme, cooperative } = contract;
  return scheduleOf(contract).map(({ no, kind, dueOn, headDue }) => {
    const relations = { station, programme, cooperative, contract };
    const instalment = em.create(LivestockInstalment, {
      tenantId,
      id: newId(),
      no,
      kind: InstalmentKind[kind],
      dueOn,
      headDue,
      ...(relations as object),
    } as never) as LivestockInstalment;
    em.persist(instalment);
    return instalment;
  });
}

/** What is said of a delivery. */
export interface NewDelivery {
  kind: DeliveryKind;
  head: number;
  value: number | null;
  onDay: Day;
  note: string | null;
  enteredBy: string | null;
  reverses?: LivestockDelivery;
}

/** Appends a delivery, or takes one back, and keeps the instalment's balance with it. */
export function registerDelivery(
  em: EntityManager,
  instalment: LivestockInstalment,
  { reverses, ...plain }: NewDelivery,
): LivestockDelivery {
  const { tenantId, station } = instalment;
  const relations = { station, instalment, reverses: reverses ?? null };
  const delivery = em.create(LivestockDelivery, {
    tenantId,
    id: newId(),
    ...plain,
    ...(relations as object),
  } as never) as LivestockDelivery;
  instalment.headDelivered += reverses ? -plain.head : plain.head;
  em.persist(delivery);
  return delivery;
}
