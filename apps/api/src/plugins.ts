import type { Plugin } from '@laurel/plugin-kit';
import { appFlagsPlugin } from '@laurel/plugins/app-flags';
import { attestationPlugin } from '@laurel/plugins/attestation';
import { categoryCapsPlugin } from '@laurel/plugins/category-caps';
import { claimTotalsPlugin } from '@laurel/plugins/claim-totals';
import { claimWindowPlugin } from '@laurel/plugins/claim-window';
import { courseCompletionsPlugin } from '@laurel/plugins/course-completions';
import { creditExpiryPlugin } from '@laurel/plugins/credit-expiry';
import { creditReportingConsentPlugin } from '@laurel/plugins/credit-reporting-consent';
import { manualDocumentRequestPlugin } from '@laurel/plugins/manual-document-request';
import { overlapPlugin } from '@laurel/plugins/overlap';
import { premiumMembershipPlugin } from '@laurel/plugins/premium-membership';
import { professionDocumentsPlugin } from '@laurel/plugins/profession-documents';
import { remotePlugin } from '@laurel/plugins/remote';
import { requiredEvaluationPlugin } from '@laurel/plugins/required-evaluation';
import { sessionEvaluationPlugin } from '@laurel/plugins/session-evaluation';
import { singleSubmissionPlugin } from '@laurel/plugins/single-submission';
import { tierEligibilityPlugin } from '@laurel/plugins/tier-eligibility';

/** Every installed plugin. This is the only place that names one; nothing is discovered. */
export const plugins: readonly Plugin[] = [
  appFlagsPlugin,
  attestationPlugin,
  categoryCapsPlugin,
  claimTotalsPlugin,
  claimWindowPlugin,
  courseCompletionsPlugin,
  creditExpiryPlugin,
  creditReportingConsentPlugin,
  manualDocumentRequestPlugin,
  overlapPlugin,
  premiumMembershipPlugin,
  professionDocumentsPlugin,
  remotePlugin,
  requiredEvaluationPlugin,
  sessionEvaluationPlugin,
  singleSubmissionPlugin,
  tierEligibilityPlugin,
];
