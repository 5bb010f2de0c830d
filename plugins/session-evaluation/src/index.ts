export { sessionEvaluationPlugin } from './session-evaluation.plugin.js';
