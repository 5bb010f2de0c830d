import {
  allow,
  definePlugin,
  deny,
  PLUGIN_CONTRACT,
  type ClaimView,
  type OfferAnswer,
  type TenantView,
} from '@laurel/plugin-kit';
import { SingleSubmissionConfig } from './single-submission.config.js';
import { messages } from './single-submission.messages.js';

/** A claim is submitted once, and closed by it; said before and after. */
export const singleSubmissionPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'single-submission',
  version: '1.0.0',
  title: 'One submission',
  description: 'Closes the claim when it is submitted: nothing can be added until the society reopens it.',
  config: SingleSubmissionConfig,
  configVersion: 1,
  messages,

  rule: ({ tenant }) => [{ code: 'rule', facts: { society: tenant.name } }],

  offer: ({ claim, tenant }) => (isClosed(claim) ? closedFor(tenant) : allow),

  require({ claim, tenant, config: { title } }) {
    const facts = { society: tenant.name };
    if (isClosed(claim)) {
      return [{ key: 'closed', state: 'unmet', title, reason: { code: 'closed', facts } }];
    }
    const code = claim.isAmendment ? 'reopened' : 'closes-with-submission';
    return [{ key: 'closed', state: 'met', title, reason: { code, facts } }];
  },
});

const isClosed = ({ isAmendment, isReopened }: ClaimView): boolean => isAmendment && !isReopened;

/** Asked for every session of a catalogue with the same answer each time. */
const closedFor = (tenant: TenantView): OfferAnswer => {
  const known = answers.get(tenant);
  if (known !== undefined) return known;
  const answer = deny('closed', { society: tenant.name });
  answers.set(tenant, answer);
  return answer;
};

const answers = new WeakMap<TenantView, OfferAnswer>();
