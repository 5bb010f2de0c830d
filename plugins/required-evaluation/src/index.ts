export { requiredEvaluationPlugin } from './required-evaluation.plugin.js';
