import type { Fault } from './domain-error.js';

/** As many as somebody reads at once. A request that is nothing but faults must not be answered with megabytes of them. */
export const MOST_FAULTS = 200;

/** The first faults and, where there are more, how many. */
export const listedFaults = (faults: readonly Fault[]): readonly Fault[] =>
  faults.length <= MOST_FAULTS
    ? faults
    : [
        ...faults.slice(0, MOST_FAULTS),
        {
          code: 'faults.more',
          message: `There are ${String(faults.length - MOST_FAULTS)} more. Please mend these first.`,
        },
      ];

/** What faults say, each sentence once, for the detail of a problem: a handful, since the rest is listed anyway. */
export const inSentences = (faults: readonly Fault[]): string =>
  [...new Set(faults.map(({ message }) => message))].slice(0, 5).join(' ');
