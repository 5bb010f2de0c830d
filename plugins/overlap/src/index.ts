export { overlapPlugin } from './overlap.plugin.js';
