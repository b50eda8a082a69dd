import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { actorOf, type Context, demand } from '../access/index.js';
import { Check, ErrorCode, mistake, unsealed } from '../kernel/index.js';
import { findPerson } from './person.service.js';

/** The masked values of a person. */
export enum PersonNumber {
  ID_NUMBER = 'ID_NUMBER',
  PHONE = 'PHONE',
}

registerEnumType(PersonNumber, {
  name: 'PersonNumber',
  description: 'A number of a person that is shown masked （隐去的号码）.',
  valuesConfig: {
    ID_NUMBER: { description: 'The identity number （身份证号）.' },
    PHONE: { description: 'The telephone （电话）.' },
  },
});

/** How many numbers one person may look at in a day. */
export const revealsADay = 20;

/** A number as it was shown to one person for a reason. */
@ObjectType({ description: 'A number shown whole, to one person for a reason （号码原文）.' })
export class RevealedNumber {
  @Field(() => PersonNumber, { description: 'Which number （号码种类）.' })
  number!: PersonNumber;

  @Field(() => String, { nullable: true, description: 'The number; null when none is registered （原文）.' })
  value!: string | null;

  @Field(() => Int, { description: 'How many more may be looked at today （今日剩余次数）.' })
  leftToday!: number;
}

/**
 * Shows a masked number to somebody who says why. Each look is audited like a change, before the value leaves; the audit says whose
 * number and why, and never the number.
 */
export async function revealNumber(
  ctx: Context,
  id: string,
  number: PersonNumber,
  reasonGiven: string,
): Promise<RevealedNumber> {
  const em = await ctx.em();
  const actor = actorOf(ctx);
  const person = await findPerson(ctx, id);
  demand(actor, 'household.reveal', { stationId: person.station.id });
  const check = new Check(null);
  const reason = check.text('reason', reasonGiven, 200);
  check.done();
  await em.execute(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`personReveal ${actor.id}`]);
  const sql = `select count(*)::int as seen from audit_entry
    where tenant_id = ? and actor_id = ? and act = 'personReveal' and at >= ?::date::timestamp at time zone 'Asia/Shanghai'`;
  const [row] = (await em.execute(sql, [actor.tenantId, actor.id, ctx.today])) as { seen: number }[];
  const left = revealsADay - (row?.seen ?? 0);
  if (left <= 0) {
    throw mistake(null, ErrorCode.OUT_OF_RANGE, {
      zh: `今日查看次数已满（${revealsADay} 次），请明日再试。`,
      en: `You have looked at ${revealsADay} numbers today; try again tomorrow.`,
    });
  }
  ctx.note({ act: 'personReveal', reason });
  await ctx.wrote({ record: 'Person', recordId: person.id, stationId: person.station.id, after: { shown: number } });
  const value = number === PersonNumber.PHONE ? person.phone : person.idNumber;
  return Object.assign(new RevealedNumber(), { number, value: value && unsealed(value), leftToday: left - 1 });
}
