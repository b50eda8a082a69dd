export { BriefEdit as default } from './BriefForm.js';
