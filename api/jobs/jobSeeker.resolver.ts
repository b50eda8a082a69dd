import { Ctx, ID } from 'type-graphql';
import {
  addOperation,
  type Context,
  RecordResolver,
  takes,
  takesId,
  takesInput,
  takesKey,
  takesVersion,
} from '../access/index.js';
import { Person } from '../households/index.js';
import { judged } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import { FittingOpening, fittingOpenings } from './fitting.js';
import { JobSeekerCreateInput, JobSeekerFilter, JobSeekerOrder } from './jobSeeker.input.js';
import { JobSeeker } from './jobSeeker.js';
import { createSeeker, withdrawSeeker } from './jobSeeker.service.js';
import { jobSeekerList } from './lists.js';

const permission = 'jobs.read';

/** People who look for work. */
export const jobSeekers = new RecordResolver(JobSeeker, 'jobSeeker')
  .list({
    list: jobSeekerList,
    filter: JobSeekerFilter,
    order: JobSeekerOrder,
    permission,
    says: 'Searches for work, latest first （求职清单）.',
  })
  .lookUp({ list: jobSeekerList, permission, says: 'One search, null when there is none within reach （求职登记）.' })
  .act({
    name: 'jobSeekerCreate',
    permission: 'jobs.enrol',
    says: 'Registers that somebody looks for work （登记求职）.',
    takes: { input: takesInput(JobSeekerCreateInput, 'Who, and what they wish.'), idempotencyKey: takesKey },
    run: (ctx, { input, idempotencyKey }) => createSeeker(ctx, input, idempotencyKey),
  })
  .act({
    name: 'jobSeekerWithdraw',
    permission: 'jobs.enrol',
    says: 'Takes a search back （撤回求职）.',
    takes: { id: takesId, version: takesVersion },
    run: (ctx, { id, version }) => withdrawSeeker(ctx, id, version),
  })
  .field('station', stationField('Where they live （所在村居）.'))
  .reference('person', { type: () => Person, permission: 'household.read', says: 'Who （人员）.' });

addOperation(jobSeekers.resolver, {
  as: 'query',
  name: 'fittingOpenings',
  permission,
  type: () => [FittingOpening] as never,
  says: 'Openings that fit somebody, latest first, each with the reasons; who goes where a person decides （适合的岗位）.',
  takes: [Ctx() as ParameterDecorator, takes<string>(() => ID, 'The search for work.').declare('seekerId')],
  run: (ctx: Context, seekerId: string) => fittingOpenings(ctx, seekerId),
  reads: judged('it weighs openings against a person by the very code that says why each fits, in words'),
});
