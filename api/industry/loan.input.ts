import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { followedList } from '../households/index.js';
import {
  DateScalar,
  type Day,
  type EnumFilter,
  enumFilter,
  IdFilter,
  MoneyScalar,
  OrderDirection,
  orderType,
} from '../kernel/index.js';
import { anyId, anyOf, type Condition, heldAt, type List, sql } from '../reading/index.js';
import { withinStation } from '../tenancy/index.js';
import { Loan, LoanState } from './loan.js';

const StateFilter = enumFilter<LoanState>('LoanState', LoanState, 'states （贷款状态）');

/** Which loans. */
@InputType({ description: 'Which loans; all conditions together.' })
export class LoanFilter {
  @Field(() => IdFilter, { nullable: true, description: 'By id.' })
  id?: IdFilter | null;

  @Field(() => ID, { nullable: true, description: 'A station and everything below it （含下级）.' })
  within?: string | null;

  @Field(() => StateFilter, { nullable: true, description: 'By state （状态）.' })
  state?: EnumFilter<LoanState> | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only those not wholly repaid after their day; false: all others （逾期）.',
  })
  isOverdue?: boolean | null;
}

export const LoanOrder = orderType('Loan', {
  DUE_ON: 'When it has to be repaid; those not granted come last （到期日）.',
  CREATED_AT: 'When the record was made （创建时间）.',
});

/** A loan that a household asks for. */
@InputType({ description: 'A loan that a household asks for （新建贷款）.' })
export class LoanCreateInput {
  @Field(() => String, { description: 'Number of the household （户编号）.' })
  householdCode!: string;

  @Field(() => MoneyScalar, { description: 'How much, in yuan, more than nothing （金额）.' })
  amount!: number;

  @Field(() => String, { description: 'Who lends, at most 60 characters （放款机构）.' })
  lender!: string;

  @Field(() => String, { nullable: true, description: 'What it is for, at most 200 characters （用途）.' })
  purpose?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was asked for; today when left out （申请日期）.' })
  appliedOn?: Day | null;
}

/** All loans of a place together. */
@ObjectType({ description: 'All loans of a place together （小额信贷汇总）.' })
export class LoanSummary {
  @Field(() => MoneyScalar, { description: 'What was ever granted, in yuan （累计放款）.' })
  granted!: number;

  @Field(() => MoneyScalar, { description: 'What was repaid （累计还款）.' })
  repaid!: number;

  @Field(() => MoneyScalar, { description: 'What is still owed （余额）.' })
  outstanding!: number;

  @Field(() => MoneyScalar, { description: 'What is owed after its day （逾期）.' })
  overdue!: number;
}

/** Loans where `industry.read` is held. */
export const loanList: List<Loan, LoanFilter> = {
  name: 'loans',
  entity: () => Loan,
  walls: [heldAt('industry.read')],
  filter: {
    id: anyId('id', 'id'),
    within: withinStation('station'),
    state: anyOf('state'),
    isOverdue: overdue(),
  },
  orders: {
    DUE_ON: { property: 'dueOn', isNullable: true, each: ['state', 'within'] },
    CREATED_AT: { property: 'createdAt', each: ['state', 'within'] },
  },
  usually: OrderDirection.ASC,
};

/** The same as the file of a household has it, and as the act on one of them finds it. */
export const followedLoans = followedList(loanList, 'industry.read', 'household');

/** Loans that are granted, not wholly repaid, and past their day; or all others. */
function overdue(): Condition<boolean> {
  return {
    query: (isOverdue, { today }) =>
      isOverdue
        ? { state: LoanState.GRANTED, dueOn: { $lt: today } }
        : { $or: [{ state: { $ne: LoanState.GRANTED } }, { dueOn: { $gte: today } }] },
    sql: (row, given) => {
      const late = sql`${row.column('state')} = 'GRANTED' and ${row.column('dueOn')} < ${row.scope.today}`;
      return given.choice === true
        ? late
        : sql`(${row.column('state')} <> 'GRANTED' or ${row.column('dueOn')} >= ${row.scope.today})`;
    },
  };
}
