import type { LineView, OfferingView } from '@laurel/plugin-kit';
import { WorkflowRunner } from '../../apps/api/src/workflow/workflow-runner.js';
import type { DecisionContext, Workflow } from '../../apps/api/src/workflow/workflow.types.js';
import type { Bench, Figure } from './bench.js';
import {
  courseContext,
  meetingContext,
  sessionLines,
  sessions,
  topicLines,
  topics,
} from './decide-subjects.js';
import { courses, meeting, registry } from './decide-workflows.js';
import { cpuMilliseconds, p50 } from './measure.js';

/** CPU time of this process, garbage collection included, for a whole catalogue and a full draft. */
const BUDGET_MILLISECONDS = 5;
const RUNS = 300;
const runner = new WorkflowRunner(registry);

interface Subject {
  readonly workflow: Workflow;
  readonly contextOf: () => DecisionContext;
  readonly offerings: readonly OfferingView[];
  readonly lines: readonly LineView[];
}

const figureOf = (name: string, { workflow, contextOf, offerings, lines }: Subject): Figure => {
  refuseWorthless({ workflow, contextOf, offerings, lines });
  // Building views is the host's work, measured where rows are read.
  const samples = cpuMilliseconds(RUNS, contextOf, (context) => {
    runner.decideOffers(workflow, context, offerings);
    runner.decideDraft(workflow, context, lines);
  });
  return { name, value: p50(samples), baseline: BUDGET_MILLISECONDS, unit: 'ms', goal: { atMost: 1 } };
};

/** A figure counts only where every plugin did its work: nothing failed, and there was something to decide. */
const refuseWorthless = ({ workflow, contextOf, offerings, lines }: Subject): void => {
  const context = contextOf();
  const offers = runner.decideOffers(workflow, context, offerings);
  const draft = runner.decideDraft(workflow, context, lines);
  const denied = offers.offers.filter(({ allowed }) => !allowed).length;
  const adjusted = draft.totals.some(({ adjustments }) => adjustments.length > 0);
  if (offers.faults.length + draft.faults.length > 0 || denied === 0 || !adjusted || lines.length !== 40) {
    throw new Error(`The benchmark decides nothing of interest: ${JSON.stringify(draft.faults)}`);
  }
};

/**
 * What decisions alone cost, without database or HTTP, with the installed plugins as societies configure them. There
 * is nothing to compare them with, so the baseline is the budget, and the ratio says how much of it is used.
 */
export const decide: Bench = {
  name: 'decide',
  title:
    'Decisions about 1,000 offerings and a draft of 40 lines, with ten plugins of a meeting and four of courses, against a budget of 5 ms CPU',
  run: async (): Promise<readonly Figure[]> => [
    figureOf('decide.draft', {
      workflow: meeting,
      contextOf: meetingContext,
      offerings: sessions,
      lines: sessionLines,
    }),
    figureOf('decide.earned', {
      workflow: courses,
      contextOf: courseContext,
      offerings: topics,
      lines: topicLines,
    }),
  ],
};
