import { beforeAll, describe, expect, it } from '@jest/globals';
import { actors } from '../../support/actors.js';
import { ask, codes, data } from '../../support/app.js';
import { mistakes, stationId } from '../../support/programmes.js';
import { courseFields, courseInput, makeCourse, makeSessions, makeTraining, staffOf } from '../../support/training.js';

const { editor, office, clerk, lead } = staffOf('chijin');
const create = `mutation ($input: CourseCreateInput!, $key: String) {
  answer: courseCreate(input: $input, idempotencyKey: $key) { course { ${courseFields} } errors { path code message } } }`;
const update = `mutation ($id: ID!, $version: Int!, $input: CourseUpdateInput!) {
  answer: courseUpdate(id: $id, version: $version, input: $input) { course { ${courseFields} } errors { path code message } } }`;
const change = `mutation ($id: ID!, $version: Int!, $input: CourseSessionUpdateInput!) {
  answer: courseSessionUpdate(id: $id, version: $version, input: $input) {
    courseSession { id version heldOn topic hours isCancelled teacher { name } } errors { path code message } } }`;

let town = '';
let village = '';
let programmeId = '';

beforeAll(async () => {
  [town, village] = [await stationId('620981102'), await stationId('620981102200')];
  programmeId = (await makeTraining(editor, office, town)).id;
});

describe('a course', () => {
  it('is opened in a programme under way, at a village below it, with one class group of its own', async () => {
    const { answer } = await data(editor, create, { input: { programmeId, ...courseInput, stationId: village } });
    expect(answer.errors).toEqual([]);
    expect(answer.course).toMatchObject({
      title: '示例课程',
      audiences: ['HOUSEHOLD'],
      station: { code: '620981102200' },
      programme: { id: programmeId },
      enrolledCount: 0,
      classGroups: [{ name: '一班', level: null }],
    });
    const found = await data(
      lead,
      `query ($p: [ID!], $w: ID!, $id: ID!) { courses(where: { programme: { in: $p }, within: $w }) { totalCount nodes { id } }
         course(id: $id) { title } trainingProgramme(id: $id) { id } }`,
      { p: [programmeId], w: village, id: answer.course.id },
    );
    expect(found).toMatchObject({ courses: { totalCount: 1 }, course: { title: '示例课程' }, trainingProgramme: null });
  });

  it('is made once, however often the same click arrives, and shown on its programme', async () => {
    const input = { programmeId, ...courseInput, title: '只开一次' };
    const both = await Promise.all([
      data(editor, create, { input, key: 'once' }),
      data(editor, create, { input, key: 'once' }),
    ]);
    expect(new Set(both.map(({ answer }) => answer.course.id)).size).toBe(1);
    const { trainingProgramme } = await data(
      editor,
      'query ($id: ID!) { trainingProgramme(id: $id) { courses { nodes { title } } } }',
      { id: programmeId },
    );
    const titles = trainingProgramme.courses.nodes.map((one: { title: string }) => one.title);
    expect(titles.filter((title: string) => title === '只开一次')).toHaveLength(1);
  });

  it('is refused with every mistake at once', async () => {
    const input = {
      programmeId,
      title: ' ',
      audiences: [],
      capacity: 0,
      startsOn: '2026-02-01',
      endsOn: '2027-01-01',
      classGroups: [{ name: '甲' }, { name: '甲' }],
    };
    expect(mistakes(await ask(editor, create, { input }))).toEqual([
      ['REQUIRED', 'input.title'],
      ['REQUIRED', 'input.audiences'],
      ['OUT_OF_RANGE', 'input.capacity'],
      ['OUT_OF_RANGE', 'input.startsOn'],
      ['OUT_OF_RANGE', 'input.endsOn'],
      ['TAKEN', 'input.classGroups.1.name'],
    ]);
    const elsewhere = { programmeId, ...courseInput, stationId: await stationId('620981') };
    expect(codes(await ask(editor, create, { input: elsewhere }))).toEqual(['FORBIDDEN']);
    const sibling = await makeTraining(editor, office, village);
    const beside = { programmeId: sibling.id, ...courseInput, stationId: await stationId('620981102201') };
    expect(mistakes(await ask(editor, create, { input: beside }))).toEqual([['INVALID', 'input.stationId']]);
  });

  it('belongs to a programme that is approved or under way', async () => {
    const draft = await makeTraining(editor, office, town, 'DRAFT');
    const input = { programmeId: draft.id, ...courseInput };
    expect(mistakes(await ask(editor, create, { input }))).toEqual([['WRONG_STATE', null]]);
    const approved = await makeTraining(editor, office, town, 'APPROVED');
    expect(mistakes(await ask(editor, create, { input: { ...input, programmeId: approved.id } }))).toEqual([]);
  });

  it('is no business of the clerk, of another kind’s editor, of a sibling town or of another county', async () => {
    const input = { programmeId, ...courseInput };
    expect(codes(await ask(clerk, create, { input }))).toEqual(['FORBIDDEN']);
    expect(codes(await ask(actors.editor('jobs', 'chijin'), create, { input }))).toEqual(['FORBIDDEN']);
    for (const stranger of [actors.editor('training', 'huangzhawan'), actors.editor('training', 'daye', '450481')])
      expect(codes(await ask(stranger, create, { input }))).toEqual(['NOT_FOUND']);
    const course = await makeCourse(editor, programmeId);
    const { course: seen } = await data(
      actors.editor('training', 'huangzhawan'),
      'query ($id: ID!) { course(id: $id) { id } }',
      {
        id: course.id,
      },
    );
    expect(seen).toBeNull();
  });

  it('is changed in the version that was seen, and keeps its sessions within its period', async () => {
    const course = await makeCourse(editor, programmeId);
    await makeSessions(editor, course.id, ['2026-03-05', '2026-06-01']);
    const { answer } = await data(editor, update, { id: course.id, version: 1, input: { title: '改名', capacity: 5 } });
    expect(answer.course).toMatchObject({ title: '改名', capacity: 5, version: 2 });
    expect(codes(await ask(editor, update, { id: course.id, version: 1, input: { title: '旧' } }))).toEqual(['STALE']);
    const short = await ask(editor, update, { id: course.id, version: 2, input: { endsOn: '2026-05-01' } });
    expect(mistakes(short)).toEqual([['INVALID', 'input.endsOn']]);
  });

  it('gets further class groups, each name once', async () => {
    const course = await makeCourse(editor, programmeId, { classGroups: [{ name: '甲班', level: '初级' }] });
    const add = `mutation ($input: ClassGroupCreateInput!) {
      answer: classGroupCreate(input: $input) { classGroup { name level course { id } } errors { path code message } } }`;
    const { answer } = await data(editor, add, { input: { courseId: course.id, name: '乙班', level: '中级' } });
    expect(answer.classGroup).toEqual({ name: '乙班', level: '中级', course: { id: course.id } });
    expect(mistakes(await ask(editor, add, { input: { courseId: course.id, name: '甲班' } }))).toEqual([
      ['TAKEN', 'input.name'],
    ]);
  });
});

describe('a session', () => {
  it('is planned for many days at once, by a teacher of a provider', async () => {
    const course = await makeCourse(editor, programmeId);
    const { trainingProviderCreate, teacherCreate } = await data(
      editor,
      `mutation ($p: TrainingProviderCreateInput!) { trainingProviderCreate(input: $p) { trainingProvider { id } } }`,
      { p: { name: '示例农科院' } },
    ).then(async (provider) => {
      const input = {
        name: '孙辰',
        speciality: '栽培',
        providerId: provider.trainingProviderCreate.trainingProvider.id,
      };
      const query = `mutation ($t: TeacherCreateInput!) { teacherCreate(input: $t) { teacher { id provider { name } } } }`;
      return { ...provider, ...(await data(editor, query, { t: input })) };
    });
    expect(trainingProviderCreate.trainingProvider.id).toBeTruthy();
    expect(teacherCreate.teacher.provider).toEqual({ name: '示例农科院' });
    const teacherId = teacherCreate.teacher.id;
    const sessions = await makeSessions(editor, course.id, ['2026-03-06', '2026-03-05', '2026-03-05'], {
      teacherId,
      hours: '1.5',
    });
    expect(sessions.map((one) => one.heldOn)).toEqual(['2026-03-05', '2026-03-06']);
    const again =
      'mutation ($p: TrainingProviderCreateInput!) { answer: trainingProviderCreate(input: $p) { errors { path code } } }';
    expect(mistakes(await ask(editor, again, { p: { name: '示例农科院' } }))).toEqual([['TAKEN', 'input.name']]);
    const { courseSession, teachers, trainingProviders } = await data(
      editor,
      `query ($id: ID!) { courseSession(id: $id) { hours teacher { name } course { title } attendances { id } }
         teachers(where: { name: { startsWith: "孙" } }) { nodes { name speciality } } trainingProviders { nodes { name } } }`,
      { id: sessions[0].id },
    );
    expect(courseSession).toEqual({
      hours: '1.5',
      teacher: { name: '孙辰' },
      course: { title: '示例课程' },
      attendances: [],
    });
    expect([teachers.nodes, trainingProviders.nodes]).toEqual([
      [{ name: '孙辰', speciality: '栽培' }],
      [{ name: '示例农科院' }],
    ]);
  });

  it('lies within the period of the course', async () => {
    const course = await makeCourse(editor, programmeId);
    const query = `mutation ($input: CourseSessionsCreateInput!) {
      answer: courseSessionsCreate(input: $input) { course { id } errors { path code message } } }`;
    const input = { courseId: course.id, days: ['2026-03-01', '2026-04-01'], topic: '', hours: '12.5' };
    expect(mistakes(await ask(editor, query, { input }))).toEqual([
      ['OUT_OF_RANGE', 'input.days'],
      ['OUT_OF_RANGE', 'input.hours'],
      ['REQUIRED', 'input.topic'],
    ]);
  });

  it('is moved, and called off', async () => {
    const course = await makeCourse(editor, programmeId);
    const [session] = await makeSessions(editor, course.id, ['2026-03-05']);
    const moved = await data(editor, change, {
      id: session.id,
      version: 1,
      input: { heldOn: '2026-03-09', topic: '改期' },
    });
    expect(moved.answer.courseSession).toMatchObject({ heldOn: '2026-03-09', topic: '改期', version: 2 });
    const outside = await ask(editor, change, { id: session.id, version: 2, input: { heldOn: '2026-07-09' } });
    expect(mistakes(outside)).toEqual([['OUT_OF_RANGE', 'input.heldOn']]);
    expect(codes(await ask(editor, change, { id: session.id, version: 1, input: { topic: '旧' } }))).toEqual(['STALE']);
    const off = await data(editor, change, { id: session.id, version: 2, input: { isCancelled: true } });
    expect(off.answer.courseSession.isCancelled).toBe(true);
  });
});

describe('teachers and providers of the county', () => {
  const provider = `mutation ($input: TrainingProviderCreateInput!) { made: trainingProviderCreate(input: $input) { record: trainingProvider { id version } errors { path code } } }`;
  const rename = `mutation ($id: ID!, $version: Int!, $input: TrainingProviderUpdateInput!) {
    trainingProviderUpdate(id: $id, version: $version, input: $input) { trainingProvider { name version } errors { path code } } }`;
  const teacher = `mutation ($input: TeacherCreateInput!) { made: teacherCreate(input: $input) { record: teacher { id version } errors { path code } } }`;
  const change = `mutation ($id: ID!, $version: Int!, $input: TeacherUpdateInput!) {
    teacherUpdate(id: $id, version: $version, input: $input) { teacher { name speciality version provider { name } } errors { path code } } }`;

  it('are corrected by an editor, in the version that was seen, and never to a name that another has', async () => {
    const [first, second] = [
      (await data(editor, provider, { input: { name: '农技一站' } })).made.record,
      (await data(editor, provider, { input: { name: '农技二站' } })).made.record,
    ];
    const taken = await data(editor, rename, { ...second, input: { name: '农技一站' } });
    expect(taken.trainingProviderUpdate.errors).toEqual([{ path: ['input', 'name'], code: 'TAKEN' }]);
    const same = await data(editor, rename, { ...first, input: { name: '农技一站' } });
    expect(same.trainingProviderUpdate.errors).toEqual([]);
    const done = await data(editor, rename, { ...second, input: { name: '农技推广二站' } });
    expect(done.trainingProviderUpdate.trainingProvider).toEqual({ name: '农技推广二站', version: 2 });
    expect(codes(await ask(editor, rename, { ...second, input: { name: '晚' } }))).toEqual(['STALE']);
    const made = (await data(editor, teacher, { input: { name: '孙和', providerId: first.id } })).made.record;
    const said = await data(editor, change, { ...made, input: { speciality: '羊病防治', providerId: null } });
    expect(said.teacherUpdate).toEqual({
      teacher: { name: '孙和', speciality: '羊病防治', version: 2, provider: null },
      errors: [],
    });
    const nameless = await data(editor, change, { id: made.id, version: 2, input: { name: ' ' } });
    expect(nameless.teacherUpdate.errors).toEqual([{ path: ['input', 'name'], code: 'REQUIRED' }]);
  });

  it('are not for a clerk to correct, nor for another county to find', async () => {
    const made = (await data(editor, teacher, { input: { name: '孙平' } })).made.record;
    const input = { speciality: '种植' };
    expect(codes(await ask(clerk, change, { ...made, input }))).toEqual(['FORBIDDEN']);
    const foreign = actors.editor('training', 'daye', '450481');
    expect(codes(await ask(foreign, change, { ...made, input }))).toEqual(['NOT_FOUND']);
  });
});
