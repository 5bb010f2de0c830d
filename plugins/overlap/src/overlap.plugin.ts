import { countOverlapsOnce, shareOut, type CreditedInterval, type OverlapCut } from '@laurel/credit';
import { definePlugin, PLUGIN_CONTRACT, type Adjustment, type LineView } from '@laurel/plugin-kit';
import { OverlapConfig } from './overlap.config.js';
import { messages } from './overlap.messages.js';

/** AMA PRA: simultaneous sessions count once toward the maximum; a learner cannot earn in two rooms at a time. */
export const overlapPlugin = definePlugin({
  contract: PLUGIN_CONTRACT,
  key: 'overlap',
  version: '1.1.0',
  title: 'Overlapping sessions',
  description: 'Counts the time of sessions that run at the same time once, per credit type.',
  config: OverlapConfig,
  configVersion: 1,
  messages,

  rule({ config, creditTypes }) {
    const types = config.creditTypes.map((key) => creditTypes.find((type) => type.key === key)?.name ?? key);
    return [{ code: 'rule', facts: { isEvery: types.length === 0, types } }];
  },

  award({ counted, totals, config: { creditTypes } }) {
    const applicable = Object.keys(totals).filter(
      (key) => creditTypes.length === 0 || creditTypes.includes(key),
    );
    return applicable.flatMap((creditType) => {
      // What an earlier step took off entirely is not there to overlap anything.
      const intervals = counted.filter((line) => line.creditType === creditType).flatMap(intervalOf);
      return countOverlapsOnce(intervals).cuts.map((cut) => adjustmentOf(creditType, cut, intervals));
    });
  },
});

/** Offerings without a time, such as the topics of a course, overlap nothing. */
const intervalOf = ({ offering: { id, startsAt, endsAt }, amount }: LineView): readonly CreditedInterval[] =>
  startsAt === null || endsAt === null
    ? []
    : [{ id, from: startsAt.epochMilliseconds, to: endsAt.epochMilliseconds, credit: amount }];

const adjustmentOf = (
  creditType: string,
  cut: OverlapCut,
  intervals: readonly CreditedInterval[],
): Adjustment => {
  const { ids, from, to, deducted } = cut;
  return {
    creditType,
    delta: -deducted,
    offeringIds: ids,
    isSimultaneous: true,
    shares: sharesOf(cut, intervals),
    reason: {
      code: 'at-once',
      facts: {
        rooms: ids.length,
        dayOn: instant(from),
        onDay: instant(from),
        fromTime: instant(from),
        toTime: instant(to),
        deductedCredit: deducted,
      },
    },
  };
};

/** The session that counts loses nothing; the others bear the deduction by what each earns per minute. */
const sharesOf = (
  { ids, keptId, deducted }: OverlapCut,
  intervals: readonly CreditedInterval[],
): Readonly<Record<string, number>> => {
  const losers = intervals.filter(({ id }) => id !== keptId && ids.includes(id));
  const shares = shareOut(
    deducted,
    losers.map(({ credit, from, to }) => credit / (to - from)),
  );
  return Object.fromEntries(losers.map(({ id }, index) => [id, -(shares[index] ?? 0)]));
};

const instant = (epochMilliseconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMilliseconds).toString();
