import { programmeColumns } from '../programmes/index.js';
import { listColumns } from '../reading/index.js';

/** Training programmes as a file. */
const programmes = programmeColumns('trainingProgrammes', { zh: '培训项目清单', en: 'Training programmes' }, [
  ['category', '培训类别', 'Category'],
  ['form', '培训形式', 'Form'],
  ['audience', '培训对象', 'Audience'],
  ['plannedSessions', '计划场次', 'Planned sessions'],
  ['plannedPlaces', '计划人数', 'Planned places'],
]);

const courses = listColumns('courses', { zh: '课程清单', en: 'Courses' }, [
  ['title', '课程名称', 'Title'],
  ['programme.title', '培训项目', 'Training programme'],
  ['station.name', '开课单位', 'Given at'],
  ['audiences', '授课对象', 'For whom'],
  ['startsOn', '开始日期', 'First day'],
  ['endsOn', '结束日期', 'Last day'],
  ['capacity', '名额', 'Places'],
  ['enrolledCount', '已占名额', 'Taken'],
  ['waitingCount', '候补', 'Waiting'],
  ['provider.name', '培训机构', 'Provider'],
]);

/** Who is enrolled in a course. */
const enrolments = listColumns('course.enrolments', { zh: '报名名单', en: 'Enrolments' }, [
  ['no', '序号', 'No.'],
  ['person.name', '姓名', 'Name'],
  ['person.sex', '性别', 'Sex'],
  ['person.idNumberMasked', '身份证号', 'Identity number'],
  ['household.code', '户编号', 'Number of the household'],
  ['classGroup.name', '班', 'Class group'],
  ['state', '报名状态', 'State'],
  ['stateSince', '状态起始日', 'Since'],
  ['attendedCount', '到课次数', 'Sessions attended'],
  ['reason', '退出原因', 'Why they left'],
]);

/** The marks of a session's roster. */
const attendances = listColumns('courseSession.attendances', { zh: '签到表', en: 'Attendance roster' }, [
  ['enrolment.no', '序号', 'No.'],
  ['person.name', '姓名', 'Name'],
  ['person.idNumberMasked', '身份证号', 'Identity number'],
  ['enrolment.household.code', '户编号', 'Number of the household'],
  ['enrolment.classGroup.name', '班', 'Class group'],
  ['session.heldOn', '上课日期', 'Held on'],
  ['isPresent', '到课', 'Present'],
]);

/** The lists of training as files. */
export const trainingColumns = [programmes, courses, enrolments, attendances] as const;
