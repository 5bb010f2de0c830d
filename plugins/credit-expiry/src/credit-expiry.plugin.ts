import { allow, definePlugin, PLUGIN_CONTRACT, type DecisionInput, type Reason } from '@laurel/plugin-kit';
import { CreditExpiryConfig } from './credit-expiry.config.js';
import { messages } from './credit-expiry.messages.js';
import { earnedAt } from './earned-days.js';
import { expiryOf, type Expiry } from './expiry.js';
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

  rule: ({ config: { keepsMonths } }): readonly Reason[] => [
    keepsMonths % 12 === 0
      ? { code: 'rule-years', facts: { years: keepsMonths / 12 } }
      : { code: 'rule-months', facts: { months: keepsMonths } },
  ],

  offer(input) {
    const earned = earnedDay(input, input.offering.id);
    if (earned === null) return allow;
    const expiry = expiryFor(input, earned);
    return isOver(expiry, input.now) ? expiry.denial : expiry.answer;
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

const expiryFor = ({ config, activity }: Input, earned: Earned): Expiry =>
  (earned.note ??= expiryOf(earned.day, config.keepsMonths, config.warnDays, activity.timeZone));

const calendars = new WeakMap<CreditExpiryConfig, LocalDays<Expiry>>();
