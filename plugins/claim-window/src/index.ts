export { claimWindowPlugin } from './claim-window.plugin.js';
