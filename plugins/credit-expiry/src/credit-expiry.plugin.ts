import {
  allow,
  definePlugin,
  deny,
  PLUGIN_CONTRACT,
  type Adjustment,
  type DecisionInput,
} from '@laurel/plugin-kit';
import { CreditExpiryConfig } from './credit-expiry.config.js';
import { messages } from './credit-expiry.messages.js';
import { earnedAt } from './earned-days.js';
import { expiryOf, keepsMonths, type Expiry } from './expiry.js';

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
    const earnedOn = earnedDay(input, offering.id);
    if (earnedOn === null) return allow;
    const types = offering.credits.length === 0 ? [''] : offering.credits.map(({ creditType }) => creditType);
    const months = [...new Set(types.map((type) => keepsMonths(config, type)))].sort((a, b) => a - b);
    let last: Expiry | null = null;
    for (const some of months) {
      last = expiryFor(input, earnedOn, some);
      // The next of its credit types to expire is what the learner wants to know.
      if (!isOver(last, now)) return { allowed: true, until: last.until, warnAt: last.warnAt };
    }
    if (last === null) return allow;
    return deny('expired', { earnedOn: earnedOn.toString(), lastOn: last.lastDay.toString() });
  },

  award(input) {
    const { counted, creditTypes, now, config } = input;
    return counted.flatMap(({ offering, creditType, amount }): readonly Adjustment[] => {
      const earnedOn = amount === 0 ? null : earnedDay(input, offering.id);
      if (earnedOn === null) return [];
      const expiry = expiryFor(input, earnedOn, keepsMonths(config, creditType));
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

const isOver = ({ until }: Expiry, now: Temporal.Instant): boolean =>
  // `until` is the last second; every part of that second still counts.
  now.epochMilliseconds >= until.epochMilliseconds + 1_000;

const earnedDay = ({ evidence, config, activity }: Input, offeringId: string): Temporal.PlainDate | null =>
  earnedAt(evidence, config.evidenceKinds, offeringId)?.toZonedDateTimeISO(activity.timeZone).toPlainDate() ??
  null;

/** Topics are often earned on the same few days; reading the calendar is what costs. */
const expiryFor = ({ config, activity }: Input, earnedOn: Temporal.PlainDate, months: number): Expiry => {
  const known = expiries.get(config);
  const kept = known?.timeZone === activity.timeZone ? known.byDay : new Map<string, Expiry>();
  if (kept !== known?.byDay) expiries.set(config, { timeZone: activity.timeZone, byDay: kept });
  const key = `${earnedOn.toString()} ${String(months)}`;
  const before = kept.get(key);
  if (before !== undefined) return before;
  const expiry = expiryOf(earnedOn, months, config.warnDays, activity.timeZone);
  // Days are few; the bound only guards against evidence that invents them.
  if (kept.size >= 20_000) kept.clear();
  kept.set(key, expiry);
  return expiry;
};

const expiries = new WeakMap<
  CreditExpiryConfig,
  { readonly timeZone: string; readonly byDay: Map<string, Expiry> }
>();
