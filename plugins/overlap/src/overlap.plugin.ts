import { countOverlapsOnce, type CreditedInterval, type OverlapCut } from '@laurel/credit';
import { definePlugin, PLUGIN_CONTRACT, type Adjustment, type LineView } from '@laurel/plugin-kit';
import { OverlapConfig } from './overlap.config.js';
import { messages } from './overlap.messages.js';

/** AMA PRA: simultaneous sessions count once toward the maximum; a learner cannot earn in two rooms at a time. */
export const overlapPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'overlap',
  version: '1.0.0',
  title: 'Overlapping sessions',
  description: 'Counts the time of sessions that run at the same time once, per credit type.',
  config: OverlapConfig,
  configVersion: 1,
  messages,

  award({ lines, totals, config: { creditTypes } }) {
    const counted = Object.keys(totals).filter(
      (key) => creditTypes.length === 0 || creditTypes.includes(key),
    );
    return counted.flatMap((creditType) => {
      const intervals = lines.filter((line) => line.creditType === creditType).flatMap(intervalOf);
      return countOverlapsOnce(intervals).cuts.map((cut) => adjustmentOf(creditType, cut));
    });
  },
});

/** Offerings without a time, such as the topics of a course, overlap nothing. */
const intervalOf = ({ offering: { id, startsAt, endsAt }, amount }: LineView): readonly CreditedInterval[] =>
  startsAt === null || endsAt === null
    ? []
    : [{ id, from: startsAt.epochMilliseconds, to: endsAt.epochMilliseconds, credit: amount }];

const adjustmentOf = (creditType: string, { ids, from, to, deducted }: OverlapCut): Adjustment => ({
  creditType,
  delta: -deducted,
  offeringIds: ids,
  reason: {
    code: 'at-once',
    facts: {
      rooms: ids.length,
      dayOn: instant(from),
      fromTime: instant(from),
      toTime: instant(to),
      deductedCredit: deducted,
    },
  },
});

const instant = (epochMilliseconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString();
