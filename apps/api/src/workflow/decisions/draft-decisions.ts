import { deepFreeze, type LineView } from '@laurel/plugin-kit';
import type { DecisionRun } from './decision-run.js';
import { decideLines } from './line-decisions.js';
import { decideRequirements, requireSessions } from './requirement-decisions.js';
import { decideTotals, totalsRecord } from './total-decisions.js';
import type { DraftDecision, TrailEntry } from '../workflow.types.js';

/** Decides each offering of a draft again, the totals per credit type, and what is still required. */
export const decideDraft = (
  run: DecisionRun,
  workflowRevision: number,
  lines: readonly LineView[],
): DraftDecision => {
  const { offers, counted } = decideLines(run, deepFreeze(lines));
  const { totals, holds } = decideTotals(run, deepFreeze(counted));
  const requirements = [
    requireSessions(run, lines, offers),
    ...decideRequirements(run, counted, totalsRecord(totals)),
  ];
  const trail: readonly TrailEntry[] = [
    ...offers.flatMap(({ offeringId, denials }) =>
      denials.length > 0
        ? denials
        : [run.hostEntry('offer', { kind: 'offering', key: offeringId }, 'allowed', 'host.allowed')],
    ),
    ...totals.flatMap(({ adjustments }) => adjustments.map(({ entry }) => entry)),
    ...requirements.map(({ entry }) => entry),
    ...holds,
  ];
  return {
    workflowRevision,
    offers,
    totals,
    requirements,
    // The host's own requirement covers an empty draft and denied offerings.
    canSubmit: requirements.every(({ state }) => state !== 'unmet'),
    isHeld: holds.length > 0,
    holds,
    faults: run.faults,
    trail,
  };
};
