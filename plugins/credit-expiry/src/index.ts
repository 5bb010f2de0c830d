export { creditExpiryPlugin } from './credit-expiry.plugin.js';
