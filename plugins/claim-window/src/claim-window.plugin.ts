import {
  allow,
  definePlugin,
  deny,
  isBefore,
  PLUGIN_CONTRACT,
  type DecisionInput,
  type Reason,
} from '@laurel/plugin-kit';
import { ClaimWindowConfig } from './claim-window.config.js';
import { messages } from './claim-window.messages.js';
import { isDuring, windowOf, type ClaimWindow } from './window.js';

type Input = DecisionInput<ClaimWindowConfig>;

/** When credit may be claimed. The deadline is the provider's own: weeks to years. */
export const claimWindowPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'claim-window',
  version: '1.1.0',
  title: 'Claim window',
  description:
    'Opens and closes claiming and amending at dates and times in the zone of the activity, and if wanted each session from its start on.',
  config: ClaimWindowConfig,
  configVersion: 1,
  messages,

  rule({ config, activity: { timeZone } }): readonly Reason[] {
    const { opensAt, closesAt } = windowOf(config, false, timeZone);
    const amendments = windowOf(config, true, timeZone);
    const until = { closesAt: closesAt.toString() };
    return [
      opensAt === null
        ? { code: 'rule-until', facts: until }
        : { code: 'rule-between', facts: { opensAt: opensAt.toString(), ...until } },
      ...(config.amendableUntil === undefined
        ? []
        : [{ code: 'rule-amendments', facts: { amendableAt: amendments.closesAt.toString() } }]),
      ...(config.isBegunOnly ? [{ code: 'rule-begun-only', facts: {} }] : []),
    ];
  },

  offer(input) {
    const { config, now, offering } = input;
    if (!isDuring(windowFor(input), now)) {
      const { code, facts } = standing(input).reason;
      return deny(code, facts);
    }
    // What has no time, such as a recording, is there from the beginning.
    if (!config.isBegunOnly || offering.startsAt === null) return allow;
    return isBefore(now, offering.startsAt)
      ? deny('not-begun', { startsAt: offering.startsAt.toString() })
      : allow;
  },

  require(input) {
    const { isOpen, reason } = standing(input);
    return [{ key: 'window', state: isOpen ? 'met' : 'unmet', title: 'Deadline', reason }];
  },
});

interface Standing {
  readonly isOpen: boolean;
  readonly reason: Reason;
}

const windowFor = ({ activity, claim, config }: Input): ClaimWindow =>
  windowOf(config, claim.isAmendment, activity.timeZone);

const standing = (input: Input): Standing => {
  const { claim, now } = input;
  const { opensAt, closesAt, endsAt } = windowFor(input);
  if (opensAt !== null && isBefore(now, opensAt)) {
    const facts = { opensAt: opensAt.toString(), ...timeBetween(now, opensAt) };
    return { isOpen: false, reason: { code: 'not-open', facts } };
  }
  if (isBefore(now, endsAt)) {
    const facts = { untilAt: closesAt.toString(), ...timeBetween(now, endsAt) };
    return { isOpen: true, reason: { code: claim.isAmendment ? 'open-for-amendment' : 'open', facts } };
  }
  const code = claim.isAmendment ? 'amendments-closed' : 'closed';
  return { isOpen: false, reason: { code, facts: { closesAt: closesAt.toString() } } };
};

/** Whole days and hours between two moments, rounded down: never promise more time than there is. */
const timeBetween = (from: Temporal.Instant, to: Temporal.Instant): { days: number; hours: number } => {
  const hours = Math.floor((to.epochMilliseconds - from.epochMilliseconds) / 3_600_000);
  return { days: Math.floor(hours / 24), hours };
};
