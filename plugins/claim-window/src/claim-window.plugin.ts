import {
  allow,
  definePlugin,
  deny,
  PLUGIN_CONTRACT,
  type DecisionInput,
  type OfferAnswer,
  type Reason,
} from '@laurel/plugin-kit';
import { ClaimWindowConfig } from './claim-window.config.js';
import { messages } from './claim-window.messages.js';
import { windowOf } from './window.js';

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

  offer(input) {
    const answer = duringWindow(input);
    const { config, now, offering } = input;
    // What has no time, such as a recording, is there from the beginning.
    if (!answer.allowed || !config.isBegunOnly || offering.startsAt === null) return answer;
    return Temporal.Instant.compare(now, offering.startsAt) < 0
      ? deny('not-begun', { startsAt: offering.startsAt.toString() })
      : answer;
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

const standing = ({ activity, claim, config, now }: Input): Standing => {
  const { opensAt, closesAt, endsAt } = windowOf(config, claim.isAmendment, activity.timeZone);
  if (opensAt !== null && Temporal.Instant.compare(now, opensAt) < 0) {
    const facts = { opensAt: opensAt.toString(), ...timeBetween(now, opensAt) };
    return { isOpen: false, reason: { code: 'not-open', facts } };
  }
  if (Temporal.Instant.compare(now, endsAt) < 0) {
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

/**
 * The window's answer is the same for every offering of a catalogue, and writing it a thousand times would be most of
 * what the catalogue costs. So the last one is kept, for as long as everything it follows from is the same object.
 */
const duringWindow = (input: Input): OfferAnswer => {
  const { activity, claim, config, now } = input;
  const isSame =
    last?.now === now && last.claim === claim && last.config === config && last.activity === activity;
  if (last !== undefined && isSame) return last.answer;
  const { isOpen, reason } = standing(input);
  const answer = isOpen ? allow : deny(reason.code, reason.facts);
  // One, not a weak map of many: what a long-lived map holds young is kept by every collection of young objects.
  last = { activity, claim, config, now, answer };
  return answer;
};

let last:
  (Pick<Input, 'activity' | 'claim' | 'config' | 'now'> & { readonly answer: OfferAnswer }) | undefined;
