import {
  allow,
  definePlugin,
  PLUGIN_CONTRACT,
  type Adjustment,
  type DecisionInput,
} from '@laurel/plugin-kit';
import { CreditExpiryConfig } from './credit-expiry.config.js';
import { messages } from './credit-expiry.messages.js';
import { earnedAt } from './earned-days.js';
import { expiryOf, keepsMonths, type Expiry } from './expiry.js';
import { LocalDays, type LocalDay } from './local-days.js';

type Input = DecisionInput<CreditExpiryConfig>;

/** Earned credit keeps from the day of its completion, by the calendar of the activity's zone. */
export const creditExpiryPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'credit-expiry',
  version: '1.0.0',
  title: 'Credit expiry',
  description: 'Lets earned credit expire after some years, says until when it keeps, and when to warn.',
  config: CreditExpiryConfig,
  configVersion: 1,
  messages,

  offer(input) {
    const { offering, now, config } = input;
    const earned = earnedDay(input, offering.id);
    if (earned === null) return allow;
    let next: Expiry | null = null;
    let last = expiryFor(input, earned, keepsMonths(config, offering.credits[0]?.creditType ?? ''));
    for (const { creditType } of offering.credits) {
      const expiry = expiryFor(input, earned, keepsMonths(config, creditType));
      if (expiry.untilMilliseconds > last.untilMilliseconds) last = expiry;
      // The next of its credit types to expire is what the learner wants to know.
      const isNext = next === null || expiry.untilMilliseconds < next.untilMilliseconds;
      if (isNext && !isOver(expiry, now)) next = expiry;
    }
    return next === null && isOver(last, now) ? last.denial : (next ?? last).answer;
  },

  award(input) {
    const { counted, creditTypes, now, config } = input;
    return counted.flatMap(({ offering, creditType, amount }): readonly Adjustment[] => {
      const earned = amount === 0 ? null : earnedDay(input, offering.id);
      if (earned === null) return [];
      const expiry = expiryFor(input, earned, keepsMonths(config, creditType));
      if (!isOver(expiry, now)) return [];
      const facts = {
        creditType: creditTypes.find(({ key }) => key === creditType)?.name ?? creditType,
        topic: offering.title,
        lastOn: expiry.lastDay.toString(),
      };
      return [
        {
          creditType,
          delta: -amount,
          offeringIds: [offering.id],
          reason: { code: 'expired-in-type', facts },
        },
      ];
    });
  },
});

const isOver = ({ untilMilliseconds }: Expiry, now: Temporal.Instant): boolean =>
  // `until` is the last second; every part of that second still counts.
  now.epochMilliseconds >= untilMilliseconds + 1_000;

type Earned = LocalDay<Expiry>;

const earnedDay = ({ evidence, config, activity }: Input, offeringId: string): Earned | null => {
  const at = earnedAt(evidence, config.evidenceKinds, offeringId);
  return at === undefined ? null : daysFor(config, activity.timeZone).of(at);
};

const daysFor = (config: CreditExpiryConfig, timeZone: string): LocalDays<Expiry> => {
  const known = calendars.get(config);
  if (known?.timeZone === timeZone) return known;
  const days = new LocalDays<Expiry>(timeZone);
  calendars.set(config, days);
  return days;
};

const expiryFor = ({ config, activity }: Input, { day, notes }: Earned, months: number): Expiry => {
  const known = notes.get(months);
  if (known !== undefined) return known;
  const expiry = expiryOf(day, months, config.warnDays, activity.timeZone);
  notes.set(months, expiry);
  return expiry;
};

const calendars = new WeakMap<CreditExpiryConfig, LocalDays<Expiry>>();
