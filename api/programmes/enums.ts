import { registerEnumType } from 'type-graphql';

/** The three kinds of programme; a programme keeps its kind for ever. */
export enum ProgrammeKind {
  TRAINING = 'TRAINING',
  JOB = 'JOB',
  INDUSTRY = 'INDUSTRY',
}

registerEnumType(ProgrammeKind, {
  name: 'ProgrammeKind',
  description: 'What a programme is about （类别）; it never changes.',
  valuesConfig: {
    TRAINING: { description: 'Training （培训）.' },
    JOB: { description: 'Jobs （就业）.' },
    INDUSTRY: { description: 'Industry （产业）.' },
  },
});

/** Where a programme stands between its first draft and its end. */
export enum ProgrammeState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  APPROVED = 'APPROVED',
  RUNNING = 'RUNNING',
  FINISHED = 'FINISHED',
  ACCEPTED = 'ACCEPTED',
  STOPPED = 'STOPPED',
}

registerEnumType(ProgrammeState, {
  name: 'ProgrammeState',
  description: 'Where a programme stands （状态）.',
  valuesConfig: {
    DRAFT: { description: 'Being written （草稿）.' },
    SUBMITTED: { description: 'Waiting for approval （待审批）.' },
    RETURNED: { description: 'Sent back to be put right （已退回）.' },
    APPROVED: { description: 'Approved, not begun （已批准）.' },
    RUNNING: { description: 'Under way （实施中）.' },
    FINISHED: { description: 'Done, waiting for acceptance （已完成）.' },
    ACCEPTED: { description: 'Accepted; the end （已验收）.' },
    STOPPED: { description: 'Stopped by the approver; the end （已终止）.' },
  },
});

/** What may be done with a programme. */
export enum ProgrammeAct {
  CREATE = 'CREATE',
  UPDATE = 'UPDATE',
  SUBMIT = 'SUBMIT',
  APPROVE = 'APPROVE',
  RETURN = 'RETURN',
  START = 'START',
  FINISH = 'FINISH',
  ACCEPT = 'ACCEPT',
  STOP = 'STOP',
  AMEND = 'AMEND',
  DISCARD = 'DISCARD',
}

registerEnumType(ProgrammeAct, {
  name: 'ProgrammeAct',
  description: 'What may be done with a programme （操作）.',
  valuesConfig: {
    CREATE: { description: 'Begin a draft （新建）.' },
    UPDATE: { description: 'Change a draft or a returned programme （修改）.' },
    SUBMIT: { description: 'Submit for approval （提交）.' },
    APPROVE: { description: 'Approve the programme, or the amendment that waits （批准）.' },
    RETURN: { description: 'Send the programme, or the amendment that waits, back （退回）.' },
    START: { description: 'Begin the work （启动）.' },
    FINISH: { description: 'Report the work done （完成）.' },
    ACCEPT: { description: 'Accept the finished work （验收）.' },
    STOP: { description: 'Stop for a reason （终止）.' },
    AMEND: { description: 'Ask to change what was approved （变更）.' },
    DISCARD: { description: 'Throw a draft away （删除草稿）.' },
  },
});

/** Where a programme's money comes from. */
export enum FundSource {
  FISCAL_SPECIAL = 'FISCAL_SPECIAL',
  ASSISTANCE_PAIRING = 'ASSISTANCE_PAIRING',
  COLLECTIVE = 'COLLECTIVE',
  SELF_RAISED = 'SELF_RAISED',
  SOCIAL_DONATION = 'SOCIAL_DONATION',
  LOAN = 'LOAN',
  OTHER = 'OTHER',
}

registerEnumType(FundSource, {
  name: 'FundSource',
  description: 'Where the money comes from （资金来源）.',
  valuesConfig: {
    FISCAL_SPECIAL: { description: 'Special fiscal funds （财政专项资金）.' },
    ASSISTANCE_PAIRING: { description: 'Funds of a pairing unit （结对帮扶资金）.' },
    COLLECTIVE: { description: 'The village collective （村集体资金）.' },
    SELF_RAISED: { description: 'Raised by the households （自筹）.' },
    SOCIAL_DONATION: { description: 'Donations （社会捐赠）.' },
    LOAN: { description: 'Loans （贷款）.' },
    OTHER: { description: 'Anything else （其他）.' },
  },
});

/** What became of a revision. */
export enum RevisionState {
  PENDING = 'PENDING',
  IN_FORCE = 'IN_FORCE',
  RETURNED = 'RETURNED',
  WITHDRAWN = 'WITHDRAWN',
}

registerEnumType(RevisionState, {
  name: 'RevisionState',
  description: 'What became of a revision （变更状态）.',
  valuesConfig: {
    PENDING: { description: 'Waits for approval; the one before stays in force （待审批）.' },
    IN_FORCE: { description: 'In force from its day, until a later one （已生效）.' },
    RETURNED: { description: 'Sent back; it never came into force （已退回）.' },
    WITHDRAWN: { description: 'Fell away because the programme was stopped （已失效）.' },
  },
});
