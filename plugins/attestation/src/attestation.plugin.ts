import { definePlugin, PLUGIN_CONTRACT } from '@laurel/plugin-kit';
import { AttestationConfig } from './attestation.config.js';
import { messages } from './attestation.messages.js';

/** AMA PRA: learners claim only the credit commensurate with their participation, so they say so themselves. */
export const attestationPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'attestation',
  version: '1.1.0',
  title: 'Attestation',
  description: 'Asks learners to confirm a statement of the society before they submit their claim.',
  config: AttestationConfig,
  configVersion: 1,
  messages,

  require({ claim, config: { title, statement, isRequired } }) {
    return [
      {
        key: 'statement',
        state: claim.isAttested ? 'met' : isRequired ? 'unmet' : 'optional',
        title,
        reason: {
          code: claim.isAttested ? 'confirmed' : isRequired ? 'unconfirmed' : 'on-offer',
          // The sentence quotes it, so its own full stop would stand twice.
          facts: { statement: claim.isAttested ? statement.replace(/\.$/u, '') : statement },
        },
        action: { kind: 'attest' },
      },
    ];
  },
});
