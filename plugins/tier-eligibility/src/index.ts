export { tierEligibilityPlugin } from './tier-eligibility.plugin.js';
