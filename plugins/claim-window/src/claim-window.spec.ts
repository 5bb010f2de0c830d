import { describe, expect, it } from '@jest/globals';
import { allow, ConfigRefusedError, parseConfig, renderMessage } from '@laurel/plugin-kit';
import {
  aClaim,
  aMoment,
  anActivity,
  anOffering,
  anOfferInput,
  aRequireInput,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import { ClaimWindowConfig } from './claim-window.config.js';
import { messages } from './claim-window.messages.js';
import { claimWindowPlugin } from './claim-window.plugin.js';

const storedConfig = {
  opensAt: '2026-05-10T07:00',
  closesAt: '2026-08-31T17:00',
  amendableUntil: '2026-09-30T23:59',
  isBegunOnly: false,
};
const config = parseConfig(ClaimWindowConfig, storedConfig);
const at = (local: string, isAmendment = false) => ({ now: aMoment(local), claim: aClaim({ isAmendment }) });
const offer = (local: string, isAmendment = false) =>
  claimWindowPlugin.offer?.(anOfferInput(config, at(local, isAmendment)));
const begunOnly = parseConfig(ClaimWindowConfig, { ...storedConfig, isBegunOnly: true });
const deadlineAlone = parseConfig(ClaimWindowConfig, { closesAt: storedConfig.closesAt });
const ofSession = (startsAt: string | null, local: string, used = begunOnly) =>
  anOfferInput(used, {
    ...at(local),
    offering: anOffering({ startsAt: startsAt === null ? null : aMoment(startsAt) }),
  });
const [early, during, late] = ['2026-05-10T06:00', '2026-08-19T12:00', '2026-10-01T00:00'];

describePlugin(claimWindowPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  offer: {
    'before it opens': anOfferInput(config, at(early)),
    'while it is open': anOfferInput(config, at(during)),
    'after it closed': anOfferInput(config, at(late)),
    'after amendments closed': anOfferInput(config, at(late, true)),
    'before the session begins': ofSession('2026-05-14T08:00', '2026-05-14T07:59'),
    'once the session has begun': ofSession('2026-05-14T08:00', '2026-05-14T08:00'),
  },
  require: {
    'before it opens': aRequireInput(config, at(early)),
    'while it is open': aRequireInput(config, at(during)),
    'for an amendment': aRequireInput(config, at(during, true)),
    'after it closed': aRequireInput(config, at(late)),
  },
  rule: {
    'with everything set': aRuleInput(begunOnly),
    'with a deadline alone': aRuleInput(deadlineAlone),
  },
});

describe('claim window', () => {
  it.each([
    ['2026-05-10T06:59:59', false, 'not-open'],
    ['2026-05-10T07:00', false, null],
    ['2026-08-31T17:00:59', false, null],
    ['2026-08-31T17:01', false, 'closed'],
    ['2026-08-31T17:01', true, null],
    ['2026-09-30T23:59:59', true, null],
    ['2026-10-01T00:00', true, 'amendments-closed'],
  ])('at %s (amendment: %s) denies with %p', (local, isAmendment, code) => {
    const answer = offer(local, isAmendment);
    expect(answer?.allowed === false ? answer.reason.code : null).toBe(code);
    const [requirement] = claimWindowPlugin.require?.(aRequireInput(config, at(local, isAmendment))) ?? [];
    expect(requirement?.state).toBe(code === null ? 'met' : 'unmet');
  });

  it('reads the deadline in the zone of the activity', () => {
    const inBerlin = anActivity({ timeZone: 'Europe/Berlin' });
    const closed = anOfferInput(config, { ...at('2026-08-31T12:00'), activity: inBerlin });
    expect(claimWindowPlugin.offer?.(closed)).toMatchObject({ allowed: false });
    expect(offer('2026-08-31T12:00')).toBe(allow);
  });

  it('does not answer one learner with what it kept for another', () => {
    const now = aMoment('2026-09-15T12:00');
    const first = anOfferInput(config, { now, claim: aClaim({ isAmendment: true }) });
    expect(claimWindowPlugin.offer?.(first)).toBe(allow);
    expect(claimWindowPlugin.offer?.({ ...first, claim: aClaim() })).toMatchObject({ allowed: false });
  });

  it.each([
    ['2026-05-14T07:59:59', false],
    ['2026-05-14T08:00', true],
    ['2026-08-19T12:00', true],
    ['2026-10-01T00:00', false],
  ])('offers a session of 8:00 AM at %s: %p, where it must have begun', (local, isOffered) => {
    expect(claimWindowPlugin.offer?.(ofSession('2026-05-14T08:00', local))).toMatchObject({
      allowed: isOffered,
    });
  });

  it('offers what has no time, and by default what has not begun', () => {
    expect(claimWindowPlugin.offer?.(ofSession(null, '2026-05-14T07:00'))).toBe(allow);
    expect(claimWindowPlugin.offer?.(ofSession('2026-05-14T08:00', '2026-05-14T07:00', config))).toBe(allow);
  });

  it('says when a session begins', () => {
    const answer = claimWindowPlugin.offer?.(ofSession('2026-05-14T08:00', '2026-05-14T07:00'));
    const facts = answer?.allowed === false ? answer.reason.facts : {};
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    expect(renderMessage(messages['not-begun'], facts, voice, {}).text).toBe(
      'This session begins on Thursday, May 14, 2026 at 8:00 AM CDT; you can claim it from then.',
    );
  });

  it('closes amendments with claims when nothing else is said', () => {
    const plain = parseConfig(ClaimWindowConfig, { closesAt: '2026-08-31T17:00' });
    expect(claimWindowPlugin.offer?.(anOfferInput(plain, at('2026-09-01T12:00', true)))).toMatchObject({
      reason: { code: 'amendments-closed' },
    });
  });

  it('says a deadline as date, time, zone and how long is left', () => {
    const [requirement] = claimWindowPlugin.require?.(aRequireInput(config, at(during))) ?? [];
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    expect(renderMessage(messages.open, requirement?.reason.facts ?? {}, voice, {}).text).toBe(
      'You can claim until Monday, August 31, 2026 at 5:00 PM CDT. That is 12 days from now.',
    );
  });

  it.each([
    [{ closesAt: '2026-05-10T07:00', opensAt: '2026-05-10T07:00' }, 'closesAt must be later than opensAt'],
    [{ closesAt: '31 August' }, 'a date and time such as'],
    [{}, 'closesAt'],
  ])('refuses %j', (stored, reason) => {
    expect(() => parseConfig(ClaimWindowConfig, stored)).toThrow(ConfigRefusedError);
    expect(() => parseConfig(ClaimWindowConfig, stored)).toThrow(reason);
  });
});

describe('the rule', () => {
  it('says the dates in the zone of the activity', () => {
    expect(ruleText(claimWindowPlugin, aRuleInput(begunOnly))).toBe(
      'Credit can be claimed from Sunday, May 10, 2026 at 7:00 AM CDT to Monday, August 31, 2026 at 5:00 PM CDT. ' +
        'Submitted claims can be changed until Wednesday, September 30, 2026 at 11:59 PM CDT. ' +
        'A session can be claimed from its start on.',
    );
    const activity = anActivity({ timeZone: 'Europe/Berlin' });
    expect(ruleText(claimWindowPlugin, aRuleInput(deadlineAlone, { activity }))).toBe(
      'Credit can be claimed until Monday, August 31, 2026 at 5:00 PM GMT+2.',
    );
  });
});
