import { actors } from '../../support/actors.js';
import {
  makeCertificates,
  makeDemand,
  makeHeldTest,
  makeHolder,
  makeMenuItem,
  makeScores,
  makeTestedCourse,
} from '../../support/learning.js';
import type { Entry } from '../everyPage.pages.js';
import { idOf } from '../stations/stations.js';

const NAMES = ['李安', '王和', '赵清'];

/** Chijin's wishes, a course that was tested and completed, and its certificates. */
export async function learningPages(): Promise<Record<string, Entry>> {
  const [by, clerk, town] = [actors.editor('training', 'chijin'), actors.clerk('chijin'), await idOf('620981102200')];
  const people = { editor: by, director: actors.office('chijin'), clerk };
  const course = await makeTestedCourse(people, town, NAMES, 'COMPLETED');
  const test = await makeHeldTest(by, course);
  const scores = course.enrolments.map(({ id }, index) => ({ enrolmentId: id, score: 50 + index * 20 }));
  await makeScores(by, test.id, scores);
  await makeCertificates(by, course);
  const item = await makeMenuItem(by, await idOf('620981102'), '日光温室蔬菜栽培');
  await makeDemand(clerk, { itemId: item.id, personId: course.enrolments[0]?.personId, priority: 'HIGH' });
  await makeDemand(clerk, { itemId: item.id, stationId: town, people: 12 });
  await makeHolder(clerk, course.enrolments[1]?.personId ?? '');
  return {
    trainingDemands: { by },
    levelTests: { by, id: test.id },
    knowHowHolders: { by },
    knowHowGaps: { by },
    trainingCertificates: { by, id: course.id, more: { course: `/trainingCertificates?course=${course.id}` } },
  };
}
