import { RecordResolver, takesInput, takesKey } from '../access/index.js';
import { stationField } from '../tenancy/index.js';
import { AgreementCreateInput, EmployerCreateInput, EmployerFilter, EmployerOrder } from './employer.input.js';
import { Agreement, Employer } from './employer.js';
import { createAgreement, createEmployer } from './employer.service.js';
import { employerList } from './lists.js';

/** Employers and what is agreed with them. */
export const employers = new RecordResolver(Employer, 'employer')
  .list({
    list: employerList,
    filter: EmployerFilter,
    order: EmployerOrder,
    permission: 'jobs.read',
    says: 'Employers, by name （用工单位清单）.',
  })
  .act({
    name: 'employerCreate',
    permission: 'jobs.edit',
    says: 'Enters an employer （新增用工单位）.',
    takes: { input: takesInput(EmployerCreateInput, 'The employer.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createEmployer(ctx, input, idempotencyKey),
  })
  .act({
    name: 'agreementCreate',
    permission: 'jobs.edit',
    says: 'Enters an agreement with an employer, and answers the employer （登记用工协议）.',
    takes: { input: takesInput(AgreementCreateInput, 'The agreement.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createAgreement(ctx, input, idempotencyKey),
  })
  .field('station', stationField('The station that works with it （所属单位）.'))
  .children('agreements', {
    type: () => Agreement,
    by: 'employer',
    order: [
      ['signedOn', 'asc'],
      ['id', 'asc'],
    ],
    says: 'What was agreed with it, in order of signing （用工协议）.',
  });
