import { RecordResolver, takes, takesId, takesInput, takesKey, takesReason, takesVersion } from '../access/index.js';
import { Household } from '../households/index.js';
import { DateScalar } from '../kernel/index.js';
import { expression, sql } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import { deliverInstalment, reverseDelivery } from './delivery.service.js';
import { IndustryProgramme } from './industryProgramme.js';
import {
  CooperativeCreateInput,
  CooperativeFilter,
  CooperativeOrder,
  LivestockContractCreateInput,
  LivestockContractFilter,
  LivestockContractOrder,
  LivestockInstalmentDeliverInput,
  LivestockInstalmentFilter,
  LivestockInstalmentOrder,
} from './livestock.input.js';
import {
  cooperativeList,
  followedContracts,
  livestockContractList,
  livestockInstalmentList,
} from './livestock.list.js';
import {
  checkContract,
  createContract,
  createCooperative,
  endContract,
  signContract,
  startContract,
} from './livestock.service.js';
import { InstalmentTotal } from './livestock.totals.js';
import { Cooperative, LivestockContract } from './livestockContract.js';
import { LivestockDelivery, LivestockInstalment } from './livestockInstalment.js';
import { isReversed } from './reversal.js';

const permission = 'industry.read';
const edit = 'industry.edit';
const takesDay = takes<string>(() => DateScalar, 'The day on which it was done, not in the future （日期）.');
const step = { id: takesId, version: takesVersion, onDay: takesDay };

/** The light register of cooperatives. */
export const cooperatives = new RecordResolver(Cooperative, 'cooperative')
  .list({
    list: cooperativeList,
    filter: CooperativeFilter,
    order: CooperativeOrder,
    permission,
    says: 'Cooperatives, by name （合作社）.',
  })
  .act({
    name: 'cooperativeCreate',
    permission: edit,
    says: 'Enters a cooperative （新建合作社）.',
    takes: { input: takesInput(CooperativeCreateInput, 'The cooperative.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createCooperative(ctx, input, idempotencyKey),
  })
  .field('station', stationField('Where it is （所在单位）.'));

/** Livestock contracts and their steps. */
export const livestockContracts = new RecordResolver(LivestockContract, 'livestockContract')
  .list({
    list: livestockContractList,
    filter: LivestockContractFilter,
    order: LivestockContractOrder,
    permission,
    says: 'Livestock contracts, the latest first （养殖合同）.',
  })
  .lookUp({
    list: livestockContractList,
    permission,
    says: 'One livestock contract, null when there is none within reach （养殖合同）.',
  })
  .act({
    name: 'livestockContractCreate',
    permission: edit,
    says: 'Enters what a household would like to raise, or to have raised （登记养殖意向）.',
    takes: { input: takesInput(LivestockContractCreateInput, 'The contract.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createContract(ctx, input, idempotencyKey),
  })
  .act({
    name: 'livestockContractCheck',
    permission: edit,
    says: 'Notes that the pen was looked at and will do （圈舍查验）.',
    takes: step,
    run: (ctx, asked) => checkContract(ctx, asked),
  })
  .act({
    name: 'livestockContractSign',
    permission: edit,
    says: 'Signs it, which sets the schedule of instalments （签约）.',
    takes: step,
    run: (ctx, asked) => signContract(ctx, asked),
  })
  .act({
    name: 'livestockContractStart',
    permission: edit,
    says: 'Notes that the animals are there （开始履行）.',
    takes: step,
    run: (ctx, asked) => startContract(ctx, asked),
  })
  .act({
    name: 'livestockContractEnd',
    permission: edit,
    says: 'Completes it once nothing is open, or breaks it off for a reason （办结或违约）.',
    takes: {
      ...step,
      isBreached: takes<boolean>(() => Boolean, 'Whether it is broken off rather than completed （违约）.'),
      reason: takes<string | null | undefined>(() => String, 'Why; needed where it is broken off （事由）.', {
        isNullable: true,
      }),
    },
    run: (ctx, asked) => endContract(ctx, asked),
  })
  .field('station', stationField('Where the household stood when it was entered （所在村居）.'))
  .reference('household', { type: () => Household, permission: 'household.read', says: 'Whose animals （户）.' })
  .reference('programme', {
    type: () => IndustryProgramme as never,
    permission,
    says: 'Under which programme （产业项目）.',
  })
  .reference('cooperative', { type: () => Cooperative, permission, says: 'Who raises them （合作社）.' })
  .children('instalments', {
    type: () => LivestockInstalment,
    by: 'contract',
    order: [
      ['no', 'asc'],
      ['id', 'asc'],
    ],
    says: 'What is due when, set when it was signed （分红期次）.',
  });

/** Instalments, and what is delivered of them. */
export const livestockInstalments = new RecordResolver(LivestockInstalment, 'livestockInstalment')
  .list({
    list: livestockInstalmentList,
    filter: LivestockInstalmentFilter,
    order: LivestockInstalmentOrder,
    permission,
    says: 'Instalments that cooperatives owe households, the earliest due first （分红期次）.',
  })
  .field('station', stationField('Where the household stood （所在村居）.'))
  .field('isOverdue', {
    type: () => Boolean,
    says: 'Whether its day is past and something of it is open （已逾期）.',
    reads: expression(
      (row) =>
        sql`(${row.column('dueOn')} < ${row.scope.today} and ${row.column('headDelivered')} < ${row.column('headDue')})`,
      { isCertain: true },
    ),
    resolve: (row, ctx) => row.dueOn < ctx.today && row.headDelivered < row.headDue,
  })
  .reference('contract', { type: () => LivestockContract, says: 'Of which contract （养殖合同）.' })
  .reference('cooperative', { type: () => Cooperative, permission, says: 'Who owes it （合作社）.' })
  .children('deliveries', {
    type: () => LivestockDelivery,
    by: 'instalment',
    order: [
      ['onDay', 'asc'],
      ['id', 'asc'],
    ],
    says: 'What was delivered of it, in order of day （兑付记录）.',
  });

/** Deliveries. */
export const livestockDeliveries = new RecordResolver(LivestockDelivery, 'livestockDelivery')
  .act({
    name: 'livestockInstalmentDeliver',
    permission: edit,
    says: 'Enters what was delivered of an instalment, in kind or at a value （兑付分红）.',
    takes: {
      id: takesId,
      input: takesInput(LivestockInstalmentDeliverInput, 'What was delivered.'),
      idempotencyKey: takesKey,
    },
    run: (ctx, { id, input, idempotencyKey }) => deliverInstalment(ctx, id, input, idempotencyKey),
  })
  .act({
    name: 'livestockDeliveryReverse',
    permission: edit,
    says: 'Takes a delivery back by a line that names it （冲销兑付）.',
    takes: { id: takesId, reason: takesReason },
    run: (ctx, { id, reason }) => reverseDelivery(ctx, id, reason),
  })
  .reference('instalment', { type: () => LivestockInstalment, says: 'Of which instalment （分红期次）.' })
  .reference('reverses', { type: () => LivestockDelivery, says: 'The line that it takes back （冲销的记录）.' })
  .field('isReversed', isReversed(LivestockDelivery));

/** What a sum of instalments answers beyond its figures. */
export const instalmentTotalNodes = new RecordResolver(InstalmentTotal as never, 'instalmentTotal').reference(
  'cooperative' as never,
  { type: () => Cooperative as never, permission, says: 'Who owes it （合作社）.' } as never,
);

/** A household's contracts. */
export const householdContracts = new RecordResolver(Household, 'household').page('livestockContracts', {
  list: followedContracts,
  filter: LivestockContractFilter,
  order: LivestockContractOrder,
  permission,
  by: 'household',
  says: 'The household’s animals under programmes, the latest contract first （养殖合同）.',
});
