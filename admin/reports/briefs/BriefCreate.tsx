export { BriefCreate as default } from './BriefForm.js';
