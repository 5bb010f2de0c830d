export { singleSubmissionPlugin } from './single-submission.plugin.js';
