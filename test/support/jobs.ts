import type { Actor } from './actors.js';
import { data } from './app.js';
import { recordOf } from './households.js';
import { type Made, make, programmeInput } from './make.js';

type JobKind = 'PUBLIC_WELFARE' | 'WORKSHOP' | 'LABOUR_DISPATCH';

const types = {
  employerCreate: ['EmployerCreateInput', 'employer { id }'],
  openingCreate: ['OpeningCreateInput', 'opening { id version }'],
  dispatchBatchCreate: ['DispatchBatchCreateInput', 'dispatchBatch { id version }'],
  placementCreate: ['PlacementCreateInput', 'placement { id version }'],
  jobSeekerCreate: ['JobSeekerCreateInput', 'jobSeeker { id version }'],
  agreementCreate: ['AgreementCreateInput', 'employer { id agreements { id } }'],
} as const;

async function made<T = Made>(by: Actor, act: keyof typeof types, input: object): Promise<T> {
  const [type, answer] = types[act];
  const query = `mutation ($input: ${type}!) { ${act}(input: $input) { record: ${answer} errors { path message } } }`;
  return recordOf<T>((await data(by, query, { input }))[act]);
}

/** Makers of what a job programme has, through the API, by people who may. */
export const makeJobs = {
  /** A programme of a kind of work that has been approved. */
  async programme(editor: Actor, approver: Actor, stationId: string, jobKind: JobKind): Promise<Made> {
    const input = { ...programmeInput('job', stationId), jobKind, employer: null };
    const draft = await make.programme(editor, 'job', input);
    return make.step(approver, 'job', 'Approve', await make.step(editor, 'job', 'Submit', draft));
  },

  employer: (by: Actor, stationId: string, input: object = {}) =>
    made(by, 'employerCreate', { stationId, name: '示例铝业', isOutside: true, ...input }),

  agreement: (by: Actor, employerId: string) =>
    made<{ id: string; agreements: { id: string }[] }>(by, 'agreementCreate', {
      employerId,
      title: '劳务协议（示例）',
      signedOn: '2026-01-05',
      validTo: '2027-01-05',
    }),

  /** A public-welfare post unless the input names an employer. */
  opening(by: Actor, programmeId: string, input: object = {}): Promise<Made> {
    const bands = [{ grade: 'GENERAL', wageFrom: '3000.00', wageTo: '3500.00', basis: 'AGREED' }];
    const post =
      'employerId' in input ? { wageBands: bands, skills: ['电焊'] } : { work: 'SANITATION', monthlyPay: '600.00' };
    return made(by, 'openingCreate', { programmeId, title: '示例岗位', headcount: 2, ...post, ...input });
  },

  batch: (by: Actor, openingId: string, input: object = {}) =>
    made(by, 'dispatchBatchCreate', { openingId, day: '2026-03-10', transport: 'FREE', ...input }),

  placement: (by: Actor, input: object) => made(by, 'placementCreate', { validFrom: '2026-03-01', ...input }),

  seeker: (by: Actor, personId: string, input: object = {}) =>
    made(by, 'jobSeekerCreate', { personId, distance: 'OUTSIDE', skills: ['驾驶'], ...input }),

  /** Puts people into a batch. */
  async members(by: Actor, batchId: string, personIds: string[]): Promise<Made & { members: Made[] }> {
    const query = `mutation ($id: ID!, $input: DispatchMembersAddInput!) { dispatchMembersAdd(id: $id, input: $input) {
      record: dispatchBatch { id version members { id version } } errors { path message } } }`;
    const { dispatchMembersAdd } = await data(by, query, { id: batchId, input: { personIds, grade: 'GENERAL' } });
    return recordOf(dispatchMembersAdd);
  },

  /** The batch leaves on its day. */
  async departed(by: Actor, { id, version }: Made): Promise<Made & { members: (Made & { checkIns: Made[] })[] }> {
    const query = `mutation ($id: ID!, $version: Int!) { dispatchBatchDepart(id: $id, version: $version) {
      record: dispatchBatch { id version members { id version checkIns { id version } } } errors { path message } } }`;
    return recordOf((await data(by, query, { id, version })).dispatchBatchDepart);
  },
};
