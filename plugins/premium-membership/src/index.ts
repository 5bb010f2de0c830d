export { premiumMembershipPlugin } from './premium-membership.plugin.js';
