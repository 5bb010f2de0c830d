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

  rule: ({ config: { statement, isRequired } }) => [
    {
      code: isRequired ? 'rule-required' : 'rule-optional',
      facts: { statement: withoutStop(statement) },
    },
  ],

  require({ claim, config: { title, statement, isRequired } }) {
    return [
      {
        key: 'statement',
        state: claim.isAttested ? 'met' : isRequired ? 'unmet' : 'optional',
        title,
        reason: {
          code: claim.isAttested ? 'confirmed' : isRequired ? 'unconfirmed' : 'on-offer',
          facts: { statement: claim.isAttested ? withoutStop(statement) : statement },
        },
        action: { kind: 'attest' },
      },
    ];
  },
});

/** Where a sentence quotes the statement, its own full stop would stand twice. */
const withoutStop = (statement: string): string => statement.replace(/\.$/u, '');
