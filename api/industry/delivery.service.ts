import { actorOf, type Context, hold, idempotent } from '../access/index.js';
import { Check, ErrorCode, type Message, mistake, notFound } from '../kernel/index.js';
import { isUuid } from '../reading/index.js';
import { checkPast } from './find.js';
import type { LivestockInstalmentDeliverInput } from './livestock.input.js';
import { livestockInstalmentList } from './livestock.list.js';
import { ContractState, LivestockContract } from './livestockContract.js';
import { DeliveryKind, LivestockDelivery, type LivestockInstalment } from './livestockInstalment.js';
import { registerDelivery } from './register.js';
import { takesBack } from './reversal.js';

const instalmentSays: Message = { zh: '分红期次', en: 'instalment' };

/** Enters what a cooperative delivered of an instalment, never more than is still due; once per key. */
export async function deliverInstalment(
  ctx: Context,
  id: string,
  input: LivestockInstalmentDeliverInput,
  key?: string | null,
): Promise<LivestockDelivery> {
  const em = await ctx.em();
  const { tenantId, name: enteredBy } = actorOf(ctx);
  const make = async (): Promise<LivestockDelivery> => {
    const instalment = await holdInstalment(ctx, id);
    const contract = await em.findOneOrFail(LivestockContract, { tenantId, id: instalment.contract.id });
    const { head, kind, value = null, onDay } = input;
    const check = new Check();
    const note = check.optionalText('note', input.note, 200);
    check.that([ContractState.SIGNED, ContractState.RUNNING].includes(contract.state), 'head', ErrorCode.WRONG_STATE, {
      zh: '合同已终结，不能再兑付。',
      en: 'The contract has ended; nothing more is delivered.',
    });
    const open = instalment.headDue - instalment.headDelivered;
    check.that(head >= 1 && head <= open, 'head', ErrorCode.OUT_OF_RANGE, {
      zh: `本期还应兑付 ${open} 头（只），不能多付，也不能为零。`,
      en: `${open} head of it are still due; no more, and not nothing.`,
    });
    check.that((kind === DeliveryKind.AT_VALUE) === (value !== null && value > 0), 'value', ErrorCode.INVALID, {
      zh: '折价兑付须填金额，实物兑付不填。',
      en: 'A delivery at value names the money, one in kind does not.',
    });
    checkPast(check, 'onDay', onDay, ctx.today);
    check.that(onDay >= (contract.signedOn ?? onDay), 'onDay', ErrorCode.OUT_OF_RANGE, {
      zh: '日期不能早于签约日期。',
      en: 'The day cannot be before the signing.',
    });
    check.done();
    ctx.note({ act: 'livestockInstalmentDeliver' });
    const made = registerDelivery(em, instalment, { head, kind, value, onDay, note, enteredBy });
    await em.flush();
    return made;
  };
  const find = (known: string) => em.findOneOrFail(LivestockDelivery, { tenantId, id: known });
  return idempotent(ctx, { key, act: 'livestockInstalmentDeliver', input: { id, ...input }, make, find });
}

/** Takes a delivery back by a line that names it, so that what it stood for is due again. */
export async function reverseDelivery(ctx: Context, id: string, reason: string): Promise<LivestockDelivery> {
  const em = await ctx.em();
  const { tenantId, name: enteredBy } = actorOf(ctx);
  const known = isUuid(id) ? await em.findOne(LivestockDelivery, { tenantId, id }) : null;
  if (!known) throw notFound({ zh: '兑付记录', en: 'delivery' });
  const instalment = await holdInstalment(ctx, known.instalment.id, { zh: '兑付记录', en: 'delivery' });
  const check = new Check(null);
  const note = check.text('reason', reason, 200);
  check.done();
  const later = await em.count(LivestockDelivery, { tenantId, reverses: { tenantId, id } as never });
  if (takesBack(known) || later > 0)
    throw mistake(null, ErrorCode.WRONG_STATE, {
      zh: '这条记录已冲销，或本身是冲销记录。',
      en: 'This line was taken back already, or takes another back.',
    });
  ctx.note({ act: 'livestockDeliveryReverse', reason: note });
  const { head, kind, value, onDay } = known;
  const made = registerDelivery(em, instalment, { head, kind, value, onDay, note, enteredBy, reverses: known });
  await em.flush();
  return made;
}

function holdInstalment(ctx: Context, id: string, says: Message = instalmentSays): Promise<LivestockInstalment> {
  return hold(ctx, livestockInstalmentList, { id, says, permission: 'industry.edit' });
}
