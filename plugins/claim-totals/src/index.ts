export { claimTotalsPlugin } from './claim-totals.plugin.js';
