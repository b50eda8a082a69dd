import { RecordResolver, takesInput } from '../access/index.js';
import { heldWhereLives, Person } from '../households/index.js';
import { OrderDirection } from '../kernel/index.js';
import { anyId, heldAt, type List } from '../reading/index.js';
import { stationField } from '../tenancy/index.js';
import { issueCertificates } from './certificate.service.js';
import {
  CertificateIssue,
  TrainingCertificateFilter,
  TrainingCertificateOrder,
  TrainingCertificatesIssueInput,
} from './certificateIssue.js';
import { Course } from './course.js';
import { TrainingCertificate } from './trainingCertificate.js';

const permission = 'training.read';

const trainingCertificateList: List<TrainingCertificate, TrainingCertificateFilter> = {
  name: 'trainingCertificates',
  entity: () => TrainingCertificate,
  walls: [heldAt(permission)],
  filter: { course: anyId('course', 'course', { isRelation: true }) },
  orders: { NUMBER: { property: 'number', each: ['course'] } },
  usually: OrderDirection.ASC,
};

/** Certificates of courses. */
export const trainingCertificates = new RecordResolver(TrainingCertificate, 'trainingCertificate')
  .list({
    list: trainingCertificateList,
    filter: TrainingCertificateFilter,
    order: TrainingCertificateOrder,
    permission,
    says: 'Certificates, by number （结业证书）.',
  })
  .act({
    name: 'trainingCertificatesIssue',
    permission: 'training.edit',
    says: 'Issues certificates to those who completed a course, each answered for itself （批量发证）.',
    takes: { input: takesInput(TrainingCertificatesIssueInput) },
    answers: { field: 'result', type: CertificateIssue },
    isUnread: true,
    run: (ctx, { input }) => issueCertificates(ctx, input),
  })
  .field('station', stationField('Where the course is given （开课单位）.'))
  .reference('course', { type: () => Course, permission, says: 'The course （课程）.' })
  .reference('person', { type: () => Person, permission: 'household.read', says: 'Who holds it （人）.' });

/** What a person’s file shows of certificates. */
export const certificatesOfPerson = new RecordResolver(Person, 'person').children('trainingCertificates', {
  type: () => TrainingCertificate,
  by: 'person',
  order: [
    ['issuedOn', 'asc'],
    ['id', 'asc'],
  ],
  permission,
  wall: heldWhereLives(permission, 'person'),
  says: 'Certificates of courses, in order （结业证书）.',
});
