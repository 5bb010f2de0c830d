import { claimedRecord, type StoredClaim } from '../workflow/inputs/claim-rows.js';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import type { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { DocumentsDecision, PluginFault, ReportsDecision } from '../workflow/workflow.types.js';
import type { HeldFault } from './claim.entity.js';

/** What follows from a claim that stands: its documents, and what authorities are told. */
export interface ClaimConsequences {
  readonly documents: DocumentsDecision;
  readonly reports: ReportsDecision;
  /** Whether a plugin failed, so that a person has to look first. */
  readonly isHeld: boolean;
  readonly faults: readonly PluginFault[];
}

/** @param claim as it stands once it is submitted */
export const consequencesOf = (
  runner: WorkflowRunner,
  inputs: DecisionInputs,
  claim: StoredClaim,
): ClaimConsequences => {
  const { workflow, context, lines } = inputs.asSubmitted(claim);
  const claimed = claimedRecord(claim.credits);
  const documents = runner.decideDocuments(workflow, context, lines, claimed);
  const reports = runner.decideReports(workflow, context, lines, claimed);
  return {
    documents,
    reports,
    isHeld: documents.isHeld || reports.isHeld,
    faults: [...documents.faults, ...reports.faults],
  };
};

const HOLDING = new Set<string>(['award', 'certify', 'report']);
const LONGEST_DETAIL = 500;

/** The faults a claim is held for, as they are kept for staff. */
export const heldFaults = (faults: readonly PluginFault[]): HeldFault[] =>
  faults
    .filter(({ stage }) => HOLDING.has(stage))
    .map(({ plugin, stage, detail }) => ({ plugin, stage, detail: detail.slice(0, LONGEST_DETAIL) }));
