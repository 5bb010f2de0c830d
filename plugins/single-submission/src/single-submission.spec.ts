import { describe, expect, it } from '@jest/globals';
import { allow, parseConfig } from '@laurel/plugin-kit';
import {
  aClaim,
  anOfferInput,
  aRequireInput,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import { SingleSubmissionConfig } from './single-submission.config.js';
import { singleSubmissionPlugin } from './single-submission.plugin.js';

const storedConfig = { title: 'Submitting closes your claim' };
const config = parseConfig(SingleSubmissionConfig, storedConfig);
const first = aClaim();
const amendment = aClaim({ isAmendment: true });
const reopened = aClaim({ isAmendment: true, isReopened: true });

describePlugin(singleSubmissionPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  offer: {
    'before submission': anOfferInput(config, { claim: first }),
    'after submission': anOfferInput(config, { claim: amendment }),
  },
  require: {
    'before submission': aRequireInput(config, { claim: first }),
    'after submission': aRequireInput(config, { claim: amendment }),
    'for a reopened claim': aRequireInput(config, { claim: reopened }),
  },
  rule: {
    'of a society': aRuleInput(config),
  },
});

describe('one submission', () => {
  it.each([
    ['a first claim', first, true, ['met', 'closes-with-submission']],
    ['a submitted claim', amendment, false, ['unmet', 'closed']],
    ['a reopened claim', reopened, true, ['met', 'reopened']],
  ])('of %s', (_what, claim, isAllowed, requirement) => {
    const answer = singleSubmissionPlugin.offer?.(anOfferInput(config, { claim }));
    expect(answer?.allowed).toBe(isAllowed);
    if (isAllowed) expect(answer).toBe(allow);
    expect(
      singleSubmissionPlugin
        .require?.(aRequireInput(config, { claim }))
        .map(({ state, reason, action }) => [state, reason.code, action]),
    ).toEqual([[...requirement, undefined]]);
  });
});

describe('the rule', () => {
  it('says who opens a claim again', () => {
    expect(ruleText(singleSubmissionPlugin, aRuleInput(config))).toBe(
      'A claim is closed once it is submitted, unless Society for Cardiac Rhythm opens it again.',
    );
  });
});
