import { describe, expect, it } from '@jest/globals';
import { allow, parseConfig, renderMessage } from '@laurel/plugin-kit';
import {
  aMoment,
  anActivity,
  anEvidence,
  anOffering,
  anOfferInput,
  aRuleInput,
  describePlugin,
  ruleText,
} from '@laurel/plugin-kit/conformance';
import fc from 'fast-check';
import { CreditExpiryConfig } from './credit-expiry.config.js';
import { messages } from './credit-expiry.messages.js';
import { creditExpiryPlugin } from './credit-expiry.plugin.js';
import { expiryOf } from './expiry.js';
import { LocalDays } from './local-days.js';

const storedConfig = {
  keepsMonths: 36,
  warnDays: [7, 90, 30],
  evidenceKinds: ['completion'],
};
const config = parseConfig(CreditExpiryConfig, storedConfig);
const keeping = (keepsMonths: number) => parseConfig(CreditExpiryConfig, { keepsMonths });
const topic = anOffering({ id: 'topic', title: 'Sepsis', startsAt: null, endsAt: null, day: null });
const both = anOffering({
  id: 'topic',
  title: 'Sepsis',
  credits: [
    { creditType: 'ama-pra-1', amount: 100 },
    { creditType: 'abp-moc-2', amount: 50 },
  ],
});
const completion = (local: string, over = {}) =>
  anEvidence({ kind: 'completion', offeringId: 'topic', occurredAt: aMoment(local), ...over });
const evidence = [completion('2023-05-03T18:00')];
const offering = (now: string, over: Parameters<typeof anOfferInput>[1] = {}) =>
  anOfferInput(config, { offering: topic, evidence, now: aMoment(now), ...over });
const offer = (...given: Parameters<typeof offering>) => creditExpiryPlugin.offer?.(offering(...given));

describePlugin(creditExpiryPlugin, {
  folder: import.meta.dirname,
  storedConfig,
  offer: {
    'without evidence': offering('2026-01-01T12:00', { evidence: [] }),
    'after it expired': offering('2026-05-04T00:00'),
  },
  rule: {
    'for years': aRuleInput(config),
    'for months': aRuleInput(keeping(18)),
  },
});

describe('earned credit', () => {
  it('keeps through the whole of its last day, and says until when and when to warn', () => {
    expect(offer('2026-05-03T23:59:59')).toEqual({
      allowed: true,
      until: aMoment('2026-05-03T23:59:59'),
      warnAt: [aMoment('2026-02-02T09:00'), aMoment('2026-04-03T09:00'), aMoment('2026-04-26T09:00')],
    });
    expect(offer('2026-05-04T00:00')).toMatchObject({ allowed: false, reason: { code: 'expired' } });
  });

  it('says the days when it has expired', () => {
    const answer = offer('2026-06-01T12:00');
    const facts = answer?.allowed === false ? answer.reason.facts : {};
    const voice = { timeZone: 'America/Chicago', locale: 'en-US' };
    expect(renderMessage(messages.expired, facts, voice, {}).text).toBe(
      'You earned this on Wednesday, May 3, 2023. It could be claimed until Sunday, May 3, 2026.',
    );
  });

  it('is earned on the day of the activity’s zone, by the first evidence of the wanted kind', () => {
    const late = completion('2023-05-03T23:30');
    const inTokyo = { evidence: [late], activity: anActivity({ timeZone: 'Asia/Tokyo' }) };
    expect(offer('2023-06-01T12:00', inTokyo)).toMatchObject({
      until: aMoment('2026-05-04T23:59:59', 'Asia/Tokyo'),
    });
    const more = [
      completion('2024-01-01T12:00'),
      ...evidence,
      completion('2020-01-01T12:00', { kind: 'app-flag' }),
    ];
    expect(offer('2023-06-01T12:00', { evidence: more })).toMatchObject({
      until: aMoment('2026-05-03T23:59:59'),
    });
    expect(
      offer('2033-06-01T12:00', { evidence: [completion('2020-01-01T12:00', { offeringId: 'x' })] }),
    ).toBe(allow);
  });

  it.each([
    ['2024-02-29', 36, '2027-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-12-31', 2, '2024-02-29'],
  ])('earned on %s and keeping %p months lasts through %s', (earnedOn, months, lastDay) => {
    const expiry = expiryOf(Temporal.PlainDate.from(earnedOn), months, [], 'America/Chicago');
    expect(expiry.lastDay.toString()).toBe(lastDay);
  });

  it('keeps as long for every credit type of a topic, and none is taken off a claim', () => {
    const whole = { until: aMoment('2026-05-03T23:59:59') };
    expect(offer('2025-01-01T12:00', { offering: both })).toMatchObject(whole);
    expect(offer('2026-05-03T23:59:59', { offering: both })).toMatchObject(whole);
    expect(offer('2026-05-04T00:00', { offering: both })).toMatchObject({ allowed: false });
    expect(creditExpiryPlugin.award).toBeUndefined();
    expect(Object.keys(new CreditExpiryConfig())).not.toContain('creditTypes');
  });

  it('is denied exactly after its last second, in every zone, and warned of before', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
      .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));
    const zone = fc.constantFrom('America/Chicago', 'Asia/Tokyo', 'Pacific/Apia', 'Africa/Cairo', 'UTC');
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 240 }), zone, (earnedOn, months, timeZone) => {
        const { lastDay, until, answer } = expiryOf(earnedOn, months, [90, 30, 7], timeZone);
        const next = lastDay.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
        expect(until.add({ seconds: 1 }).equals(next)).toBe(true);
        expect(until.toZonedDateTimeISO(timeZone).toPlainDate().equals(lastDay)).toBe(true);
        const elapsed = earnedOn.until(lastDay, { largestUnit: 'months' });
        expect(Math.abs(elapsed.months - months) <= 1 && lastDay.day <= earnedOn.day).toBe(true);
        expect(
          (answer.warnAt ?? []).map(
            (at) => at.toZonedDateTimeISO(timeZone).toPlainDate().until(lastDay).days,
          ),
        ).toEqual([90, 30, 7]);
      }),
    );
  });
});

describe('local days', () => {
  it('are those of the calendar at every moment, where clocks change and where a day was skipped', () => {
    const zone = fc.constantFrom(
      'America/Chicago',
      'Asia/Tokyo',
      'Pacific/Apia',
      'Australia/Lord_Howe',
      'UTC',
    );
    const moment = fc.oneof(
      fc.integer({ min: 0, max: 2_500_000_000_000 }),
      // Around the day that Samoa skipped, and a change of clocks.
      fc.integer({ min: 1_325_100_000_000, max: 1_325_400_000_000 }),
      fc.integer({ min: 1_772_900_000_000, max: 1_773_100_000_000 }),
    );
    fc.assert(
      fc.property(zone, fc.array(moment, { minLength: 1, maxLength: 20 }), (timeZone, moments) => {
        const days = new LocalDays(timeZone);
        for (const at of moments) {
          const expected = Temporal.Instant.fromEpochMilliseconds(at)
            .toZonedDateTimeISO(timeZone)
            .toPlainDate();
          expect(days.of(at).day.toString()).toBe(expected.toString());
        }
      }),
    );
  });
});

describe('the rule', () => {
  it.each([
    [1, '1 month'],
    [12, 'one year'],
    [18, '18 months'],
    [36, 'three years'],
    [120, '10 years'],
  ])('of %d months says %s', (months, words) => {
    expect(ruleText(creditExpiryPlugin, aRuleInput(keeping(months)))).toBe(
      `Credit can be claimed for ${words} after it was earned.`,
    );
  });
});
