import type { KeptChanges } from '../saving/outboxes.js';

/**
 * The answers to evaluations that this device keeps, whoever wrote them and whether or not their form was opened in this
 * visit: settled only when none is left. Small, since it is there before the evaluation's own code.
 */
export const keptAnswers = (
  index: { all(): readonly unknown[] },
  send: () => Promise<boolean>,
): KeptChanges => ({
  label: 'answers to an evaluation',
  settled: async () => index.all().length === 0 || ((await send()) && index.all().length === 0),
});
