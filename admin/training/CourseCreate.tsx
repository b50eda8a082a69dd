export { CourseCreate as default } from './CourseForm.js';
