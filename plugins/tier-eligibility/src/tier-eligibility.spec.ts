import { describe, expect, it } from '@jest/globals';
import { allow, parseConfig, renderMessage } from '@laurel/plugin-kit';
import {
  aLearner,
  anOffering,
  anOfferInput,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import { TierEligibilityConfig } from './tier-eligibility.config.js';
import { messages } from './tier-eligibility.messages.js';
import { tierEligibilityPlugin } from './tier-eligibility.plugin.js';

const storedConfig = {
  tiers: [
    { key: 'standard', label: 'Standard', admits: [] },
    { key: 'premier', label: 'Premier', admits: ['standard'], part: 'a Summit', parts: 'Summits' },
    { key: 'workshop', label: 'Workshop', admits: [] },
  ],
  upgradeHelp: 'The registration desk can upgrade you.',
  upgradeUrl: 'https://example.org/upgrade',
};
const config = parseConfig(TierEligibilityConfig, storedConfig);
const { upgradeUrl: _url, ...withoutUrl } = storedConfig;
const offlineConfig = parseConfig(TierEligibilityConfig, withoutUrl);
const input = (session: string | null, learner: string | null, used = config) =>
  anOfferInput(used, { offering: anOffering({ tier: session }), learner: aLearner({ tier: learner }) });

describePlugin(tierEligibilityPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  offer: {
    'for a session open to all': input(null, 'standard'),
    'for a Summit and a Standard registrant': input('premier', 'standard'),
    'for a Summit and someone without a tier': input('premier', null),
    'for a session of a tier without a part': input('workshop', 'standard', offlineConfig),
    'for a tier that nobody configured': input('Gold', 'Silver'),
  },
  rule: {
    'with tiers that admit to others': aRuleInput(config),
  },
});

describe('tier eligibility', () => {
  it.each([
    [null, null],
    ['premier', 'premier'],
    ['Premier', ' PREMIER '],
    ['standard', 'premier'],
    ['gold', 'Gold'],
  ])('allows a session for %p to a registrant of %p', (session, learner) => {
    expect(tierEligibilityPlugin.offer?.(input(session, learner))).toBe(allow);
  });

  it.each([
    ['premier', 'standard'],
    ['premier', null],
    ['workshop', 'premier'],
    ['gold', 'premier'],
  ])('denies a session for %p to a registrant of %p', (session, learner) => {
    expect(tierEligibilityPlugin.offer?.(input(session, learner))).toMatchObject({ allowed: false });
  });

  it('refuses a tier that admits to one that is not there', () => {
    const mistyped = { tiers: [{ key: 'premier', label: 'Premier', admits: ['Premier', 'standrad'] }] };
    expect(() => parseConfig(TierEligibilityConfig, mistyped)).toThrow(
      'tiers admit to "standrad", which is not the key of one of them',
    );
  });

  const said = (used: typeof config) => {
    const answer = tierEligibilityPlugin.offer?.(input('premier', 'standard', used));
    const facts = answer?.allowed === false ? answer.reason.facts : {};
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    return renderMessage(messages['part-needs-tier'], facts, voice, {});
  };

  it('says what is needed, what the learner has, and what would help', () => {
    expect(said(offlineConfig)).toEqual({
      text: 'This session is part of a Summit. Summits need a Premier registration; yours is Standard.',
      remedy: 'The registration desk can upgrade you.',
    });
  });

  it('ends in the address where learners can do it themselves, with its label', () => {
    expect(said(config).remedy).toBe(
      'The registration desk can upgrade you. Upgrade to Premier: https://example.org/upgrade.',
    );
  });
});

describe('the rule', () => {
  it('says for each tier who may claim its sessions', () => {
    expect(ruleText(tierEligibilityPlugin, aRuleInput(config))).toBe(
      'Sessions of the tier Standard are for Standard and Premier registrants. ' +
        'Summits are for Premier registrants. ' +
        'Sessions of the tier Workshop are for Workshop registrants.',
    );
  });
});
