export { courseCompletionsPlugin } from './course-completions.plugin.js';
