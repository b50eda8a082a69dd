export { CourseEdit as default } from './CourseForm.js';
