import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '@laurel/plugin-kit';
import { aClaim, aRequireInput, aRuleInput, describePlugin, ruleText } from '@laurel/plugin-kit/conformance';
import { AttestationConfig } from './attestation.config.js';
import { attestationPlugin } from './attestation.plugin.js';

const storedConfig = { title: 'Attestation', statement: 'I took part in these sessions.', isRequired: true };
const config = parseConfig(AttestationConfig, storedConfig);
const optional = aRequireInput(parseConfig(AttestationConfig, { ...storedConfig, isRequired: false }));
const before = aRequireInput(config);
const after = aRequireInput(config, { claim: aClaim({ isAttested: true }) });

describePlugin(attestationPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  require: { 'before the learner confirmed': before, 'after it': after, 'where it is on offer': optional },
  rule: {
    'where it is required': aRuleInput(config),
    'where it is on offer': aRuleInput(optional.config),
  },
});

describe('attestation', () => {
  it('is unmet until the learner confirms, and says what is confirmed', () => {
    expect(attestationPlugin.require?.(before)).toEqual([
      {
        key: 'statement',
        state: 'unmet',
        title: 'Attestation',
        reason: { code: 'unconfirmed', facts: { statement: 'I took part in these sessions.' } },
        action: { kind: 'attest' },
      },
    ]);
    expect(attestationPlugin.require?.(after).map(({ state }) => state)).toEqual(['met']);
  });

  it('can be on offer only', () => {
    expect(attestationPlugin.require?.(optional).map(({ state, action }) => [state, action])).toEqual([
      ['optional', { kind: 'attest' }],
    ]);
  });
});

describe('the rule', () => {
  it('quotes the statement, and says whether the claim waits for it', () => {
    expect(ruleText(attestationPlugin, aRuleInput(config))).toBe(
      'Before a claim is submitted, its learner confirms: “I took part in these sessions”.',
    );
    expect(ruleText(attestationPlugin, aRuleInput(optional.config))).toBe(
      'Learners may confirm: “I took part in these sessions”. A claim does not wait for it.',
    );
  });
});
