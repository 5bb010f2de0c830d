export { creditReportingConsentPlugin } from './credit-reporting-consent.plugin.js';
