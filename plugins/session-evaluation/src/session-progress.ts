import type { EvaluationView, LineView, OfferingView } from '@laurel/plugin-kit';

/** The sessions of a cart as far as one form about sessions goes. */
export interface SessionProgress {
  /** Whether there is such a form at all. */
  readonly exists: boolean;
  /** Every session of the cart once, in the order of the meeting. */
  readonly sessions: readonly OfferingView[];
  readonly open: readonly OfferingView[];
}

/** A session for which no evaluation is known yet, because it was added a moment ago, is open. */
export const progressOf = (
  formKey: string,
  evaluations: readonly EvaluationView[],
  lines: readonly LineView[],
): SessionProgress => {
  const own = evaluations.filter((evaluation) => evaluation.formKey === formKey);
  const done = new Set(own.filter(({ isComplete }) => isComplete).map(({ offeringId }) => offeringId));
  const sessions = [...new Map(lines.map(({ offering }) => [offering.id, offering])).values()].sort(byTime);
  return { exists: own.length > 0, sessions, open: sessions.filter(({ id }) => !done.has(id)) };
};

/** What has no time comes last. */
const byTime = (a: OfferingView, b: OfferingView): number =>
  startOf(a) - startOf(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

const startOf = ({ startsAt }: OfferingView): number =>
  startsAt?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER;
